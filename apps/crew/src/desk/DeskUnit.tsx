import { isActiveMission, type MissionState, type Unit } from '#contracts';
import { Banner, DESK, formatHourMinute, LevelTag, UnitStatusMark, useCommand, useTexts } from '#web';
import { DutySwitch } from '../duty/DutyPanel.js';
import { ShiftPanel } from '../duty/ShiftPanel.js';

/** One vehicle of the station: what it is doing, its duty and its crew. */
export function DeskUnit({ unit }: { unit: Unit }) {
  const { t, say } = useTexts();
  const duty = useCommand('vehicle.setDuty');
  const begin = useCommand('shift.begin');
  const end = useCommand('shift.end');
  const failure = duty.failure ?? begin.failure ?? end.failure;
  const onMission = isActiveMission(unit.status as MissionState);
  return (
    <li className="desk-unit" aria-label={unit.callSign}>
      <div className="desk-unit-head">
        <b className="tn">{unit.callSign}</b>
        <LevelTag level={unit.level} />
        <UnitStatusMark status={unit.status} size={16} />
        <span className="tn">
          {t(DESK.since)} {formatHourMinute(unit.statusSince)}
        </span>
      </div>
      {onMission ? (
        <p className="desk-unit-busy">{t(DESK.onMission)}</p>
      ) : (
        <DutySwitch
          unit={unit}
          onChange={(chosen, reason) =>
            void duty.run({ vehicleId: unit.id, duty: chosen, ...(reason ? { reason } : {}) })
          }
        />
      )}
      <ShiftPanel
        unit={unit}
        onBegin={(shift) => void begin.run({ vehicleId: unit.id, ...shift })}
        onEnd={() => void end.run({ vehicleId: unit.id })}
      />
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </li>
  );
}
