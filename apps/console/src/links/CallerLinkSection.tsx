import type { Incident } from '#contracts';
import {
  Banner,
  Button,
  LINKS,
  TELEPHONY,
  formatClock,
  formatDistance,
  formatSpan,
  secondsSince,
  useBoard,
  useNow,
  useTexts,
} from '#web';
import type { Amending } from '../detail/use-amend.js';
import { metresApart } from '../positions/phone-position.js';
import { CallerLinkCard } from './CallerLinkCard.js';

interface Props {
  incident: Incident;
  amending: Amending;
}

/** Where the caller's telephone says it is, beside the place that was written down; a person decides. */
function SharedPosition({ incident, amending }: Props) {
  const { t, language } = useTexts();
  const nowMs = useNow();
  const positions = useBoard((board) => board.phonePositions);
  const [position] = Object.values(positions)
    .filter(({ incidentId, endedAt }) => incidentId === incident.id && endedAt === null)
    .sort((a, b) => b.fixedAt.localeCompare(a.fixedAt));
  if (!position) return null;
  const { place } = incident;
  const used = place.source === 'phone' && place.position?.join() === position.at.join();
  const apart = metresApart(place.position, position);
  const facts = [
    apart === null || used
      ? t(LINKS.sharedPosition)
      : t(TELEPHONY.positionApart, { distance: formatDistance(apart, language) }),
    position.accuracyMetres === null
      ? ''
      : t(TELEPHONY.accuracy, { distance: formatDistance(position.accuracyMetres, language) }),
    t(TELEPHONY.age, { span: formatSpan(secondsSince(position.fixedAt, nowMs), language) }),
  ];
  const { address, access } = place;
  return (
    <p className="shared-position" role="status" data-apart={(apart !== null && !used) || undefined}>
      <span className="tn">{facts.filter(Boolean).join(' · ')}</span>{' '}
      {used ? (
        <span className="link-state">{t(LINKS.inUse)}</span>
      ) : (
        <Button
          className="small"
          onClick={() => void amending.amend({ place: { address, access, position: position.at, source: 'phone' } })}
        >
          {t(LINKS.useIt)}
        </Button>
      )}
    </p>
  );
}

/** The page of the caller of a saved incident, and what came in through it. */
export function CallerLinkSection({ incident, amending }: Props) {
  const { t } = useTexts();
  const links = useBoard((board) => board.callerLinks);
  if (incident.state === 'closed') return null;
  const leftAt = Object.values(links).find(({ incidentId, leftAt }) => incidentId === incident.id && leftAt)?.leftAt;
  return (
    <>
      {leftAt ? <Banner tone="warning">{t(LINKS.left, { time: formatClock(leftAt) })}</Banner> : null}
      <SharedPosition incident={incident} amending={amending} />
      <CallerLinkCard
        about={{ incidentId: incident.id }}
        isOurs={(link) =>
          link.incidentId === incident.id || (link.draftId !== null && link.draftId === incident.draftId)
        }
        phone={incident.callerPhone ?? ''}
      />
    </>
  );
}
