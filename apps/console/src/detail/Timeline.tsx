import type { Message, Note, TimelineEntry } from '#contracts';
import { formatClock, TIMELINE, useBoard, useTexts } from '#web';
import { useMemo, useState } from 'react';
import { ChoiceMade } from './ChoiceMade.js';
import { entryWords, isMilestone, isTelling } from './timeline.js';

interface TimelineProps {
  entries: readonly TimelineEntry[];
  notes: readonly Note[];
  messages: readonly Message[];
}

/** What happened, newest first, as the journal has it; all of it, or only the turning points. */
export function Timeline({ entries, notes, messages }: TimelineProps) {
  const { t, language } = useTexts();
  const units = useBoard((board) => board.units);
  const [brief, setBrief] = useState(false);
  const written = useMemo(() => [...notes, ...messages], [notes, messages]);
  return (
    <>
      <label className="timeline-brief">
        <input type="checkbox" checked={brief} onChange={(event) => setBrief(event.target.checked)} />
        {t(TIMELINE.milestones)}
      </label>
      <ol className="timeline">
        {entries
          .filter((entry) => isTelling(entry) && (!brief || isMilestone(entry)))
          .reverse()
          .map((entry) => (
            <li key={entry.n}>
              <span className="tn">{formatClock(entry.at)}</span>
              <span>
                {entryWords(entry, written, language)}
                {entry.vehicleId ? <b className="tn"> {units[entry.vehicleId]?.callSign ?? ''}</b> : null}
                <span className="timeline-by"> · {entry.by}</span>
                {entry.kind === 'request.opened' ? <ChoiceMade entry={entry} /> : null}
              </span>
            </li>
          ))}
      </ol>
    </>
  );
}
