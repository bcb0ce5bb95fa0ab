import type { CrewView, LngLat } from '#contracts';
import { rankOf } from '../mission/steps.js';

/** Where the vehicle is driving: to the scene until it has left it, then to the chosen hospital; null at a stop. */
export function targetOf({
  mission,
  incident,
  hospitals,
  massCasualty,
}: CrewView): { at: LngLat; kind: 'run' | 'patient' } | null {
  if (!mission) return null;
  // Of an incident with many patients vehicles report where the room keeps them until they are called forward.
  const staging = massCasualty?.endedAt === null ? massCasualty.staging?.position : undefined;
  const rank = rankOf(mission.state);
  if (rank < rankOf('on_scene')) {
    const at = staging ?? incident?.place.position;
    return at ? { at, kind: 'run' } : null;
  }
  const hospital = hospitals.find(({ id }) => id === mission.hospitalId);
  return hospital && rank < rankOf('at_hospital') ? { at: hospital.position, kind: 'patient' } : null;
}
