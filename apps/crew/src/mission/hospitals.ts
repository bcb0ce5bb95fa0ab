import type { Capability, Hospital, LngLat } from '#contracts';
import { straightMetres } from '../map/distance.js';

export interface HospitalOption {
  hospital: Hospital;
  metres: number | null;
  lacking: Capability[];
}

/** Where the patient could go: those with everything needed first, the nearer before the farther. */
export function hospitalOptions(
  hospitals: readonly Hospital[],
  needed: readonly Capability[],
  from: LngLat | null,
): HospitalOption[] {
  return hospitals
    .map((hospital) => ({
      hospital,
      metres: from && straightMetres(from, hospital.position),
      lacking: needed.filter((capability) => !hospital.capabilities.includes(capability)),
    }))
    .sort((a, b) => a.lacking.length - b.lacking.length || (a.metres ?? 0) - (b.metres ?? 0));
}
