import { localDate } from '#journal';

const LOCAL_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** When the shifts of a room begin, in minutes of the local day, ascending: 07:00 and 19:00 are 420 and 1140. */
export type ShiftStarts = readonly number[];

/** `07:00,19:00` as minutes of the day. */
export const shiftStartsOf = (text: string): ShiftStarts =>
  text
    .split(',')
    .map((time) => {
      const [hours, minutes] = time.trim().split(':').map(Number);
      return hours! * 60 + minutes!;
    })
    .sort((a, b) => a - b);

/** The instant of a minute of a local day, `YYYY-MM-DD`. */
const instantAt = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - LOCAL_OFFSET_MS + minute * 60_000);

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export interface ShiftTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The shifts that begin on a local day; the last one ends when the first of the next day begins. */
export function shiftsOfDay(day: string, starts: ShiftStarts): ShiftTimes[] {
  const begins = [...starts.map((minute) => instantAt(day, minute)), instantAt(dayAfter(day, 1), starts[0]!)];
  return starts.map((_, i) => ({ startsAt: begins[i]!, endsAt: begins[i + 1]! }));
}

/** The shift that is on at an instant: before the first of the day it is the last of the day before. */
export function shiftAt(at: Date, starts: ShiftStarts): ShiftTimes {
  const day = localDate(at);
  const shifts = [...shiftsOfDay(dayAfter(day, -1), starts), ...shiftsOfDay(day, starts)];
  return shifts.findLast(({ startsAt }) => startsAt <= at)!;
}
