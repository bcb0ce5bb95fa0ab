import { Banner, Button, CONSOLE, LINKS, formatClock, useBoard, useTexts } from '#web';
import { useState } from 'react';
import { shortNumber } from '../queue/queue.js';
import { openIncident } from '../room.js';

/** Callers who said that the patient has left: a line without an alarm, until somebody has seen it here. */
export function LeftBar() {
  const { t } = useTexts();
  const links = useBoard((board) => board.callerLinks);
  const incidents = useBoard((board) => board.incidents);
  const [seen, setSeen] = useState<readonly string[]>([]);
  return Object.values(links).map(({ id, incidentId, leftAt, endedAt }) => {
    const incident = incidentId && incidents[incidentId];
    // Taken back and said again is said anew.
    const said = `${id} ${leftAt}`;
    if (!incident || incident.state === 'closed' || !leftAt || endedAt || seen.includes(said)) return null;
    return (
      <Banner
        key={id}
        tone="warning"
        action={
          <>
            <Button
              onClick={() => {
                setSeen([...seen, said]);
                openIncident(incident.id);
              }}
            >
              {t(CONSOLE.openIt)}
            </Button>
            <Button kind="quiet" onClick={() => setSeen([...seen, said])}>
              {t(LINKS.known)}
            </Button>
          </>
        }
      >
        {t(LINKS.leftOf, { number: shortNumber(incident.number), time: formatClock(leftAt) })}
      </Banner>
    );
  });
}
