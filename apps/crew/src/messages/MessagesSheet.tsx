import { QUICK_TEXTS, type IncidentId, type Message, type QuickText, type VehicleId } from '#contracts';
import { Banner, Button, Field, MESSAGES, formatHourMinute, messageWords, useTexts } from '#web';
import { useState } from 'react';
import { useDriving } from '../device/driving.js';
import { deviceInstant, tap } from '../outbox/use-outbox.js';
import { Sheet } from '../sheet/Sheet.js';
import { useReceipts } from './use-receipts.js';

const OF_CREW = (Object.keys(QUICK_TEXTS) as QuickText[]).filter((key) => QUICK_TEXTS[key].from === 'crew');

interface About {
  vehicleId: VehicleId;
  incidentId: IncidentId | null;
}

function Earlier({ messages }: { messages: readonly Message[] }) {
  const { t, say } = useTexts();
  if (messages.length === 0) return null;
  return (
    <ul className="earlier" aria-label={t(MESSAGES.earlier)}>
      {messages.toReversed().map((message) => (
        <li key={message.id} data-from={message.from}>
          <span className="tn">{formatHourMinute(message.sentAt)}</span>
          <b>{t(message.from === 'room' ? MESSAGES.room : MESSAGES.crew)}</b>
          <span>{say(messageWords(message))}</span>
        </li>
      ))}
    </ul>
  );
}

function Typed({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  return (
    <form
      className="typed"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend(text.trim());
      }}
    >
      <Field label={t(MESSAGES.typed)}>
        {(ids) => (
          <input
            {...ids}
            className="input large"
            maxLength={500}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="primary" className="large">
        {t(MESSAGES.send)}
      </Button>
    </form>
  );
}

/** What the crew says with one tap; typing and reading back only when the vehicle stands still. */
export function MessagesSheet(props: About & { messages: readonly Message[]; onClose: () => void }) {
  const { t, say } = useTexts();
  const driving = useDriving();
  const { vehicleId, incidentId, messages, onClose } = props;
  useReceipts(driving ? [] : messages);
  const send = (words: { quick: QuickText } | { text: string }) => {
    tap('message.send', { vehicleId, ...(incidentId ? { incidentId } : {}), ...words, deviceAt: deviceInstant() });
    navigator.vibrate?.(60);
    onClose();
  };
  return (
    <Sheet title={t(MESSAGES.toRoom)} onClose={onClose}>
      <div className="quick-texts">
        {OF_CREW.map((quick) => (
          <button key={quick} type="button" className="choice-row" onClick={() => send({ quick })}>
            {say(QUICK_TEXTS[quick])}
          </button>
        ))}
      </div>
      {driving ? <Banner tone="note">{t(MESSAGES.driving)}</Banner> : <Typed onSend={(text) => send({ text })} />}
      {driving ? null : <Earlier messages={messages} />}
    </Sheet>
  );
}
