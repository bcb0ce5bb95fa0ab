import type { Alarm } from '#contracts';

/** What stands in the strip and sounds until it is acknowledged; a low one marks its row and the list. */
export const inStrip = (alarms: readonly Alarm[]): Alarm[] => alarms.filter(({ grade }) => grade !== 'low');

const COLLAPSE_ABOVE = 3;

/** What the strip shows in one line: the first alarm, or all of its kind and grade when they are more than three. */
export function headOf(alarms: readonly Alarm[]): Alarm[] {
  const [first] = alarms;
  if (!first) return [];
  const alike = alarms.filter(({ kind, grade }) => kind === first.kind && grade === first.grade);
  return alike.length > COLLAPSE_ABOVE ? alike : [first];
}
