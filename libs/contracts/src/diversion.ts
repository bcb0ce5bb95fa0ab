import { z } from 'zod';
import { IncidentId, MissionId, VehicleId } from './ids.js';
import { keysOf, type Wording } from './values.js';
import { Priority } from './words.js';

/** What speaks against turning a vehicle round on its way. */
export const DIVERSION_OBJECTIONS = {
  leaves_nobody: { vi: 'không còn xe nào cho người bệnh đang chờ', en: 'nobody is left for the first patient' },
  bumped_before: { vi: 'người bệnh đã bị đổi xe {bumps} lần', en: 'the first patient lost a vehicle {bumps} times' },
  less_urgent: { vi: 'người bệnh mới không nặng hơn', en: 'the new patient is not more urgent' },
  nearly_there: { vi: 'xe sắp tới nơi', en: 'the vehicle is nearly there' },
  no_gain: { vi: 'không nhanh hơn xe rảnh gần nhất', en: 'not sooner than the first free vehicle' },
} as const satisfies Record<string, Wording>;
export const DiversionObjection = keysOf(DIVERSION_OBJECTIONS);
export type DiversionObjection = z.infer<typeof DiversionObjection>;

/** One vehicle that could be turned round, with what both patients would gain and lose; seconds from now. */
export const Diversion = z.object({
  missionId: MissionId,
  vehicleId: VehicleId,
  from: z.object({
    incidentId: IncidentId,
    priority: Priority,
    /** Until the vehicle on its way is there, and until the next best would be; null: there is none. */
    etaSeconds: z.number(),
    nextVehicleId: VehicleId.nullable(),
    nextEtaSeconds: z.number().nullable(),
    lossSeconds: z.number().nullable(),
    /** How often it lost a vehicle to another incident. */
    bumps: z.number().int(),
  }),
  to: z.object({
    incidentId: IncidentId,
    priority: Priority,
    etaSeconds: z.number(),
    /** What the incident has without it: the vehicle on its way, or else the first free one; null: nobody. */
    otherwiseEtaSeconds: z.number().nullable(),
    gainSeconds: z.number().nullable(),
  }),
  objections: z.array(DiversionObjection),
});
export type Diversion = z.infer<typeof Diversion>;
