import type { IncidentState } from '#contracts';

/** How early a ride turns into work. */
export interface LeadRules {
  /** When no road says how long the drive takes. */
  readonly usualSeconds: number;
  /** On top of turnout and drive: finding the entrance, parking, asking a second station. */
  readonly marginSeconds: number;
}
export const USUAL_LEAD: LeadRules = { usualSeconds: 1_800, marginSeconds: 600 };

/** When a ride due at `dueAt` turns into work; `etaSeconds` is turnout and drive of the likely vehicle, null unknown. */
export const startOf = (dueAt: Date, etaSeconds: number | null, rules: LeadRules): Date => {
  const lead = etaSeconds === null ? rules.usualSeconds : etaSeconds + rules.marginSeconds;
  return new Date(dueAt.getTime() - lead * 1_000);
};

/** A ride waits for its time; without one, or when it has come, it is work as soon as there is a place. */
export function openingState(ride: { startAt: Date | null; position: unknown }, now: Date): IncidentState {
  if (ride.startAt && ride.startAt > now) return 'scheduled';
  return ride.position ? 'waiting' : 'taken';
}
