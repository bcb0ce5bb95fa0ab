import { LOG_KINDS, type LogKind } from '#contracts';
import { Banner, Button, Field, SHIFT_LOG, useCommand, useTexts } from '#web';
import { useState } from 'react';
import { WaitingList } from '../outbox/WaitingList.js';
import { useOpenOutbox, usePost } from '../outbox/use-outbox.js';

/** A line for the shift that is on now, or the receipt that it was taken over. */
export function WriteForm({ received, onWritten }: { received: boolean; onWritten: () => void }) {
  const { t, say } = useTexts();
  const [kind, setKind] = useState<LogKind>('handover');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  useOpenOutbox();
  const write = usePost('shiftLog.write');
  const receive = useCommand('shiftLog.receive');
  const failure = write.failure ?? receive.failure;
  const save = async () => {
    setTried(true);
    if (text.trim() === '' || !(await write.post({ kind, text }))) return;
    setText('');
    setTried(false);
    onWritten();
  };
  return (
    <form
      className="log-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t(SHIFT_LOG.kind)}>
        {(ids) => (
          <select {...ids} className="input" value={kind} onChange={(event) => setKind(event.target.value as LogKind)}>
            {(Object.keys(LOG_KINDS) as LogKind[]).map((key) => (
              <option key={key} value={key}>
                {t(LOG_KINDS[key])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t(SHIFT_LOG.text)}
        className="log-form-text"
        fault={tried && text.trim() === '' ? t(SHIFT_LOG.textMissing) : null}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={2}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <Button type="submit" kind="primary" aria-busy={write.sending}>
          {t(SHIFT_LOG.write)}
        </Button>
        {received ? null : (
          <Button aria-busy={receive.sending} onClick={() => void receive.run({}).then((done) => done && onWritten())}>
            {t(SHIFT_LOG.receive)}
          </Button>
        )}
      </div>
      <WaitingList of={({ name }) => name === 'shiftLog.write'} />
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </form>
  );
}
