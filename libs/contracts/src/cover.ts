import { z } from 'zod';
import { StationId, VehicleId } from './ids.js';
import { Instant } from './values.js';

/** Minutes that people hold a centre to: within 8 in town, within 15 everywhere. */
export const COVER_MINUTES = [8, 15] as const;

/** A ward by how soon the first free vehicle reaches half of its road junctions; null: nobody can come. */
export const WardCover = z.object({ ward: z.string(), minutes: z.number().nullable() });
export type WardCover = z.infer<typeof WardCover>;

/** Which wards would be beyond 8 or 15 minutes that are not now. */
export const CoverLost = z.object({ beyond8: z.array(z.string()), beyond15: z.array(z.string()) });
export type CoverLost = z.infer<typeof CoverLost>;

/** Where the free vehicles leave gaps, what sending each would open, and which move would close the most. */
export const CoverageGaps = z.object({
  computedAt: Instant,
  wards: z.number().int(),
  /** Farthest first. */
  beyond8: z.array(WardCover),
  beyond15: z.array(WardCover),
  /** Stations with vehicles of their own, none of them free. */
  emptyStations: z.array(StationId),
  ifSent: z.array(CoverLost.extend({ vehicleId: VehicleId })),
  /** Moves one after the other, each counted with those before it. */
  standby: z.array(z.object({ vehicleId: VehicleId, stationId: StationId, backWithin15: z.array(z.string()) })),
});
export type CoverageGaps = z.infer<typeof CoverageGaps>;
