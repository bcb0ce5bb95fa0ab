import { CREW_DUTIES } from '#contracts';
import { CONSOLE, useBoard, useTexts } from '#web';
import { Layer } from '../layout/Layer.js';
import { stopCalling, useRoom } from '../room.js';

/** Who is in the vehicle and the number of its station, for calling them by telephone. */
export function CrewCall() {
  const { t } = useTexts();
  const calling = useRoom((room) => room.calling);
  const unit = useBoard((board) => (calling ? board.units[calling] : undefined));
  const station = useBoard((board) => (unit ? board.stations[unit.stationId] : undefined));
  if (!unit) return null;
  return (
    <Layer label={t(CONSOLE.crewOf, { callSign: unit.callSign })} onClose={stopCalling}>
      <ul className="crew-list">
        {unit.shift?.crew.map(({ accountId, name, duty }) => (
          <li key={accountId}>
            <strong>{CREW_DUTIES[duty]}</strong> {name}
          </li>
        )) ?? <li>{t(CONSOLE.crewNone)}</li>}
        <li>
          {station?.phone ? (
            <a href={`tel:${station.phone}`} className="tn">
              {t(CONSOLE.stationPhone, { station: station.name, phone: station.phone })}
            </a>
          ) : (
            t(CONSOLE.stationPhoneNone, { station: station?.name ?? '' })
          )}
        </li>
      </ul>
    </Layer>
  );
}
