import { METHANE, type Incident, type MassCasualty, type MethaneReport } from '#contracts';
import { Banner, Button, CASUALTIES, Field, read, send, useTexts } from '#web';
import { useEffect, useState } from 'react';
import { useAct } from '../detail/use-act.js';
import { startPinning, useRoom } from '../room.js';

/** Saves the staging point that was pinned on the map, named by its street. */
function useStagingPin(incidentId: Incident['id']) {
  const pinned = useRoom((room) => room.pinnedStaging);
  const { run, failure } = useAct();
  useEffect(() => {
    if (!pinned) return;
    useRoom.setState({ pinnedStaging: null });
    void run(async () => {
      const { words } = await read('GET /api/places/at', { query: { at: pinned.join(',') } });
      await send('massCasualty.amend', { incidentId, staging: { position: pinned, words } });
    });
  }, [pinned, incidentId, run]);
  return failure;
}

const LINES = Object.keys(METHANE) as (keyof MethaneReport)[];

/** Where vehicles report, who leads, and the short report; each is saved by itself. */
export function SceneForm(props: { incident: Incident; massCasualty: MassCasualty; total: number }) {
  const { t, say } = useTexts();
  const { incident, massCasualty, total } = props;
  const { staging, report } = massCasualty;
  const pinFailure = useStagingPin(incident.id);
  const [commandPost, setCommandPost] = useState(massCasualty.commandPost);
  const [lines, setLines] = useState(report);
  const { run, failure, sending } = useAct();
  const changed = commandPost !== massCasualty.commandPost || LINES.some((line) => lines[line] !== report[line]);
  const save = () =>
    void run(() => send('massCasualty.amend', { incidentId: incident.id, commandPost, report: lines }));
  return (
    <form
      className="scene-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="scene-staging">
        <b>{t(CASUALTIES.staging)}</b>{' '}
        {staging ? staging.words || staging.position.join(', ') : t(CASUALTIES.stagingNone)}{' '}
        <Button className="small" onClick={() => startPinning('staging')}>
          {t(staging ? CASUALTIES.stagingMove : CASUALTIES.stagingSet)}
        </Button>
      </p>
      {pinFailure ? <Banner tone="fault">{say(pinFailure.message)}</Banner> : null}
      <Field label={t(CASUALTIES.commandPost)} hint={t(CASUALTIES.commandPostHint)}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={500}
            value={commandPost}
            onChange={(event) => setCommandPost(event.target.value)}
          />
        )}
      </Field>
      <details>
        <summary>{t(CASUALTIES.report)}</summary>
        <p className="tn">
          {t(CASUALTIES.reportPlace)}: {incident.place.address} · {t(CASUALTIES.reportNumber)}: {total}
        </p>
        {LINES.map((line) => (
          <Field key={line} label={t(METHANE[line])}>
            {(ids) => (
              <input
                {...ids}
                className="input"
                maxLength={300}
                value={lines[line]}
                onChange={(event) => setLines({ ...lines, [line]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </details>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {changed ? (
        <Button type="submit" aria-busy={sending}>
          {t(CASUALTIES.save)}
        </Button>
      ) : null}
    </form>
  );
}
