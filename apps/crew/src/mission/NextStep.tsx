import type { Mission, MissionStep } from '#contracts';
import { CREW, useTexts } from '#web';
import {
  IconAmbulance,
  IconBuildingHospital,
  IconCheck,
  IconHeartHandshake,
  IconMapPin,
  IconStethoscope,
  type Icon,
} from '@tabler/icons-react';
import { canEndAtScene, needsHospital } from './steps.js';
import { BUTTON_OF_STEP } from './words.js';

const ICONS: Record<MissionStep, Icon> = {
  notified: IconCheck,
  acknowledged: IconCheck,
  en_route: IconAmbulance,
  on_scene: IconMapPin,
  at_patient: IconStethoscope,
  left_scene: IconAmbulance,
  at_hospital: IconBuildingHospital,
  handed_over: IconHeartHandshake,
  completed: IconCheck,
};

/** The next status in words, one touch; at the scene beside it the way out without transport. */
export function NextStep(props: { mission: Mission; step: MissionStep; onPress: () => void; onEndHere: () => void }) {
  const { t } = useTexts();
  const Icon = ICONS[props.step];
  return (
    <div className="next-step">
      {canEndAtScene(props.mission.state) ? (
        <button type="button" className="next-step-end" onClick={props.onEndHere}>
          {t(CREW.withoutTransport)}
        </button>
      ) : null}
      <button type="button" className="next-step-go" onClick={props.onPress}>
        <Icon size={44} stroke={2.2} aria-hidden />
        <span>
          <b>{t(BUTTON_OF_STEP[props.step])}</b>
          <span>{t(needsHospital(props.step, props.mission) ? CREW.chooseFirst : CREW.tapOnce)}</span>
        </span>
      </button>
    </div>
  );
}
