import { ETIME_OF_STEP, ETIMES, type Instant, type MissionStep } from '#contracts';
import { CREW, formatClock, formatDate, formatHourMinute, serverNow, useTexts } from '#web';
import { useState } from 'react';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';
import { movedTime } from './late-time.js';

const REASONS = [CREW.lateForgot, CREW.lateBusy, CREW.lateDevice] as const;
const MINUTES = [10, 1] as const;

/** Writes a step's time in after the fact: set the clock with large keys, one touch on the reason records it. */
export function LateEntry(props: {
  step: MissionStep;
  /** Nothing of this mission happened before. */
  notBefore: Instant;
  onRecord: (at: Instant, because: string) => void;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const [atMs, setAtMs] = useState(() => serverNow());
  const move = (minutes: number) => setAtMs(movedTime(atMs, minutes, new Date(props.notBefore).getTime(), serverNow()));
  return (
    <Sheet title={t(CREW.recordLateOf, { step: t(ETIMES[ETIME_OF_STEP[props.step]]) })} onClose={props.onClose}>
      <div className="late-clock">
        {MINUTES.map((n) => (
          <button key={n} type="button" aria-label={t(CREW.minutesEarlier, { n })} onClick={() => move(-n)}>
            −{n}
          </button>
        ))}
        <p role="status">
          <span>{t(CREW.timeOfStep)}</span>
          <b className="tn">{formatHourMinute(atMs)}</b>
          <span className="tn">{`${formatClock(atMs)} · ${formatDate(atMs)}`}</span>
        </p>
        {MINUTES.toReversed().map((n) => (
          <button key={n} type="button" aria-label={t(CREW.minutesLater, { n })} onClick={() => move(n)}>
            +{n}
          </button>
        ))}
      </div>
      <p className="late-why">{t(CREW.whyLate)}</p>
      {REASONS.map((reason) => (
        <ChoiceRow key={reason.vi} onChoose={() => props.onRecord(new Date(atMs).toISOString(), t(reason))}>
          {t(reason)}
        </ChoiceRow>
      ))}
    </Sheet>
  );
}
