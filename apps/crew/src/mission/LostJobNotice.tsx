import type { CrewView } from '#contracts';
import { Banner, Button, CREW, useTexts } from '#web';
import { useEffect, useRef, useState } from 'react';
import { playOrderTone } from '../offer/sound.js';
import { useOutbox } from '../outbox/use-outbox.js';
import { lostJob, type LostJob } from './lost-job.js';

/** Says once, aloud, that dispatch took the order or the job away; stays until the crew has read it. */
export function LostJobNotice({ view }: { view: CrewView }) {
  const { t } = useTexts();
  const [lost, setLost] = useState<LostJob | null>(null);
  const before = useRef(view);
  useEffect(() => {
    const { entries, settled } = useOutbox.getState();
    const found = lostJob(before.current, view, [...settled, ...entries]);
    before.current = view;
    if (!found) return;
    setLost(found);
    playOrderTone();
    navigator.vibrate?.([300, 150, 300]);
  }, [view]);
  if (!lost) return null;
  const words = lost.kind === 'order' ? CREW.lostOrder : CREW.lostJob;
  return (
    <div className="refused">
      <Banner
        tone="fault"
        action={
          <Button className="large" onClick={() => setLost(null)}>
            {t(CREW.understood)}
          </Button>
        }
      >
        {t(words, { number: lost.incidentNumber.slice(-4) })}
      </Banner>
    </div>
  );
}
