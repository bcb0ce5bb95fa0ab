import { CALL_REASONS, CAPABILITIES, type Capability, type CrewView, type HospitalId, type LngLat } from '#contracts';
import { CREW, formatDistance, formatDuration, hospitalReasonWords, useTexts } from '#web';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';
import { hospitalOptions } from './hospitals.js';
import { useRanking } from './use-ranking.js';

/** Where the patient goes: as the centre ranks them, or by distance and capability without a network. */
export function HospitalChoice(props: {
  view: CrewView;
  from: LngLat | null;
  onChoose: (id: HospitalId) => void;
  onClose: () => void;
}) {
  const { t, language } = useTexts();
  const { incident, hospitals, mission } = props.view;
  const ranking = useRanking(mission?.id ?? null);
  const needed: readonly Capability[] = incident ? CALL_REASONS[incident.reason].capabilities : [];
  const own = hospitalOptions(hospitals, needed, props.from).map(({ hospital, metres, lacking }) => ({
    hospital,
    hint: [
      ...(metres === null ? [] : [`${formatDistance(metres, language)} ${t(CREW.straightLine)}`]),
      lacking.length === 0
        ? t(CREW.able)
        : t(CREW.lacks, { capabilities: lacking.map((one) => t(CAPABILITIES[one])).join(', ') }),
    ],
  }));
  const ranked = (ranking ?? []).flatMap(({ hospitalId, driveSeconds, reasons }) => {
    const hospital = hospitals.find(({ id }) => id === hospitalId);
    const words = reasons.map((reason) => hospitalReasonWords(reason, language));
    return hospital ? [{ hospital, hint: [...(driveSeconds ? [formatDuration(driveSeconds)] : []), ...words] }] : [];
  });
  return (
    <Sheet title={t(CREW.chooseHospital)} onClose={props.onClose}>
      {(ranking ? ranked : own).map(({ hospital, hint }) => (
        <ChoiceRow
          key={hospital.id}
          pressed={hospital.id === mission?.hospitalId}
          onChoose={() => props.onChoose(hospital.id)}
          hint={hint.join(' · ')}
        >
          {hospital.name}
        </ChoiceRow>
      ))}
    </Sheet>
  );
}
