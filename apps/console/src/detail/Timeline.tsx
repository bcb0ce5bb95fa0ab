import type { Note, TimelineEntry } from '#contracts';
import { formatClock, useBoard, useTexts } from '#web';
import { ChoiceMade } from './ChoiceMade.js';
import { entryWords, isTelling } from './timeline.js';

/** What happened, newest first, as the journal has it. */
export function Timeline({ entries, notes }: { entries: readonly TimelineEntry[]; notes: readonly Note[] }) {
  const { language } = useTexts();
  const units = useBoard((board) => board.units);
  return (
    <ol className="timeline">
      {entries
        .filter(isTelling)
        .reverse()
        .map((entry) => (
          <li key={entry.n}>
            <span className="tn">{formatClock(entry.at)}</span>
            <span>
              {entryWords(entry, notes, language)}
              {entry.vehicleId ? <b className="tn"> {units[entry.vehicleId]?.callSign ?? ''}</b> : null}
              <span className="timeline-by"> · {entry.by}</span>
              {entry.kind === 'request.opened' ? <ChoiceMade entry={entry} /> : null}
            </span>
          </li>
        ))}
    </ol>
  );
}
