import { z } from 'zod';
import { HospitalId, MissionId } from '../ids.js';
import { Mission } from '../incidents.js';
import { ETime, MISSION_STEPS } from '../lifecycles.js';
import { Instant, LngLat, Text } from '../values.js';
import { CancelReason, MissionOutcome } from '../words.js';
import { Because, command, DISPATCH, FIELD } from './command.js';

export const MISSION_COMMANDS = {
  'mission.report': command(
    z.object({
      missionId: MissionId,
      step: z.enum(MISSION_STEPS),
      deviceAt: Instant.optional(),
      position: LngLat.optional(),
      hospitalId: HospitalId.optional(),
      outcome: MissionOutcome.optional(),
    }),
    z.object({ mission: Mission }),
    FIELD,
    'The big button: the next status. An earlier step reported late keeps its own time.',
  ),
  'mission.recordLate': command(
    z.object({ missionId: MissionId, step: z.enum(MISSION_STEPS), at: Instant, because: Because }),
    z.object({ mission: Mission }),
    [...DISPATCH, 'crew'],
    'Write a time after the fact, marked as late entry.',
  ),
  'mission.correct': command(
    z.object({ missionId: MissionId, step: z.enum(MISSION_STEPS), because: Because }),
    z.object({ mission: Mission }),
    [...DISPATCH, 'crew'],
    'Go back to an earlier status: the only way backwards, with author and reason.',
  ),
  'mission.correctTime': command(
    z.object({ missionId: MissionId, etime: ETime, at: Instant, because: Because }),
    z.object({ mission: Mission }),
    DISPATCH,
    'Correct one time; the one it replaces stays on record.',
  ),
  'mission.cancel': command(
    z.object({ missionId: MissionId, reason: CancelReason, text: Text(300).default('') }),
    z.object({ mission: Mission }),
    DISPATCH,
    'Call a vehicle off before it reaches the patient.',
  ),
  'mission.chooseHospital': command(
    z.object({ missionId: MissionId, hospitalId: HospitalId }),
    z.object({ mission: Mission }),
    [...DISPATCH, 'crew'],
    'Where the patient goes.',
  ),
} as const;
