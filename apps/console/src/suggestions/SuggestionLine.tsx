import { Banner, Button, CONSOLE, formatDuration, SENDING, serverNow, useBoard, useNow, useTexts } from '#web';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMay } from '../may.js';
import { shortNumber } from '../queue/queue.js';
import { leave, openSuggestions, take, useAnswering } from './suggestions.js';
import './suggestions.css';

/** One line: a nearer vehicle, and how much sooner it would be there. Nothing changes until a person takes it. */
export function SuggestionLine() {
  const { t, say } = useTexts();
  useNow();
  const { suggestions, incidents, units } = useBoard();
  const { failure, sending } = useAnswering();
  const may = useMay('suggestion.take');
  const open = openSuggestions(suggestions, incidents, serverNow());
  const [suggestion] = open;
  if (!may || !suggestion) return failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null;
  const { betterVehicleId, vehicleId, incidentId, gainSeconds, freeInSeconds } = suggestion;
  const facts = {
    better: units[betterVehicleId]?.callSign ?? '?',
    present: units[vehicleId]?.callSign ?? '?',
    number: shortNumber(incidents[incidentId]?.number ?? ''),
    gain: formatDuration(gainSeconds),
  };
  return (
    <section className="suggestion" aria-label={t(SENDING.suggestions)}>
      <IconArrowsExchange size={16} aria-hidden />
      <span className="suggestion-words tn" role="status">
        {freeInSeconds === null
          ? t(SENDING.justFree, facts)
          : t(SENDING.soonFree, { ...facts, free: formatDuration(freeInSeconds) })}
      </span>
      {open.length > 1 ? <span className="tn">{t(SENDING.moreSuggestions, { count: open.length - 1 })}</span> : null}
      {failure ? <span className="suggestion-fault">{say(failure.message)}</span> : null}
      <Button keyCap="Alt S" aria-busy={sending} onClick={() => take(suggestion)}>
        {t(freeInSeconds === null ? SENDING.takeSuggestion : CONSOLE.callCrew)}
      </Button>
      <Button kind="quiet" keyCap="Alt Shift S" onClick={() => leave(suggestion)}>
        {t(SENDING.leaveSuggestion)}
      </Button>
    </section>
  );
}
