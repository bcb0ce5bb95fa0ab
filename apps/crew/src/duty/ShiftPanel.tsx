import { CREW_DUTIES, type Unit } from '#contracts';
import { Button, CREW, formatHourMinute, useTexts } from '#web';
import { useState } from 'react';
import { Sheet } from '../sheet/Sheet.js';
import { ShiftForm, type NewShift } from './ShiftForm.js';

/** Who is on the vehicle and until when; beginning a shift ends the one before. */
export function ShiftPanel(props: { unit: Unit; onBegin: (shift: NewShift) => void; onEnd: () => void }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'begin' | 'end' | null>(null);
  const { shift } = props.unit;
  return (
    <div className="shift-panel" role="group" aria-label={t(CREW.shift)}>
      <h2>
        {t(CREW.shift)}{' '}
        {shift ? <span className="tn">{t(CREW.shiftEnds, { time: formatHourMinute(shift.endsAt) })}</span> : null}
      </h2>
      <p>{shift ? shift.crew.map(({ name, duty }) => `${CREW_DUTIES[duty]} ${name}`).join(' · ') : t(CREW.noShift)}</p>
      <div className="shift-actions">
        <Button className="large" onClick={() => setOpen('begin')}>
          {t(shift ? CREW.changeShift : CREW.beginShift)}
        </Button>
        {shift ? (
          <Button className="large" onClick={() => setOpen('end')}>
            {t(CREW.endShift)}
          </Button>
        ) : null}
      </div>
      {open === 'begin' ? (
        <ShiftForm
          unit={props.unit}
          onBegin={(begun) => {
            props.onBegin(begun);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'end' ? (
        <Sheet title={t(CREW.endShift)} onClose={() => setOpen(null)}>
          <p>{t(CREW.endShiftSure)}</p>
          <Button
            kind="danger"
            className="large"
            onClick={() => {
              props.onEnd();
              setOpen(null);
            }}
          >
            {t(CREW.endShift)}
          </Button>
        </Sheet>
      ) : null}
    </div>
  );
}
