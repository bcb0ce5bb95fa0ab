import {
  DUTIES,
  OUT_OF_SERVICE_REASONS,
  type CrewView,
  type Duty,
  type OutOfServiceReason,
  type Unit,
} from '#contracts';
import { CREW, EmptyState, SENDING, StatusGlyph, UnitStatusMark, useTexts } from '#web';
import { useState } from 'react';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';
import { tap } from '../outbox/use-outbox.js';
import { ShiftPanel } from './ShiftPanel.js';
import './duty.css';

/** Without a job: what the vehicle is doing, where it belongs, and who is on it. */
export function DutyPanel({ view, unit }: { view: CrewView; unit: Unit }) {
  const { t } = useTexts();
  return (
    <div className="duty-panel">
      <EmptyState title={<h1>{t(CREW.noJob)}</h1>}>{t(CREW.noJobHint)}</EmptyState>
      <section aria-label={t(CREW.duty)}>
        <h2>
          {t(CREW.duty)} <UnitStatusMark status={unit.status} size={16} />
        </h2>
        <DutySwitch
          unit={unit}
          onChange={(duty, reason) =>
            tap('vehicle.setDuty', { vehicleId: unit.id, duty, ...(reason ? { reason } : {}) })
          }
        />
      </section>
      {view.station ? (
        <section aria-label={t(CREW.station)}>
          <h2>{t(CREW.station)}</h2>
          <p>{unit.standbyStationId ? t(SENDING.standbyOrder, { station: view.station.name }) : view.station.name}</p>
          {view.station.phone ? (
            <a className="button large" href={`tel:${view.station.phone}`}>
              {view.station.phone}
            </a>
          ) : null}
        </section>
      ) : null}
      <ShiftPanel
        unit={unit}
        onBegin={(shift) => tap('shift.begin', { vehicleId: unit.id, ...shift })}
        onEnd={() => tap('shift.end', { vehicleId: unit.id })}
      />
    </div>
  );
}

const DUTY_LIST = Object.keys(DUTIES) as Duty[];
const REASONS = Object.keys(OUT_OF_SERVICE_REASONS) as OutOfServiceReason[];

/** Available, returning, or out of service with a reason. */
export function DutySwitch(props: { unit: Unit; onChange: (duty: Duty, reason?: OutOfServiceReason) => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const { duty, outOfServiceReason } = props.unit;
  const press = (chosen: Duty) => {
    if (chosen === 'out_of_service') setAsking(true);
    else if (chosen !== duty) props.onChange(chosen);
  };
  return (
    <div className="duty-switch" role="group" aria-label={t(CREW.duty)}>
      {DUTY_LIST.map((one) => (
        <button key={one} type="button" aria-pressed={one === duty} onClick={() => press(one)}>
          <StatusGlyph status={one} size={22} />
          <span>{t(DUTIES[one])}</span>
          {one === 'out_of_service' && outOfServiceReason ? (
            <small>{t(OUT_OF_SERVICE_REASONS[outOfServiceReason])}</small>
          ) : null}
        </button>
      ))}
      {asking ? (
        <Sheet title={t(CREW.whyOutOfService)} onClose={() => setAsking(false)}>
          {REASONS.map((reason) => (
            <ChoiceRow
              key={reason}
              onChoose={() => {
                props.onChange('out_of_service', reason);
                setAsking(false);
              }}
            >
              {t(OUT_OF_SERVICE_REASONS[reason])}
            </ChoiceRow>
          ))}
        </Sheet>
      ) : null}
    </div>
  );
}
