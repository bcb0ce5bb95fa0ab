import { BARRIER_KINDS, ROAD_CLASSES } from '#region';
import { PROFILE_NAMES } from '#roads';
import { z } from 'zod';

const Kmh = z.number().min(3).max(150);
const Seconds = z.number().min(0).max(3_600);
const ProfileRules = z.strictObject({
  speedKmh: z.partialRecord(z.enum(ROAD_CLASSES), Kmh.nullable()).optional(),
  alleyKmh: z.array(z.strictObject({ fromMetres: z.number().min(0).max(20), kmh: Kmh })).optional(),
  linkFactor: z.number().min(0.1).max(2).optional(),
  sirenFactor: z.number().min(0.5).max(3).optional(),
  forbiddenTurnSeconds: Seconds.nullable().optional(),
  wrongWay: z.strictObject({ longestMetres: z.number().min(0).max(2_000), kmh: Kmh, seconds: Seconds }).nullish(),
  barrierSeconds: z.partialRecord(z.enum(BARRIER_KINDS), Seconds.nullable()).optional(),
  boardingSeconds: Seconds.optional(),
});
const HourRule = z.strictObject({
  hours: z.array(z.number().int().min(0).max(23)).min(1),
  classes: z.array(z.enum(ROAD_CLASSES)).min(1).optional(),
  corridor: z.string().min(1).optional(),
  profiles: z.array(z.enum(PROFILE_NAMES)).min(1).optional(),
  factor: z.number().min(0.2).max(10),
});

/** What a centre corrects of how its vehicles drive and how slow its roads are at which hour: `docs/examples/road-rules.json`. */
export const RoadRules = z.strictObject({
  profiles: z.partialRecord(z.enum(PROFILE_NAMES), ProfileRules).default({}),
  hours: z.array(HourRule).default([]),
});
export type RoadRules = z.output<typeof RoadRules>;
