import type { Incident, MissionOutcome, VehicleLevel } from '#contracts';
import type { Random } from '#chance';

/** What one mission will take, in seconds, and how it ends. */
export interface MissionPlan {
  readonly turnoutSeconds: number;
  readonly toPatientSeconds: number;
  readonly careSeconds: number;
  readonly handoverSeconds: number;
  readonly readySeconds: number;
  readonly outcome: MissionOutcome;
}

const OUTCOMES: Readonly<Record<MissionOutcome, number>> = {
  transported: 76,
  treated_on_scene: 9,
  transport_declined: 5,
  left_otherwise: 5,
  not_found: 4,
  died_before_arrival: 1,
};
const ON_A_MOTORBIKE: Partial<Record<MissionOutcome, number>> = { treated_on_scene: 8, transport_declined: 2 };

/** Drawn from the mission's own stream: a simulation that starts again goes on with the same plan. */
export function planMission(random: Random, incident: Pick<Incident, 'priority'>, level: VehicleLevel): MissionPlan {
  const urgent = incident.priority <= 2;
  return {
    turnoutSeconds: urgent ? random.between(35, 100) : random.between(50, 170),
    toPatientSeconds: random.between(30, 180),
    careSeconds: urgent ? random.between(480, 1_140) : random.between(360, 900),
    handoverSeconds: random.between(300, 900),
    readySeconds: random.between(120, 480),
    outcome: random.weighted(level === 'motorbike' ? ON_A_MOTORBIKE : OUTCOMES),
  };
}
