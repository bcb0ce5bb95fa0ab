import { CLOSE_REASONS, type Incident } from '#contracts';
import { Banner, Button, COMMON, CONSOLE, Field, INTAKE, send, useTexts } from '#web';
import { useState } from 'react';
import { useReturnFocus } from '../focus.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { shortNumber } from '../queue/queue.js';
import { useQueue } from '../queue/use-queue.js';
import { openIncident } from '../room.js';
import { useAct } from './use-act.js';

/** A field for the reason and a button, for acts that are irreversible or need a word on record. */
function WithReason(props: {
  verb: string;
  onGo: (because: string) => void;
  onCancel: () => void;
  children?: React.ReactNode;
}) {
  const { t } = useTexts();
  useReturnFocus();
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <div className="detail-form" role="group" aria-label={props.verb}>
      {props.children}
      <Field label={t(CONSOLE.because)} fault={tried && !because.trim() ? t(CONSOLE.becauseMissing) : null}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            autoFocus
            maxLength={300}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <Button
          onClick={() => {
            setTried(true);
            if (because.trim()) props.onGo(because);
          }}
        >
          {props.verb}
        </Button>
        <Button onClick={props.onCancel}>{t(COMMON.cancel)}</Button>
      </div>
    </div>
  );
}

function Merge({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { t, say } = useTexts();
  const act = useAct();
  const others = useQueue().filter((row) => row.incident.id !== incident.id);
  const [into, setInto] = useState(others[0]?.incident.id ?? '');
  const target = others.find((row) => row.incident.id === into)?.incident;
  if (others.length === 0) return <Banner tone="note">{t(CONSOLE.mergeNone)}</Banner>;
  return (
    <WithReason
      verb={t(CONSOLE.merge)}
      onCancel={onDone}
      onGo={(because) => {
        if (!target) return;
        void act
          .run(() => send('incident.merge', { from: incident.id, into: target.id, because }))
          .then((done) => done && openIncident(target.id));
      }}
    >
      <Field label={t(CONSOLE.mergeInto)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={into}
            onChange={(event) => setInto(event.target.value as typeof into)}
          >
            {others.map((row) => (
              <option key={row.incident.id} value={row.incident.id}>
                {shortNumber(row.incident.number)} · {row.incident.place.address}
              </option>
            ))}
          </select>
        )}
      </Field>
      {act.failure ? <Banner tone="fault">{say(act.failure.message)}</Banner> : null}
    </WithReason>
  );
}

/** How an incident ends, joins another, or comes back. */
export function Closing({ incident, busy }: { incident: Incident; busy: boolean }) {
  const { t, say } = useTexts();
  const [open, setOpen] = useState<'close' | 'merge' | 'reopen' | 'unmerge' | null>(null);
  const act = useAct();
  const done = () => setOpen(null);
  const number = shortNumber(incident.number);
  return (
    <div className="closing">
      {act.failure ? <Banner tone="fault">{say(act.failure.message)}</Banner> : null}
      {open === 'close' ? (
        <ReasonPicker
          title={t(CONSOLE.closeWhy, { number })}
          words={CLOSE_REASONS}
          disabled={act.sending}
          onCancel={done}
          onChoose={(reason) =>
            void act.run(() => send('incident.close', { incidentId: incident.id, reason })).then(done)
          }
        />
      ) : null}
      {open === 'merge' ? <Merge incident={incident} onDone={done} /> : null}
      {open === 'unmerge' ? (
        <WithReason
          verb={t(INTAKE.unmerge)}
          onCancel={done}
          onGo={(because) => void act.run(() => send('incident.unmerge', { from: incident.id, because })).then(done)}
        />
      ) : null}
      {open === 'reopen' ? (
        <WithReason
          verb={t(CONSOLE.reopen)}
          onCancel={done}
          onGo={(because) =>
            void act.run(() => send('incident.reopen', { incidentId: incident.id, because })).then(done)
          }
        />
      ) : null}
      {open ? null : (
        <div className="actions">
          {incident.mergedInto ? (
            <Button onClick={() => setOpen('unmerge')}>{t(INTAKE.unmerge)}</Button>
          ) : incident.state === 'closed' ? (
            <Button onClick={() => setOpen('reopen')}>{t(CONSOLE.reopen)}</Button>
          ) : (
            <>
              <Button
                kind="danger"
                blockedBecause={busy ? t(CONSOLE.closeBlocked) : null}
                onClick={() => setOpen('close')}
              >
                {t(CONSOLE.closeIncident)}
              </Button>
              <Button onClick={() => setOpen('merge')}>{t(CONSOLE.merge)}</Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
