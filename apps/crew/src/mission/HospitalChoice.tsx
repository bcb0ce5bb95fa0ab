import { CALL_REASONS, CAPABILITIES, type Capability, type CrewView, type HospitalId, type LngLat } from '#contracts';
import { CREW, formatDistance, useTexts } from '#web';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';
import { hospitalOptions } from './hospitals.js';

/** Where the patient goes. */
export function HospitalChoice(props: {
  view: CrewView;
  from: LngLat | null;
  onChoose: (id: HospitalId) => void;
  onClose: () => void;
}) {
  const { t, language } = useTexts();
  const { incident, hospitals, mission } = props.view;
  const needed: readonly Capability[] = incident ? CALL_REASONS[incident.reason].capabilities : [];
  return (
    <Sheet title={t(CREW.chooseHospital)} onClose={props.onClose}>
      {hospitalOptions(hospitals, needed, props.from).map(({ hospital, metres, lacking }) => (
        <ChoiceRow
          key={hospital.id}
          pressed={hospital.id === mission?.hospitalId}
          onChoose={() => props.onChoose(hospital.id)}
          hint={[
            ...(metres === null ? [] : [`${formatDistance(metres, language)} ${t(CREW.straightLine)}`]),
            lacking.length === 0
              ? t(CREW.able)
              : t(CREW.lacks, { capabilities: lacking.map((one) => t(CAPABILITIES[one])).join(', ') }),
          ].join(' · ')}
        >
          {hospital.name}
        </ChoiceRow>
      ))}
    </Sheet>
  );
}
