import { z } from 'zod';
import { Casualty, CasualtyState, MassCasualty, MethaneReport, StagingPoint, TriageTag } from '../casualties.js';
import { CasualtyId, HospitalId, IncidentId, MissionId } from '../ids.js';
import { Instant, Text } from '../values.js';
import { command, DISPATCH, ROOM } from './command.js';

const reply = z.object({ massCasualty: MassCasualty });

export const CASUALTY_COMMANDS = {
  'massCasualty.declare': command(
    z.object({ incidentId: IncidentId }),
    reply,
    ROOM,
    'An incident with many patients: from now on each is counted and followed. Saying so again changes nothing.',
  ),
  'massCasualty.amend': command(
    z.object({
      incidentId: IncidentId,
      staging: StagingPoint.nullable().optional(),
      commandPost: Text(500).optional(),
      report: MethaneReport.partial().optional(),
    }),
    reply,
    ROOM,
    'Where vehicles report first, who leads at the scene, and the short report (METHANE).',
  ),
  'massCasualty.end': command(
    z.object({ incidentId: IncidentId }),
    reply,
    DISPATCH,
    'The mode ends; what was counted stays.',
  ),
  'casualty.count': command(
    z.object({ incidentId: IncidentId, tag: TriageTag, deviceAt: Instant.optional() }),
    z.object({ casualty: Casualty }),
    [...ROOM, 'crew'],
    'One patient more, with a colour: each tap is one patient, so that taps of two crews add up.',
  ),
  'casualty.amend': command(
    z.object({
      casualtyId: CasualtyId,
      tag: TriageTag.optional(),
      /** The vehicle that takes this patient; null: none. */
      missionId: MissionId.nullable().optional(),
      /** Where to, for whoever goes without a vehicle of ours. */
      hospitalId: HospitalId.nullable().optional(),
      state: CasualtyState.extract(['at_scene', 'delivered', 'released']).optional(),
    }),
    z.object({ casualty: Casualty }),
    [...ROOM, 'crew'],
    'Another colour, a vehicle, a hospital, or gone without one.',
  ),
  'casualty.strike': command(
    z.object({ casualtyId: CasualtyId }),
    z.object({ casualty: Casualty }),
    [...ROOM, 'crew'],
    'Counted in error: stays on record and counts no longer.',
  ),
} as const;
