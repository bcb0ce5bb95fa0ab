import type { Message } from '#contracts';
import { Button, MESSAGES, formatHourMinute, isWaitingFor, messageWords, useTexts } from '#web';
import { useEffect, useState } from 'react';
import { playMessageTone } from '../offer/sound.js';
import { deviceInstant, tap } from '../outbox/use-outbox.js';
import { useReceipts } from './use-receipts.js';
import './messages.css';

/** Messages that ask for an answer stay until it was given; the others until they are put away on this screen. */
function useWaiting(messages: readonly Message[]) {
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const [openedAt] = useState(() => deviceInstant());
  const waiting = messages.filter(
    (message) =>
      message.from === 'room' &&
      !putAway.has(message.id) &&
      (message.asksAnswer ? isWaitingFor('crew', message) : message.state === 'sent' || message.sentAt > openedAt),
  );
  return { waiting, putAwayOne: (id: string) => setPutAway((before) => new Set([...before, id])) };
}

/** What the room said last, large and one at a time: read at arm's length, answered with one tap. */
export function IncomingMessage({ messages }: { messages: readonly Message[] }) {
  const { t, say } = useTexts();
  const { waiting, putAwayOne } = useWaiting(messages);
  const [message] = waiting;
  useReceipts(message ? [message] : []);
  useEffect(() => {
    if (!message) return;
    playMessageTone();
    navigator.vibrate?.(200);
  }, [message?.id]);
  if (!message) return null;
  const { id, vehicleId, asksAnswer } = message;
  const answer = () => {
    tap('message.acknowledge', { vehicleId, messageId: id, deviceAt: deviceInstant() });
    navigator.vibrate?.(60);
  };
  return (
    <section className="incoming" data-asks={asksAnswer || undefined} aria-label={t(MESSAGES.fromRoom)}>
      <p className="incoming-head">
        <span>{t(MESSAGES.fromRoom)}</span> <time className="tn">{formatHourMinute(message.sentAt)}</time>
        {waiting.length > 1 ? <span>{t(MESSAGES.more, { count: waiting.length - 1 })}</span> : null}
      </p>
      <p className="incoming-words" role="status">
        {say(messageWords(message))}
      </p>
      <Button
        kind={asksAnswer ? 'primary' : 'plain'}
        className="large"
        onClick={asksAnswer ? answer : () => putAwayOne(id)}
      >
        {t(asksAnswer ? MESSAGES.acknowledge : MESSAGES.close)}
      </Button>
    </section>
  );
}
