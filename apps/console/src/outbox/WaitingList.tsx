import { QUICK_TEXTS } from '#contracts';
import { Banner, Button, formatClock, OUTBOX, useTexts } from '#web';
import { IconClockPause } from '@tabler/icons-react';
import { discard, useOutbox } from './use-outbox.js';
import type { Waiting } from './waiting.js';
import './outbox.css';

/** What was written here and is not at the server yet, where it will stand once it is. */
export function WaitingList({ of }: { of: (waiting: Waiting) => boolean }) {
  const { t, say } = useTexts();
  const waiting = useOutbox((outbox) => outbox.waiting).filter(of);
  if (waiting.length === 0) return null;
  return (
    <ul className="waiting-list" aria-label={t(OUTBOX.waiting)}>
      {waiting.map((one) => (
        <li key={one.turn}>
          <p>
            <IconClockPause size={14} aria-hidden />
            <span className="tn">
              {formatClock(one.writtenAt)} · {t(one.refusal ? OUTBOX.refused : OUTBOX.waiting)}
            </span>
          </p>
          <p>
            {'quick' in one.body && one.body.quick ? say(QUICK_TEXTS[one.body.quick]) : null} {one.body.text}
          </p>
          {one.refusal ? (
            <Banner
              tone="fault"
              action={
                <Button className="small" onClick={() => void discard(one.turn)}>
                  {t(OUTBOX.discard)}
                </Button>
              }
            >
              {say(one.refusal.message)}
            </Banner>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
