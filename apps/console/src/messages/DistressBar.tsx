import { DISTRESS_ENDS, type Distress } from '#contracts';
import {
  Banner,
  Button,
  CONSOLE,
  MESSAGES,
  formatClock,
  formatDuration,
  read,
  secondsSince,
  useBoard,
  useCommand,
  useNow,
  useTexts,
} from '#web';
import { IconUrgent } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { focusPanel } from '../focus.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { lookAt } from '../map/look-at.js';
import { useMay } from '../may.js';
import { callCrewOf } from '../room.js';
import './messages.css';

/** What the place is called: the tablet's own position, else where the vehicle was last. */
function usePlaceWords(distress: Distress) {
  const known = useBoard((board) => board.positions[distress.vehicleId]?.at);
  const at = distress.position ?? known ?? null;
  const [words, setWords] = useState('');
  const key = at?.join(',');
  useEffect(() => {
    if (!key) return;
    const abort = new AbortController();
    read('GET /api/places/at', { query: { at: key }, signal: abort.signal })
      .then((place) => setWords([place.words, place.ward].filter(Boolean).join(', ')))
      .catch((thrown: unknown) => console.info('the place has no name', String(thrown)));
    return () => abort.abort();
    // The first place is where it happened; the marker on the map follows the vehicle.
  }, [distress.id, key === undefined]);
  return { at, words };
}

function Danger({ distress }: { distress: Distress }) {
  const { t, say } = useTexts();
  const nowMs = useNow();
  const unit = useBoard((board) => board.units[distress.vehicleId]);
  const { at, words } = usePlaceWords(distress);
  const [ending, setEnding] = useState(false);
  const mayEnd = useMay('distress.end');
  const { run, sending, failure } = useCommand('distress.end');
  const callSign = unit?.callSign ?? '';
  const place = words ? t(MESSAGES.dangerPlace, { place: words }) : at ? '' : t(MESSAGES.dangerNoPlace);
  const since = t(MESSAGES.dangerSince, {
    time: formatClock(distress.raisedAt),
    age: formatDuration(secondsSince(distress.raisedAt, nowMs)),
  });
  return (
    <section className="danger" aria-label={t(MESSAGES.dangerOf, { callSign })}>
      <IconUrgent size={20} aria-hidden />
      <span className="danger-words">
        <strong className="tn" role="alert">
          {t(MESSAGES.dangerOf, { callSign })}
        </strong>
        <span className="tn">{[place, since, distress.raisedBy].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="danger-actions">
        <Button keyCap="F8" onClick={() => callCrewOf(distress.vehicleId)}>
          {t(CONSOLE.callCrew)}
        </Button>
        {at ? (
          <Button
            onClick={() => {
              focusPanel('map');
              lookAt(at);
            }}
          >
            {t(MESSAGES.dangerShow)}
          </Button>
        ) : null}
        {mayEnd && !ending ? <Button onClick={() => setEnding(true)}>{t(MESSAGES.dangerEnd)}</Button> : null}
      </span>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {ending ? (
        <div className="danger-end">
          <ReasonPicker
            title={t(MESSAGES.dangerEndWhy, { callSign })}
            words={DISTRESS_ENDS}
            disabled={sending}
            onCancel={() => setEnding(false)}
            onChoose={(reason) => void run({ distressId: distress.id, reason })}
          />
        </div>
      ) : null}
    </section>
  );
}

/** Every crew in danger, until the room has ended it: acknowledging the alarm silences, it does not hide this. */
export function DistressBar() {
  const distresses = useBoard((board) => board.distresses);
  return Object.values(distresses)
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.raisedAt.localeCompare(b.raisedAt))
    .map((distress) => <Danger key={distress.id} distress={distress} />);
}
