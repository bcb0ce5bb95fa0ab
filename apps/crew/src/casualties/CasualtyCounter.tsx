import { TAG_ORDER, tallyOf, TRIAGE_TAGS, type CrewView, type TriageTag } from '#contracts';
import { Button, CASUALTIES, useTexts } from '#web';
import { IconFlag } from '@tabler/icons-react';
import { deviceInstant, tap, useOutbox } from '../outbox/use-outbox.js';
import './casualties.css';

/** Taps that the server has not got yet count already: nobody counts a patient twice because of a dead spot. */
function useTallied({ casualties }: CrewView) {
  const waiting = useOutbox(({ entries }) => entries);
  const tapped = waiting
    .filter(({ name, refusal }) => name === 'casualty.count' && refusal === null)
    .map(({ body }) => ({ tag: (body as { tag: TriageTag }).tag, state: 'at_scene' as const }));
  return tallyOf([...casualties, ...tapped]);
}

/** Who counts at the scene: one tap is one patient. */
export function CasualtyCounter({ view }: { view: CrewView }) {
  const { t } = useTexts();
  const tally = useTallied(view);
  const { incident, massCasualty, casualties } = view;
  if (!incident || !massCasualty || massCasualty.endedAt) return null;
  const last = casualties.filter(({ state, missionId }) => state === 'at_scene' && !missionId).at(-1);
  const count = (tag: TriageTag) => {
    tap('casualty.count', { incidentId: incident.id, tag, deviceAt: deviceInstant() });
    navigator.vibrate?.(60);
  };
  return (
    <section className="counter" aria-label={t(CASUALTIES.title)}>
      {massCasualty.staging ? (
        <p className="counter-staging">
          <IconFlag size={22} aria-hidden />
          <span>
            <b>{t(CASUALTIES.stagingFirst)}</b> {massCasualty.staging.words}
          </span>
        </p>
      ) : null}
      <div className="counter-tags">
        {TAG_ORDER.map((tag) => (
          <button
            key={tag}
            type="button"
            className={`counter-tag tag-${tag}`}
            aria-label={t(CASUALTIES.add, { tag: t(TRIAGE_TAGS[tag]) })}
            onClick={() => count(tag)}
          >
            <b className="tn">{tally[tag]}</b>
            {t(TRIAGE_TAGS[tag])}
            <span>{t(TRIAGE_TAGS[tag].means)}</span>
          </button>
        ))}
      </div>
      {last ? (
        <Button className="large" onClick={() => tap('casualty.strike', { casualtyId: last.id })}>
          {t(CASUALTIES.strikeLast, { number: last.number })}
        </Button>
      ) : null}
    </section>
  );
}
