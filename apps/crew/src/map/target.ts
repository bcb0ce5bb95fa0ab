import type { CrewView, LngLat } from '#contracts';
import { rankOf } from '../mission/steps.js';

/** Where the vehicle is driving: to the scene until it has left it, then to the chosen hospital; null at a stop. */
export function targetOf({ mission, incident, hospitals }: CrewView): { at: LngLat; kind: 'run' | 'patient' } | null {
  if (!mission) return null;
  const rank = rankOf(mission.state);
  if (rank < rankOf('on_scene')) {
    const at = incident?.place.position;
    return at ? { at, kind: 'run' } : null;
  }
  const hospital = hospitals.find(({ id }) => id === mission.hospitalId);
  return hospital && rank < rankOf('at_hospital') ? { at: hospital.position, kind: 'patient' } : null;
}
