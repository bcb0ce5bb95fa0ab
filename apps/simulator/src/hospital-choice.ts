import { triage, type Hospital, type Incident, type LngLat, type Protocol, type Route } from '#contracts';
import { distanceMetres } from '#geo';

/** So many are compared by road; a fourth by straight line is never the first by road in a city. */
const COMPARED = 3;

/** The hospital that is reached first among those that can do what the patient needs; any one if none can do it all. */
export async function chooseHospital(
  hospitals: readonly Hospital[],
  incident: Pick<Incident, 'reason' | 'answers'>,
  protocol: Protocol | null,
  from: LngLat,
  route: (from: LngLat, to: LngLat) => Promise<Route>,
): Promise<Hospital> {
  const candidates = nearestCapable(hospitals, incident, protocol, from);
  let best: { hospital: Hospital; seconds: number } | null = null;
  for (const hospital of candidates) {
    const { seconds } = await route(from, hospital.position);
    if (!best || seconds < best.seconds) best = { hospital, seconds };
  }
  if (!best) throw new Error('the region has no hospital');
  return best.hospital;
}

function nearestCapable(
  hospitals: readonly Hospital[],
  incident: Pick<Incident, 'reason' | 'answers'>,
  protocol: Protocol | null,
  from: LngLat,
): Hospital[] {
  const { capabilities } = triage(incident.reason, incident.answers, protocol);
  const capable = hospitals.filter((hospital) => capabilities.every((need) => hospital.capabilities.includes(need)));
  return [...(capable.length > 0 ? capable : hospitals)]
    .sort((a, b) => distanceMetres(from, a.position) - distanceMetres(from, b.position))
    .slice(0, COMPARED);
}
