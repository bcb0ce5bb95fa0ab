import { z } from 'zod';
import { CapacityState, CapacitySubject } from './hospital-choice.js';
import { LogEntryId } from './ids.js';
import { IncidentState } from './lifecycles.js';
import { ObstructionKind } from './obstructions.js';
import { ReasonKey } from './reasons.js';
import { Instant, keysOf, type Wording } from './values.js';
import { OutOfServiceReason, Priority } from './words.js';

/** What a person writes into the log of the shift. */
export const LOG_KINDS = {
  handover: { vi: 'Giao ca', en: 'Handover' },
  fault: { vi: 'Hỏng hóc', en: 'Fault' },
  weather: { vi: 'Thời tiết', en: 'Weather' },
  staffing: { vi: 'Nhân sự', en: 'Staffing' },
  other: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, Wording>;
export const LogKind = keysOf(LOG_KINDS);
export type LogKind = z.infer<typeof LogKind>;

/** And what the log writes itself: who took the shift over, and how things stood when it began. */
export const LOG_ENTRY_KINDS = {
  ...LOG_KINDS,
  received: { vi: 'Đã nhận ca', en: 'Took the shift over' },
  facts: { vi: 'Tình hình đầu ca', en: 'At the start of the shift' },
} as const satisfies Record<string, Wording>;
export const LogEntryKind = keysOf(LOG_ENTRY_KINDS);
export type LogEntryKind = z.infer<typeof LogEntryKind>;

/** How things stood when a shift began; no names, no addresses. */
export const LogFacts = z.object({
  incidents: z.array(
    z.object({
      number: z.string(),
      reason: ReasonKey,
      priority: Priority,
      state: IncidentState,
      dueAt: Instant.nullable(),
    }),
  ),
  outOfService: z.array(z.object({ callSign: z.string(), reason: OutOfServiceReason.nullable() })),
  obstructions: z.array(z.object({ kind: ObstructionKind, streets: z.array(z.string()), until: Instant })),
  /** Those that said they have no room, or little; nothing of it in the logs of earlier versions. */
  hospitals: z
    .array(z.object({ name: z.string(), states: z.partialRecord(CapacitySubject, CapacityState), until: Instant }))
    .default([]),
});
export type LogFacts = z.infer<typeof LogFacts>;

export const LogEntry = z.object({
  id: LogEntryId,
  kind: LogEntryKind,
  at: Instant,
  by: z.string(),
  text: z.string(),
  facts: LogFacts.nullable(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** One shift of the room with its entries, oldest first. */
export const RoomShift = z.object({ startsAt: Instant, endsAt: Instant, entries: z.array(LogEntry) });
export type RoomShift = z.infer<typeof RoomShift>;

/** The shifts that began on a local day. */
export const ShiftLogDay = z.object({ day: z.string(), current: Instant, shifts: z.array(RoomShift) });
export type ShiftLogDay = z.infer<typeof ShiftLogDay>;
