import { SPECIAL_NEEDS, SpecialNeed, specialNeedsOf, triage } from '#contracts';
import { KeyCap, SENDING, useTexts } from '#web';
import { useDraft } from '../intake/use-draft.js';
import { useProtocol } from '../protocols/use-protocols.js';
import { toggleNeed, useRecommended, wantVehicles, type RecommendTarget } from './use-recommendation.js';

/** The key of each need while the list has the focus. */
const NEED_KEYS: Record<SpecialNeed, string> = { als: 'H', neonatal: 'S', obstetric: 'B', two_wheeler: 'M' };

/** Letters and signs work in the list only: elsewhere a Vietnamese input tool may be sending them. */
export function onNeedKey(code: string): boolean {
  const need = SpecialNeed.options.find((one) => code === `Key${NEED_KEYS[one]}`);
  if (need) toggleNeed(need);
  else if (code === 'Equal' || code === 'NumpadAdd') wantVehicles(useRecommended.getState().count + 1);
  else if (code === 'Minus' || code === 'NumpadSubtract') wantVehicles(useRecommended.getState().count - 1);
  else return false;
  return true;
}

/** What reason and answers ask for by themselves; it goes when another answer is given. */
function useAskedByAnswers(target: RecommendTarget): readonly SpecialNeed[] {
  const draft = useDraft();
  const { reason, answers } = target.kind === 'incident' ? target.incident : draft;
  const protocol = useProtocol(reason);
  return reason ? specialNeedsOf(triage(reason, answers, protocol)) : [];
}

/** What is asked for, by the answers or by a person beyond them, and how many vehicles. */
export function NeedsBar({ patientCount, target }: { patientCount: number; target: RecommendTarget }) {
  const { t } = useTexts();
  const { needs, count } = useRecommended();
  const byAnswers = useAskedByAnswers(target);
  return (
    <div className="needs" role="group" aria-label={t(SENDING.needs)}>
      {SpecialNeed.options.map((need) => (
        <button
          key={need}
          type="button"
          aria-pressed={needs.includes(need) || byAnswers.includes(need)}
          aria-disabled={byAnswers.includes(need) || undefined}
          title={byAnswers.includes(need) ? t(SENDING.needByAnswers) : undefined}
          onClick={() => byAnswers.includes(need) || toggleNeed(need)}
        >
          <KeyCap>{NEED_KEYS[need]}</KeyCap>
          {t(SPECIAL_NEEDS[need])}
        </button>
      ))}
      <span className="grow" />
      <button type="button" aria-label={t(SENDING.fewerVehicles)} onClick={() => wantVehicles(count - 1)}>
        −
      </button>
      <span className="needs-count tn" title={t(SENDING.victimsHint, { count: patientCount })}>
        {t(SENDING.vehicleCount, { count })}
      </span>
      <button type="button" aria-label={t(SENDING.moreVehicles)} onClick={() => wantVehicles(count + 1)}>
        +
      </button>
    </div>
  );
}
