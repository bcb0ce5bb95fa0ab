import { MISSION_OUTCOMES, type MissionOutcome } from '#contracts';
import { CREW, useTexts } from '#web';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';

const OUTCOMES = (Object.keys(MISSION_OUTCOMES) as MissionOutcome[]).filter((outcome) => outcome !== 'transported');

/** How a job ended that carried nobody. */
export function OutcomeChoice(props: { onChoose: (outcome: MissionOutcome) => void; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Sheet title={t(CREW.howItEnded)} onClose={props.onClose}>
      {OUTCOMES.map((outcome) => (
        <ChoiceRow key={outcome} onChoose={() => props.onChoose(outcome)}>
          {t(MISSION_OUTCOMES[outcome])}
        </ChoiceRow>
      ))}
    </Sheet>
  );
}
