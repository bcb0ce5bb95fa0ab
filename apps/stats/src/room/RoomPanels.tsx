import { ALARM_RATE, RING_ENDS, RingEnd, type AlarmHour, type RingLedger } from '#contracts';
import { Banner, formatDateTime, formatDecimal, Panel, ROOM_FIGURES, useTexts } from '#web';
import { alarmLoadOf } from './alarm-load.js';
import { useRoomFigures } from './use-room-figures.js';
import './room.css';

/** So many hours are named; the rest are counted. */
const NAMED_HOURS = 6;

function AlarmPanel({ hours }: { hours: readonly AlarmHour[] }) {
  const { t, language } = useTexts();
  const { raised, perDispatcherHour, floods, toReview } = alarmLoadOf(hours);
  const over = perDispatcherHour !== null && perDispatcherHour > ALARM_RATE.targetPerHour;
  const target = t(ROOM_FIGURES.target, { target: ALARM_RATE.targetPerHour, review: ALARM_RATE.reviewPerHour });
  return (
    <Panel id="alarm-load" className="stats-panel" title={t(ROOM_FIGURES.alarms)}>
      <div className="room-figures">
        <p className="room-figure" data-over={over || undefined}>
          <b className="tn">{perDispatcherHour === null ? '–' : formatDecimal(perDispatcherHour, 1, language)}</b>
          <span>
            {perDispatcherHour === null ? t(ROOM_FIGURES.nobody) : t(over ? ROOM_FIGURES.over : ROOM_FIGURES.within)}
          </span>
        </p>
        <p className="room-note tn">
          {target} · {t(ROOM_FIGURES.raised, { count: raised })} · {t(ROOM_FIGURES.floods, { count: floods })}
        </p>
        {toReview.length > 0 ? (
          <ul aria-label={t(ROOM_FIGURES.toReview)}>
            {toReview.slice(0, NAMED_HOURS).map(({ from, perDispatcherHour: rate, flood }) => (
              <li key={from} className="tn">
                {formatDateTime(from)} · {rate === null ? '–' : formatDecimal(rate, 1, language)}
                {flood ? <strong> {t(ROOM_FIGURES.flood)}</strong> : null}
              </li>
            ))}
            {toReview.length > NAMED_HOURS ? <li className="tn">+{toReview.length - NAMED_HOURS}</li> : null}
          </ul>
        ) : (
          <p className="room-note">{t(ROOM_FIGURES.noneToReview)}</p>
        )}
      </div>
    </Panel>
  );
}

function RingPanel({ ledger: { counts, rings } }: { ledger: RingLedger }) {
  const { t } = useTexts();
  const { unexplained } = counts;
  return (
    <Panel id="ring-ledger" className="stats-panel" title={t(ROOM_FIGURES.rings)}>
      <div className="room-figures">
        <p className="room-figure" data-over={unexplained > 0 || undefined}>
          <b className="tn">{rings.length}</b>
          <span>{t(ROOM_FIGURES.unexplained, { count: unexplained })}</span>
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(ROOM_FIGURES.end)}</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody className="tn">
            {RingEnd.options.map((end) => (
              <tr key={end}>
                <th scope="row">{t(RING_ENDS[end])}</th>
                <td>{counts[end]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** How the room itself bore the period: its alarms, and where every ring ended. `asked` asks again when it changes. */
export function RoomPanels({ from, to, asked }: { from: string; to: string; asked: number }) {
  const { t, say } = useTexts();
  const { hours, ledger, failure } = useRoomFigures(from, to, asked);
  return (
    <section className="room-panels" aria-label={t(ROOM_FIGURES.room)}>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {hours ? <AlarmPanel hours={hours} /> : null}
      {ledger ? <RingPanel ledger={ledger} /> : null}
    </section>
  );
}
