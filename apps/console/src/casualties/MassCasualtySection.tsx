import { TAG_ORDER, TRIAGE_TAGS, type Incident, type Mission } from '#contracts';
import { Banner, Button, CASUALTIES, TagMark, TallyMarks, formatHourMinute, send, useBoard, useTexts } from '#web';
import { useState } from 'react';
import { useAct } from '../detail/use-act.js';
import { useMay } from '../may.js';
import { askVehicles } from './ask-vehicles.js';
import { CasualtyList } from './CasualtyList.js';
import { distributionOf } from './distribution.js';
import { SceneForm } from './SceneForm.js';
import { useCasualties } from './use-casualties.js';
import './casualties.css';

const ASKED_AT_ONCE = [2, 3, 5] as const;

function Distribution({ incidentId }: { incidentId: Incident['id'] }) {
  const { t } = useTexts();
  const { casualties } = useCasualties(incidentId);
  const hospitals = useBoard((board) => board.hospitals);
  const shares = distributionOf(casualties);
  if (shares.length === 0) return null;
  return (
    <div className="distribution" role="group" aria-label={t(CASUALTIES.sentTo)}>
      <b>{t(CASUALTIES.sentTo)}</b>
      {shares.map(({ hospitalId, total, byTag }) => (
        <p key={hospitalId}>
          <span className="tn">{total}</span> {hospitals[hospitalId]?.name}{' '}
          {TAG_ORDER.flatMap((tag) => (byTag[tag] ? [<TagMark key={tag} tag={tag} count={byTag[tag]} />] : []))}
        </p>
      ))}
    </div>
  );
}

function Asking({ incidentId }: { incidentId: Incident['id'] }) {
  const { t, say } = useTexts();
  const may = useMay('dispatch.offer');
  const { run, sending, failure } = useAct();
  if (!may) return null;
  return (
    <>
      <div className="actions">
        {ASKED_AT_ONCE.map((count) => (
          <Button
            key={count}
            className="small"
            aria-busy={sending}
            onClick={() => void (sending || run(() => askVehicles(incidentId, count)))}
          >
            {t(CASUALTIES.askVehicles, { count })}
          </Button>
        ))}
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </>
  );
}

/** One incident with many patients: the tally, every patient, where they went, and what the scene is told. */
export function MassCasualtySection({ incident, missions }: { incident: Incident; missions: readonly Mission[] }) {
  const { t, say } = useTexts();
  const { massCasualty, casualties, tally } = useCasualties(incident.id);
  const mayEnd = useMay('massCasualty.end');
  const { run, failure } = useAct();
  const [listed, setListed] = useState(true);
  const { id: incidentId } = incident;
  if (!massCasualty || incident.state === 'closed') return null;
  const { endedAt } = massCasualty;
  return (
    <section className="mass-casualty" aria-label={t(CASUALTIES.title)}>
      <div className="mass-head">
        <h3>{t(CASUALTIES.title)}</h3>
        <TallyMarks tally={tally} />
        <span className="grow" />
        {endedAt ? (
          <span className="tn">{t(CASUALTIES.endedAt, { time: formatHourMinute(endedAt) })}</span>
        ) : mayEnd ? (
          <Button className="small" onClick={() => void run(() => send('massCasualty.end', { incidentId }))}>
            {t(CASUALTIES.end)}
          </Button>
        ) : null}
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <div className="count-buttons" role="group" aria-label={t(CASUALTIES.countHere)}>
        {TAG_ORDER.map((tag) => (
          <button
            key={tag}
            type="button"
            className={`count-button tag-${tag}`}
            aria-label={t(CASUALTIES.add, { tag: t(TRIAGE_TAGS[tag]) })}
            onClick={() => void run(() => send('casualty.count', { incidentId, tag }))}
          >
            <b className="tn">{tally[tag]}</b> {t(TRIAGE_TAGS[tag])} +
          </button>
        ))}
      </div>
      <Asking incidentId={incidentId} />
      <Distribution incidentId={incidentId} />
      <SceneForm key={massCasualty.commandPost} incident={incident} massCasualty={massCasualty} total={tally.total} />
      {casualties.length > 0 ? (
        <Button className="small" kind="quiet" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {t(CASUALTIES.patients)}
        </Button>
      ) : null}
      {listed ? <CasualtyList casualties={casualties} missions={missions} /> : null}
    </section>
  );
}
