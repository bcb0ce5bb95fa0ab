import { CREW_DUTIES, VEHICLE_LEVELS, type Unit } from '#contracts';
import { CREW, formatHourMinute, TrialMark, useNow, useTexts } from '#web';
import { PositionMark } from '../device/PositionMark.js';
import { LinkMark } from '../link/LinkMark.js';
import { Preferences } from './Preferences.js';

/** Which vehicle, who is on it, and whether all of it can be believed. */
export function Header({ unit, title }: { unit: Unit | null; title: string }) {
  const { t } = useTexts();
  const nowMs = useNow();
  return (
    <header className="crew-head">
      <b className="crew-call-sign tn">{unit?.callSign ?? title}</b>
      {unit ? (
        <span className="crew-names">
          <b>{t(CREW.crewOf, { level: t(VEHICLE_LEVELS[unit.level]) })}</b>
          <span>
            {unit.shift?.crew.map(({ name, duty }) => `${CREW_DUTIES[duty]} ${name}`).join(' · ') ?? t(CREW.noShift)}
          </span>
        </span>
      ) : null}
      <span className="grow" />
      <TrialMark />
      <PositionMark />
      <LinkMark />
      <Preferences />
      <time className="crew-clock tn">{formatHourMinute(nowMs)}</time>
    </header>
  );
}
