import { isUnanswered, type Message } from '#contracts';
import {
  Button,
  MESSAGES,
  formatDuration,
  formatHourMinute,
  messageWords,
  secondsSince,
  useBoard,
  useCommand,
  useNow,
  useTexts,
} from '#web';
import { useEffect, useRef } from 'react';
import { shortNumber } from '../queue/queue.js';

/** Where a message of ours stands: sent, on their screen, confirmed; or for how long it should have been. */
function Receipt({ message }: { message: Message }) {
  const { t } = useTexts();
  const nowMs = useNow();
  const { shownAt, acknowledgedAt } = message;
  if (acknowledgedAt)
    return (
      <span className="receipt tn">{t(MESSAGES.stateAcknowledged, { time: formatHourMinute(acknowledgedAt) })}</span>
    );
  if (isUnanswered(message)) {
    const waited = formatDuration(secondsSince(message.sentAt, nowMs));
    return <span className="receipt receipt-missing tn">{t(MESSAGES.unanswered, { time: waited })}</span>;
  }
  if (shownAt) return <span className="receipt tn">{t(MESSAGES.stateShown, { time: formatHourMinute(shownAt) })}</span>;
  return <span className="receipt">{t(MESSAGES.stateSent)}</span>;
}

function Confirm({ message: { id, vehicleId } }: { message: Message }) {
  const { t } = useTexts();
  const { run, sending } = useCommand('message.acknowledge');
  return (
    <Button className="small" aria-busy={sending} onClick={() => void run({ vehicleId, messageId: id })}>
      {t(MESSAGES.acknowledge)}
    </Button>
  );
}

function Line({ message }: { message: Message }) {
  const { t, say } = useTexts();
  const incident = useBoard((board) => board.incidents[message.incidentId ?? '']);
  const ours = message.from === 'room';
  return (
    <li className="message" data-from={message.from} data-unanswered={isUnanswered(message) || undefined}>
      <p className="message-head">
        <b>{ours ? message.sentBy : t(MESSAGES.crew)}</b>
        <span className="tn">{formatHourMinute(message.sentAt)}</span>
        {incident ? <span className="tn">{t(MESSAGES.about, { number: shortNumber(incident.number) })}</span> : null}
      </p>
      <p className="message-words">{say(messageWords(message))}</p>
      {ours || message.acknowledgedAt ? <Receipt message={message} /> : null}
      {!ours && isUnanswered(message) ? <Confirm message={message} /> : null}
    </li>
  );
}

/** A conversation, newest at the bottom, where it stays while somebody reads there. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  const { t } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [messages.length]);
  return (
    <ol className="message-list" ref={list} aria-label={t(MESSAGES.messages)} tabIndex={0}>
      {messages.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </ol>
  );
}
