import type { Diversion, ExcludedVehicle } from '#contracts';
import { formatDuration, LevelTag, SENDING, UnitStatusMark, useBoard, useTexts } from '#web';
import { IconArrowRampRight } from '@tabler/icons-react';
import { chooseVehicle } from './use-recommendation.js';
import { reasonWords } from './words.js';

/** A vehicle that cannot be sent, with all its reasons; one on its way elsewhere says when it could be here. */
export function ExcludedRow(props: { vehicle: ExcludedVehicle; diversion: Diversion | null; chosen: boolean }) {
  const { t, language } = useTexts();
  const { vehicle, diversion, chosen } = props;
  const unit = useBoard((board) => board.units[vehicle.vehicleId]);
  const station = useBoard((board) => (unit ? board.stations[unit.stationId] : undefined));
  return (
    <div
      className="ranked excluded-row"
      role="option"
      aria-selected={chosen}
      aria-disabled={diversion ? undefined : true}
      data-chosen={chosen || undefined}
      tabIndex={chosen ? 0 : -1}
      data-entry={chosen || undefined}
      data-vehicle={vehicle.vehicleId}
      onClick={() => chooseVehicle(vehicle.vehicleId)}
    >
      <span className="ranked-key" aria-hidden>
        {diversion ? <IconArrowRampRight size={16} /> : '–'}
      </span>
      <div className="ranked-words">
        <div className="ranked-unit">
          <b className="tn">{unit?.callSign ?? '?'}</b>
          {unit ? <LevelTag level={unit.level} /> : null}
          {unit ? <UnitStatusMark status={unit.status} /> : null}
        </div>
        <div className="ranked-why">
          {[station?.shortName, ...vehicle.reasons.map((reason) => reasonWords(reason, language))]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className="ranked-eta">
        {diversion ? (
          <span className="tn">{t(SENDING.divertable, { eta: formatDuration(diversion.to.etaSeconds) })}</span>
        ) : null}
      </div>
    </div>
  );
}
