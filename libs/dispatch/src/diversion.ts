import type { Diversion, DiversionObjection, Priority } from '#contracts';

/** So near to its scene nobody is turned round without a second thought. */
const NEARLY_THERE_SECONDS = 90;
/** A patient who lost a vehicle so often does not lose another one unnoticed. */
export const MOST_BUMPS = 2;

/** What a diversion rests on: seconds from now; null means that there is nobody. */
export interface DiversionFigures {
  readonly from: { readonly priority: Priority; readonly bumps: number } & Pick<
    Diversion['from'],
    'etaSeconds' | 'nextEtaSeconds'
  >;
  readonly to: { readonly priority: Priority } & Pick<Diversion['to'], 'etaSeconds' | 'otherwiseEtaSeconds'>;
}

/** What speaks against it, for a person to weigh; 1 is the most urgent priority. */
export function objectionsTo({ from, to }: DiversionFigures): DiversionObjection[] {
  const objections: DiversionObjection[] = [];
  if (from.nextEtaSeconds === null) objections.push('leaves_nobody');
  if (from.bumps >= MOST_BUMPS) objections.push('bumped_before');
  if (to.priority >= from.priority) objections.push('less_urgent');
  if (from.etaSeconds <= NEARLY_THERE_SECONDS) objections.push('nearly_there');
  if (to.otherwiseEtaSeconds !== null && to.etaSeconds >= to.otherwiseEtaSeconds) objections.push('no_gain');
  return objections;
}
