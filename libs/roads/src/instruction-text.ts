import { MANOEUVRES, type Manoeuvre, type Wording } from '#contracts';

interface Onto {
  readonly name: string | null;
  readonly isAlley: boolean;
  readonly isLink: boolean;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** The road that is taken, in words; null when there is nothing to call it. */
function roadWords({ name, isAlley, isLink }: Onto): Wording | null {
  if (name !== null) return { vi: name, en: name };
  if (isAlley) return { vi: 'hẻm', en: 'the alley' };
  return isLink ? { vi: 'đường nhánh', en: 'the slip road' } : null;
}

/** What a driver is told: "Rẽ phải vào Phú Lợi", "Tại vòng xoay, đi lối ra thứ 2 vào Yersin". */
export function instructionText(kind: Manoeuvre, onto: Onto, exit: number | null): Wording {
  const { vi, en } = MANOEUVRES[kind];
  const road = roadWords(onto);
  switch (kind) {
    case 'arrive':
      return { vi, en };
    case 'depart':
      return road ? { vi: `${vi} theo ${road.vi}`, en: `${en} on ${road.en}` } : { vi, en };
    case 'ferry':
      if (onto.name === null) return { vi, en };
      return { vi: `Lên ${/^phà/i.test(onto.name) ? '' : 'phà '}${onto.name}`, en: `${en} ${onto.name}` };
    case 'roundabout': {
      const take = {
        vi: `Tại vòng xoay, đi lối ra thứ ${exit ?? 1}`,
        en: `At the roundabout, take the ${ORDINALS[(exit ?? 1) - 1] ?? `${exit}th`} exit`,
      };
      return road ? { vi: `${take.vi} vào ${road.vi}`, en: `${take.en} onto ${road.en}` } : take;
    }
    default:
      return road ? { vi: `${vi} vào ${road.vi}`, en: `${en} onto ${road.en}` } : { vi, en };
  }
}
