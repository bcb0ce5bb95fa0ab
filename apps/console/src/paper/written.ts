import type { CloseReason, CommandInput, ETime, Place, Priority, ReasonKey, VehicleId } from '#contracts';
import { instantOf } from '#web';
import { WRITTEN_TIMES } from './BlankCards.js';

/** A card as it is being typed: times as they stand there, hours and minutes. */
export interface Written {
  number: string;
  writtenBy: string;
  witness: string;
  day: string;
  calledAt: string;
  phone: string;
  callerName: string;
  reason: ReasonKey | '';
  priority: Priority | null;
  place: Place;
  patientCount: number;
  runs: WrittenRun[];
  closeReason: CloseReason | '';
  note: string;
}
export interface WrittenRun {
  vehicleId: VehicleId | '';
  times: Partial<Record<(typeof WRITTEN_TIMES)[number], string>>;
}

export const emptyCard = (number: string, day: string): Written => ({
  number,
  writtenBy: '',
  witness: '',
  day,
  calledAt: '',
  phone: '',
  callerName: '',
  reason: '',
  priority: null,
  place: { address: '', position: null, source: 'typed' },
  patientCount: 1,
  runs: [],
  closeReason: '',
  note: '',
});

export type Missing = 'number' | 'writtenBy' | 'calledAt' | 'reason' | 'place' | 'run';

/** What the card must say before it can be entered. */
export function missingOf(card: Written): Missing[] {
  const runs = card.runs.every(({ vehicleId, times }) => vehicleId !== '' && times['03']);
  return [
    ...(card.number ? [] : (['number'] as const)),
    ...(card.writtenBy.trim() ? [] : (['writtenBy'] as const)),
    ...(card.calledAt && card.day ? [] : (['calledAt'] as const)),
    ...(card.reason ? [] : (['reason'] as const)),
    ...(card.place.address.trim() || card.place.position ? [] : (['place'] as const)),
    ...(runs ? [] : (['run'] as const)),
  ];
}

const DAY_MS = 86_400_000;

/** A time of the card as an instant: one before that of the call belongs to the next day. */
function instantAfter(card: Written, time: string): string {
  const sameDay = instantOf(card.day, time);
  if (sameDay >= instantOf(card.day, card.calledAt)) return sameDay;
  return new Date(new Date(sameDay).getTime() + DAY_MS).toISOString();
}

/** The command that enters a card without anything missing. */
export function entryOf(card: Written): CommandInput<'paper.enter'> {
  const { day: _day, calledAt, reason, priority, closeReason, runs, ...rest } = card;
  if (!reason) throw new Error('a card without a reason cannot be entered');
  return {
    ...rest,
    reason,
    receivedAt: instantOf(card.day, calledAt),
    ...(priority ? { priority } : {}),
    ...(closeReason ? { closeReason } : {}),
    runs: runs.map(({ vehicleId, times }) => ({
      vehicleId: vehicleId as VehicleId,
      times: Object.fromEntries(
        Object.entries(times).flatMap(([etime, time]) => (time ? [[etime, instantAfter(card, time)]] : [])),
      ) as Partial<Record<ETime, string>>,
    })),
  };
}
