import type { MissionStep } from '#contracts';
import { CREW } from '#web';

/** What the big button says for each step. */
export const BUTTON_OF_STEP = {
  notified: CREW.newOrder,
  acknowledged: CREW.stepAcknowledged,
  en_route: CREW.stepEnRoute,
  on_scene: CREW.stepOnScene,
  at_patient: CREW.stepAtPatient,
  left_scene: CREW.stepLeftScene,
  at_hospital: CREW.stepAtHospital,
  handed_over: CREW.stepHandedOver,
  completed: CREW.stepCompleted,
} as const satisfies Record<MissionStep, unknown>;
