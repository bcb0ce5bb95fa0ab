import { MESSAGES, useTexts } from '#web';
import { IconUrgent } from '@tabler/icons-react';
import { useOutbox } from '../outbox/use-outbox.js';

/** That the room knows, or that it does not know yet: the crew must not wait for help that nobody sends. */
export function DistressNotice({ raised }: { raised: boolean }) {
  const { t } = useTexts();
  const waiting = useOutbox(({ entries }) =>
    entries.some(({ name, refusal }) => name === 'distress.raise' && refusal === null),
  );
  if (!raised && !waiting) return null;
  return (
    <p className="distress-notice" role="alert">
      <IconUrgent size={30} aria-hidden />
      <span>
        <b>{t(raised ? MESSAGES.dangerRaised : MESSAGES.danger)}</b>
        {t(raised ? MESSAGES.dangerSent : MESSAGES.dangerWaiting)}
      </span>
    </p>
  );
}
