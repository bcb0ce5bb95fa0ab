import { z } from 'zod';
import { HospitalId, IncidentId, VehicleId } from './ids.js';
import { ETime } from './lifecycles.js';
import { Place } from './place.js';
import { ReasonKey } from './reasons.js';
import { Instant, RequiredText, Text } from './values.js';
import { CloseReason, MissionOutcome, Priority } from './words.js';

/** A form for writing by hand when the screens are dark; its number belongs to it, whatever the machine counts meanwhile. */
export const PaperCard = z.object({
  /** The incident number it will have: `YYYYMMDD-NNNN`. */
  number: z.string(),
  allocatedAt: Instant,
  allocatedBy: z.string(),
  enteredAt: Instant.nullable(),
  incidentId: IncidentId.nullable(),
  voidedAt: Instant.nullable(),
});
export type PaperCard = z.infer<typeof PaperCard>;

/** One vehicle's run as it stands on the card. */
export const PaperRun = z.object({
  vehicleId: VehicleId,
  /** Times as written, by NEMSIS number; `03` (told to go) is needed, the rest as far as it went. */
  times: z.partialRecord(ETime, Instant).refine((times) => times['03'] !== undefined, { path: ['03'] }),
  hospitalId: HospitalId.optional(),
  outcome: MissionOutcome.optional(),
});
export type PaperRun = z.infer<typeof PaperRun>;

/** What stands on a card, with the times of the clock on the wall. */
export const PaperEntry = z.object({
  number: RequiredText(20),
  /** Whose handwriting it is, and who else was there. */
  writtenBy: RequiredText(120),
  witness: Text(120).default(''),
  receivedAt: Instant,
  phone: Text(60).default(''),
  callerName: Text(120).default(''),
  reason: ReasonKey,
  priority: Priority.optional(),
  place: Place,
  patientCount: z.number().int().min(0).max(999).default(1),
  runs: z.array(PaperRun).max(10).default([]),
  /** Left out: the incident is still going on. */
  closeReason: CloseReason.optional(),
  closedAt: Instant.optional(),
  note: Text(2000).default(''),
});
export type PaperEntry = z.infer<typeof PaperEntry>;

/** Ten minutes on paper, once a month, with figures: how soon a sheet could be read, how long the entering took. */
export const PaperDrill = z.object({
  id: z.uuid(),
  begunAt: Instant,
  begunBy: z.string(),
  endedAt: Instant.nullable(),
  /** From the beginning to a board on paper. */
  sheetSeconds: z.number().nullable(),
  cards: z.number().int(),
  /** From the first card opened to the last one entered. */
  entrySeconds: z.number().nullable(),
});
export type PaperDrill = z.infer<typeof PaperDrill>;

export const PaperDesk = z.object({ cards: z.array(PaperCard), drills: z.array(PaperDrill) });
export type PaperDesk = z.infer<typeof PaperDesk>;
