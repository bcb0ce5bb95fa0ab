import { LIKENESS_SIGNS } from '#contracts';
import { CONSOLE, INTAKE, formatDistance, secondsSince, useNow, useTexts } from '#web';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortNumber } from '../queue/queue.js';
import type { LikelySame } from './use-likely-same.js';
import './duplicates.css';

/** Another report that looks like this one, why, and what can be done about it. */
export function DuplicateCard({ found, children }: { found: LikelySame; children: ReactNode }) {
  const { t, language } = useTexts();
  const nowMs = useNow();
  const { candidate, likeness } = found;
  const minutes = Math.floor(secondsSince(candidate.receivedAt, nowMs) / 60);
  const facts = [
    likeness.distanceMetres === null
      ? null
      : t(INTAKE.away, { distance: formatDistance(likeness.distanceMetres, language) }),
    t(INTAKE.ago, { minutes }),
    ...likeness.signs.map((sign) => t(LIKENESS_SIGNS[sign])),
    candidate.state === 'closed' ? t(INTAKE.closedAlready) : null,
  ];
  return (
    <div className="duplicate" role="status">
      <IconCopy size={15} aria-hidden />
      <span>
        <strong>{t(CONSOLE.duplicate, { number: shortNumber(candidate.number) })}</strong>{' '}
        {facts.filter(Boolean).join(', ')}
      </span>
      <div className="actions">{children}</div>
    </div>
  );
}
