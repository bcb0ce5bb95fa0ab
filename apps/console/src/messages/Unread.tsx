import type { VehicleId } from '#contracts';
import { Button, KeyCap, MESSAGES, isWaitingFor, messageWords, useBoard, useTexts } from '#web';
import { IconMessage2 } from '@tabler/icons-react';
import { oldestWaiting } from './conversation.js';
import { openMessagesOf } from './open.js';
import './messages.css';

/** Beside a call sign: how many messages of that crew wait for the room. */
export function UnreadMark({ vehicleId }: { vehicleId: VehicleId }) {
  const { t } = useTexts();
  const count = useBoard(
    (board) =>
      Object.values(board.messages).filter((one) => one.vehicleId === vehicleId && isWaitingFor('room', one)).length,
  );
  if (count === 0) return null;
  return (
    <span className="unread tn" title={t(MESSAGES.unread, { count })}>
      <IconMessage2 size={13} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t(MESSAGES.unread, { count })}</span>
    </span>
  );
}

/** In the top bar: how many wait in all; leads to the one that has waited longest. */
export function UnreadButton() {
  const { t } = useTexts();
  const messages = useBoard((board) => board.messages);
  const count = Object.values(messages).filter((one) => isWaitingFor('room', one)).length;
  const oldest = oldestWaiting(messages);
  if (!oldest) return null;
  return (
    <button type="button" className="unread-button" onClick={() => openMessagesOf(oldest.vehicleId)}>
      <IconMessage2 size={15} aria-hidden />
      <span className="tn" aria-hidden>
        {count}
      </span>
      <span className="visually-hidden">{t(MESSAGES.unread, { count })}</span>
    </button>
  );
}

/** A crew that asks for an answer is named in one line until it has one; it takes no focus and makes no sound. */
export function AskingStrip() {
  const { t, say } = useTexts();
  const messages = useBoard((board) => board.messages);
  const units = useBoard((board) => board.units);
  const asking = Object.values(messages).filter((one) => one.asksAnswer && isWaitingFor('room', one));
  const oldest = oldestWaiting(Object.fromEntries(asking.map((one) => [one.id, one])));
  if (!oldest) return null;
  const callSign = units[oldest.vehicleId]?.callSign ?? '';
  return (
    <section className="asking-strip" aria-label={t(MESSAGES.messages)}>
      <IconMessage2 size={16} aria-hidden />
      <span role="status">
        <b className="tn">{callSign}</b> {say(messageWords(oldest))}
        {asking.length > 1 ? ` · ${t(MESSAGES.more, { count: asking.length - 1 })}` : ''}
      </span>
      <span className="grow" />
      <Button className="small" onClick={() => openMessagesOf(oldest.vehicleId)}>
        {t(MESSAGES.open)} <KeyCap>Alt N</KeyCap>
      </Button>
    </section>
  );
}
