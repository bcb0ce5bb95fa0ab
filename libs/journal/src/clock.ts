/** The time, as something that is given: rules and services never ask the machine themselves. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
/** Injection token of the {@link Clock}. */
export const CLOCK = Symbol('Clock');

/** Vietnam keeps UTC+7 all year. */
const LOCAL_OFFSET_MS = 7 * 3_600_000;
/** The local day of an instant, `YYYY-MM-DD`. */
export const localDate = (at: Date): string => new Date(at.getTime() + LOCAL_OFFSET_MS).toISOString().slice(0, 10);
/** The local hour of an instant, 0 to 23. */
export const localHour = (at: Date): number => new Date(at.getTime() + LOCAL_OFFSET_MS).getUTCHours();
