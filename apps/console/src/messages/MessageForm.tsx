import { QUICK_TEXTS, type QuickText, type VehicleId } from '#contracts';
import { Banner, Button, Field, MESSAGES, useBoard, useTexts } from '#web';
import { useState } from 'react';
import { WaitingList } from '../outbox/WaitingList.js';
import { usePost } from '../outbox/use-outbox.js';

const OF_ROOM = (Object.keys(QUICK_TEXTS) as QuickText[]).filter((key) => QUICK_TEXTS[key].from === 'room');

/** A quick text with one press; what is typed is sent alone, or goes with the quick text pressed. */
export function MessageForm({ vehicleId }: { vehicleId: VehicleId }) {
  const { t, say } = useTexts();
  const [text, setText] = useState('');
  const [asksAnswer, setAsksAnswer] = useState(false);
  const { post, sending, failure } = usePost('message.send');
  // Of the job it is written for, also when it arrives late and the crew is on another one.
  const incidentId = useBoard((board) => board.units[vehicleId]?.incidentId) ?? undefined;
  const typed = text.trim();
  const send = async (quick?: QuickText) => {
    if (sending || (!quick && typed === '')) return;
    const sent = await post({ vehicleId, incidentId, text: typed, ...(quick ? { quick } : { asksAnswer }) });
    if (!sent) return;
    setText('');
    setAsksAnswer(false);
  };
  return (
    <form
      className="message-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="message-quick" role="group" aria-label={t(MESSAGES.quick)}>
        {OF_ROOM.map((quick) => (
          <Button key={quick} className="small" onClick={() => void send(quick)}>
            {say(QUICK_TEXTS[quick])}
          </Button>
        ))}
      </div>
      <WaitingList of={({ body }) => 'vehicleId' in body && body.vehicleId === vehicleId} />
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <Field label={t(MESSAGES.text)} hint={t(MESSAGES.textHint)}>
        {(ids) => (
          <input
            {...ids}
            data-entry
            className="input"
            maxLength={500}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="message-send">
        <label>
          <input type="checkbox" checked={asksAnswer} onChange={(event) => setAsksAnswer(event.target.checked)} />
          {t(MESSAGES.asksAnswer)}
        </label>
        <span className="grow" />
        <Button type="submit" kind="primary" keyCap="Enter" aria-busy={sending}>
          {t(MESSAGES.send)}
        </Button>
      </div>
    </form>
  );
}
