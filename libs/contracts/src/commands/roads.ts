import { z } from 'zod';
import { ObstructionId, VehicleId } from '../ids.js';
import {
  FloodDepth,
  Obstruction,
  ObstructedDirection,
  ObstructionKind,
  ObstructionMinutes,
  ObstructionShape,
  Passage,
} from '../obstructions.js';
import { Instant, Text } from '../values.js';
import { command, ROOM } from './command.js';

export const ROAD_COMMANDS = {
  'road.obstruct': command(
    z.object({
      kind: ObstructionKind,
      shape: ObstructionShape,
      direction: ObstructedDirection.default('both'),
      depth: FloodDepth.optional(),
      /** Left out: what is usual for the kind. */
      passage: Passage.optional(),
      slowdown: z.number().min(1).max(20).optional(),
      minutes: ObstructionMinutes.optional(),
      /** The crew's own vehicle; a crew reports a spot (a small circle), nothing larger. */
      vehicleId: VehicleId.optional(),
      deviceAt: Instant.optional(),
      note: Text(300).default(''),
    }),
    z.object({ obstruction: Obstruction }),
    [...ROOM, 'crew'],
    'Something stands in the road: it counts for the very next travel time, and ends by itself.',
  ),
  'road.confirm': command(
    z.object({ obstructionId: ObstructionId, minutes: ObstructionMinutes.optional() }),
    z.object({ obstruction: Obstruction }),
    [...ROOM, 'crew'],
    'It is still there: in force for so many minutes from now (the usual ones of its kind).',
  ),
  'road.clear': command(
    z.object({ obstructionId: ObstructionId }),
    z.object({ obstruction: Obstruction }),
    [...ROOM, 'crew'],
    'The road is free again; a crew takes back only what it reported itself.',
  ),
} as const;
