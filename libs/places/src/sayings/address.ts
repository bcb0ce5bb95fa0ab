export interface SpokenAddress {
  /** As typed, e.g. `22/5` or `hẻm 118`; null when the text does not begin with a house number. */
  readonly houseNumber: string | null;
  /** What is left to look up. */
  readonly rest: string;
}

/** Parts a leading house number (also "số 12", "hẻm 118", "nhà 5A") from the street's name. */
export function spokenAddress(text: string): SpokenAddress {
  const found =
    /^\s*((?:(?:số nhà|so nha|nhà số|nha so|số|so|nhà|nha|hẻm|hem|ngõ)\s+)?\d+[\d/]*[a-z]?(?:\s+(?:hẻm|hem)\s+\d+)?)\s*[,\s]\s*(?:đường\s+|duong\s+)?(\S.*)$/iu.exec(
      text.normalize('NFC'),
    );
  const [, houseNumber, rest] = found ?? [];
  return houseNumber && rest ? { houseNumber, rest } : { houseNumber: null, rest: text };
}

/** A house number by its parts: `22/5A/3` is 22, then 5a in its alley, then 3 in that alley's alley. */
export interface HouseNumber {
  readonly parts: readonly { readonly number: number; readonly letter: string }[];
  readonly isAlley: boolean;
}

/** Reads `22/5/3`, `số 45A`, `5 hẻm 118` (written 118/5), `hẻm 30`; null when there is no number in it. */
export function readHouseNumber(text: string): HouseNumber | null {
  const turned = /(\d+[a-z]?)\s+(?:hẻm|hem)\s+(\d+[a-z]?)/iu.exec(text);
  const written = turned ? `${turned[2]}/${turned[1]}` : /\d[\da-z/]*/iu.exec(text)?.[0];
  const parts = written
    ?.split('/')
    .map((part) => /^(\d+)([a-z]?)$/i.exec(part))
    .flatMap((part) => (part ? [{ number: Number(part[1]), letter: part[2]!.toLowerCase() }] : []));
  if (!parts || parts.length === 0) return null;
  return { parts, isAlley: !turned && /^(hẻm|hem|ngõ)/iu.test(text.trim()) };
}

/** Farther off than this many numbers, a house says nothing about another on the same street. */
const MOST_NUMBERS_AWAY = 80;
/** From the mouth of an alley into it, in numbers of that alley. */
const ONE_ALLEY = 6;
/** The other side of the street counts like this many numbers more. */
const OTHER_SIDE = 3;

/**
 * How far two house numbers lie apart, in house numbers, 0 for the same; null when one says nothing about the other. An
 * alley is entered at the house whose number it bears, so a number in the same alley is nearer than any outside.
 */
export function numbersApart(asked: HouseNumber, known: HouseNumber): number | null {
  const depth = Math.max(asked.parts.length, known.parts.length);
  for (let i = 0; i < depth; i++) {
    const [a, b] = [asked.parts[i], known.parts[i]];
    const inside = 1 / 10 ** i;
    if (!a || !b) return asked.isAlley && !a ? 0.5 * inside : ONE_ALLEY * inside;
    if (a.number === b.number && a.letter === b.letter) continue;
    const apart = Math.abs(a.number - b.number) + ((a.number - b.number) % 2 === 0 ? 0 : OTHER_SIDE);
    if (i === 0 && apart > MOST_NUMBERS_AWAY) return null;
    return (apart === 0 ? 0.5 : Math.min(apart, MOST_NUMBERS_AWAY)) * inside;
  }
  return 0;
}
