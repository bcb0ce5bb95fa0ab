import type { RankedVehicle } from '#contracts';
import {
  CONSOLE,
  KeyCap,
  LevelTag,
  ROADS,
  UnitStatusMark,
  formatDistance,
  formatDuration,
  formatSpan,
  secondsSince,
  useBoard,
  useNow,
  useTexts,
} from '#web';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { chooseVehicle, togglePicked } from './use-recommendation.js';
import { reasonWords } from './words.js';

/** What another source says of the same drive, with its age: beside our own time, never in its place. */
function Opinion({ opinion }: { opinion: NonNullable<RankedVehicle['secondOpinion']> }) {
  const { t, language } = useTexts();
  const age = formatSpan(secondsSince(opinion.askedAt, useNow()), language);
  return <span className="tn">{t(ROADS.google, { minutes: Math.round(opinion.etaSeconds / 60), age })}</span>;
}

/** One vehicle of the list: what it is, when it would be there, and why it stands where it stands. */
export function RankedRow(props: { vehicle: RankedVehicle; place: number; chosen: boolean; picked: boolean }) {
  const { t, language } = useTexts();
  const { vehicle, place, chosen, picked } = props;
  const unit = useBoard((board) => board.units[vehicle.vehicleId]);
  const station = useBoard((board) => (unit ? board.stations[unit.stationId] : undefined));
  const words = (wanted: (tone: string) => boolean) =>
    vehicle.reasons.filter(({ tone }) => wanted(tone)).map((reason) => reasonWords(reason, language));
  const costs = words((tone) => tone === 'cost');
  return (
    <div
      className="ranked"
      role="option"
      aria-selected={chosen || picked}
      data-chosen={chosen || undefined}
      tabIndex={chosen ? 0 : -1}
      data-entry={chosen || undefined}
      data-vehicle={vehicle.vehicleId}
      onClick={(event) => (event.ctrlKey ? togglePicked(vehicle.vehicleId) : chooseVehicle(vehicle.vehicleId))}
    >
      <span className="ranked-key" aria-hidden>
        {picked ? <IconCheck size={18} /> : <KeyCap>{place}</KeyCap>}
      </span>
      <div className="ranked-words">
        <div className="ranked-unit">
          <b className="tn">{unit?.callSign ?? '?'}</b>
          {unit ? <LevelTag level={unit.level} /> : null}
          {unit ? <UnitStatusMark status={unit.status} /> : null}
        </div>
        <div className="ranked-why">
          {[station?.shortName, ...words((tone) => tone !== 'cost')].filter(Boolean).join(' · ')}
        </div>
        {costs.length > 0 ? (
          <div className="ranked-cost">
            <IconAlertTriangle size={14} aria-hidden />
            {costs.join(' · ')}
          </div>
        ) : null}
      </div>
      <div className="ranked-eta">
        <b className="tn">{formatDuration(vehicle.etaSeconds)}</b>
        <span className="tn" title={t(CONSOLE.etaP90Hint)}>
          {[
            vehicle.distanceMetres === null ? '' : formatDistance(vehicle.distanceMetres, language),
            t(CONSOLE.etaP90, { time: formatDuration(vehicle.etaP90Seconds) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {vehicle.secondOpinion ? <Opinion opinion={vehicle.secondOpinion} /> : null}
      </div>
    </div>
  );
}
