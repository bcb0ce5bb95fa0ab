import type { CoverageGaps, WardCover } from '#contracts';
import { Banner, Button, SENDING, send, useBoard, useTexts } from '#web';
import { useAct } from '../detail/use-act.js';
import { useMay } from '../may.js';
import { inWords, remember } from '../undo/undo.js';
import { useGaps } from './use-gaps.js';
import './coverage.css';

/** So many of each list are named; the map shows the rest. */
const NAMED = 6;

function Wards({ title, wards }: { title: string; wards: readonly WardCover[] }) {
  const { t } = useTexts();
  if (wards.length === 0) return null;
  return (
    <>
      <h3>
        {title} <b className="tn">{wards.length}</b>
      </h3>
      <p>
        {wards
          .slice(0, NAMED)
          .map(({ ward, minutes }) =>
            [
              ward,
              minutes === null ? t(SENDING.gapsUnreachable) : t(SENDING.gapsMinutes, { minutes: Math.ceil(minutes) }),
            ].join(' '),
          )
          .join(' · ')}
        {wards.length > NAMED ? ` · +${wards.length - NAMED}` : ''}
      </p>
    </>
  );
}

function Advice({ move }: { move: CoverageGaps['standby'][number] }) {
  const { t, say } = useTexts();
  const { units, stations } = useBoard();
  const may = useMay('vehicle.standby');
  const { run, sending, failure } = useAct();
  const { vehicleId, stationId, backWithin15 } = move;
  const unit = units[vehicleId];
  const facts = { callSign: unit?.callSign ?? '?', station: stations[stationId]?.shortName ?? '?' };
  const go = () =>
    void run(async () => {
      await send('vehicle.standby', { vehicleId, stationId });
      remember({
        panel: 'map',
        words: inWords(SENDING.standbyDone, facts),
        undo: [() => send('vehicle.standby', { vehicleId, stationId: unit?.standbyStationId ?? null })],
        correction: SENDING.correctStandby,
      });
    });
  return (
    <li>
      <span className="tn">{t(SENDING.standbyAdvice, { ...facts, count: backWithin15.length })}</span>
      {may ? (
        <Button className="small" aria-busy={sending} onClick={go}>
          {t(SENDING.standbyGo)}
        </Button>
      ) : null}
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </li>
  );
}

/** Where the free vehicles leave gaps, in words, and which move would help. Nothing moves by itself. */
export function GapsPanel() {
  const { t } = useTexts();
  const { gaps, failed, shown } = useGaps();
  const stations = useBoard((board) => board.stations);
  if (!shown) return null;
  const empty = gaps?.emptyStations.map((id) => stations[id]?.shortName ?? '?') ?? [];
  return (
    <section className="gaps" aria-label={t(SENDING.gaps)} tabIndex={0}>
      {failed ? <Banner tone="warning">{t(SENDING.gapsFailed)}</Banner> : null}
      {gaps && gaps.beyond15.length === 0 ? <p>{t(SENDING.gapsNone)}</p> : null}
      {gaps ? <Wards title={t(SENDING.gapsBeyond15)} wards={gaps.beyond15} /> : null}
      {gaps && gaps.standby.length > 0 ? (
        <ul>
          {gaps.standby.map((move) => (
            <Advice key={move.vehicleId} move={move} />
          ))}
        </ul>
      ) : null}
      {gaps ? (
        <Wards title={t(SENDING.gapsBeyond8)} wards={gaps.beyond8.filter((one) => !isIn(gaps.beyond15, one))} />
      ) : null}
      {empty.length > 0 ? (
        <>
          <h3>
            {t(SENDING.gapsEmpty)} <b className="tn">{empty.length}</b>
          </h3>
          <p>{empty.join(', ')}</p>
        </>
      ) : null}
      {gaps ? <p className="gaps-basis">{t(SENDING.gapsBasis, { wards: gaps.wards })}</p> : null}
    </section>
  );
}

const isIn = (wards: readonly WardCover[], { ward }: WardCover) => wards.some((one) => one.ward === ward);
