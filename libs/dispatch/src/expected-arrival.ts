import type { Hospital, Incident, LngLat, Mission } from '#contracts';

/**
 * Where a vehicle under way is going: to the scene until it is there, to its hospital once it has left with a patient;
 * null while it stands, or when the place is not known.
 */
export function destinationOf(
  mission: Pick<Mission, 'state' | 'hospitalId'>,
  incident: Pick<Incident, 'place'> | undefined,
  hospitals: Readonly<Record<string, Pick<Hospital, 'position'>>>,
): LngLat | null {
  switch (mission.state) {
    case 'notified':
    case 'acknowledged':
    case 'en_route':
      return incident?.place.position ?? null;
    case 'left_scene':
      return (mission.hospitalId && hospitals[mission.hospitalId]?.position) || null;
    default:
      return null;
  }
}

/**
 * When a vehicle will be there, in milliseconds: what is left of its turnout, then the drive. A crew that has not yet
 * said that it is on its way is not yet driving, however long it has taken already.
 */
export function expectedArrivalMs(
  mission: Pick<Mission, 'state' | 'since'>,
  driveSeconds: number,
  turnoutSeconds: number,
  nowMs: number,
): number {
  const mobilising = mission.state === 'notified' || mission.state === 'acknowledged';
  const goneSeconds = (nowMs - new Date(mission.since).getTime()) / 1_000;
  const turnoutLeft = mobilising ? Math.max(0, turnoutSeconds - goneSeconds) : 0;
  return nowMs + (turnoutLeft + driveSeconds) * 1_000;
}
