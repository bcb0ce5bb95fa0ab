import { FEW_CASES, type Priority, type Summary } from '#contracts';
import { formatDecimal, type Language } from '#web';

/** The mark of ambulance services for 90 % of responses, which the server counts arrivals against. */
export const MARK_MINUTES = 15;

/** `8,1` from 486 seconds; null where a percentile of few cases would be noise. */
export const inMinutes = (seconds: number | null, language: Language): string | null =>
  seconds === null ? null : formatDecimal(seconds / 60, 1, language);

/** `96` from 95.6 seconds. */
export const inSeconds = (seconds: number | null, language: Language): string | null =>
  seconds === null ? null : formatDecimal(seconds, 0, language);

/** `71 %`, or null below the least number of cases. */
export const inPercent = (share: number | null, n: number, language: Language): string | null =>
  share === null || n < FEW_CASES ? null : `${formatDecimal(share * 100, 0, language)}\u00a0%`;

/** Whether a response keeps its mark; null when there are too few cases to say. */
export const keepsMark = ({ p90Seconds }: Pick<Summary, 'p90Seconds'>, markMinutes: number): boolean | null =>
  p90Seconds === null ? null : p90Seconds <= markMinutes * 60;

/** The line a chart is read against: the target of one level when only that one is shown, the general mark otherwise. */
export const markMinutesFor = (
  priority: Priority | null,
  targetSeconds: Record<Priority, number> | null,
): { minutes: number; isTarget: boolean } =>
  priority && targetSeconds
    ? { minutes: targetSeconds[priority] / 60, isTarget: true }
    : { minutes: MARK_MINUTES, isTarget: false };
