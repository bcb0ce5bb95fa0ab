/**
 * How busy each hour of the day is, local time, relative to the average hour: low before dawn, a first peak in the
 * morning, a higher one in the evening when traffic and alcohol meet. Shape after the published profiles of urban
 * services; the level is set by `--calls-per-hour`.
 */
const PROFILE: readonly number[] = [
  0.55, 0.45, 0.4, 0.38, 0.42, 0.6, 0.85, 1.1, 1.25, 1.3, 1.25, 1.2, 1.1, 1.05, 1.1, 1.15, 1.25, 1.4, 1.5, 1.45, 1.3,
  1.1, 0.95, 0.75,
];
const MEAN = PROFILE.reduce((sum, value) => sum + value, 0) / PROFILE.length;
/** Indochina Time has no daylight saving. */
const LOCAL_OFFSET_HOURS = 7;

/** The factor for the hour in Vietnam at this instant; its mean over a day is 1. */
export const busyness = (at: Date): number => PROFILE[(at.getUTCHours() + LOCAL_OFFSET_HOURS) % 24]! / MEAN;

/** Who tries the system at night should see a centre at work, too. */
const QUIETEST_SHOWN = 1;

/** {@link busyness}, but never below the average hour: a demonstration does not sleep. */
export const shownBusyness = (at: Date): number => Math.max(QUIETEST_SHOWN, busyness(at));
