import { isActiveMission, type Duty, type Freshness, type MissionState, type UnitStatus } from '#contracts';

/** With an active mission a vehicle does what the mission does; without one, what its duty says. */
export const unitStatus = (duty: Duty, mission: { state: MissionState } | null): UnitStatus =>
  mission && isActiveMission(mission.state) ? (mission.state as UnitStatus) : duty;

/** Free to be asked: at its post or on the way back, with a crew. */
export const isDispatchable = (status: UnitStatus): boolean => status === 'available' || status === 'returning';

const LIVE_SECONDS = 15;
const AGEING_SECONDS = 60;
const STALE_SECONDS = 300;

/** How far a position can be trusted, from its age in seconds; a vehicle without one is lost. */
export function freshness(ageSeconds: number | null): Freshness {
  if (ageSeconds === null || ageSeconds > STALE_SECONDS) return 'lost';
  if (ageSeconds <= LIVE_SECONDS) return 'live';
  return ageSeconds <= AGEING_SECONDS ? 'ageing' : 'stale';
}
