import { INTAKE, formatHourMinute, useBoard, useTexts } from '#web';
import { isStanding } from '#contracts';
import { IconBellRinging } from '@tabler/icons-react';
import { usePrealert, usePrealertFailure } from './use-prealert.js';

/** Who is getting ready for this call, since when, and whether for another call too. */
export function PrealertLine() {
  const { t, say } = useTexts();
  const prealert = usePrealert();
  const { failure } = usePrealertFailure();
  const callSign = useBoard((board) => (prealert ? board.units[prealert.vehicleId]?.callSign : undefined)) ?? '';
  const shared = useBoard((board) =>
    Object.values(board.prealerts).some(
      (one) => one.vehicleId === prealert?.vehicleId && one.draftId !== prealert.draftId && isStanding(one.state),
    ),
  );
  if (!prealert)
    return failure ? <p className="prealert-line">{t(INTAKE.prealertFailed, { why: say(failure.message) })}</p> : null;
  return (
    <p className="prealert-line" role="status" data-ready={prealert.readiedAt !== null || undefined}>
      <IconBellRinging size={15} aria-hidden />
      <span>
        <strong className="tn">{callSign}</strong>{' '}
        {prealert.readiedAt
          ? t(INTAKE.prealertReady, { time: formatHourMinute(prealert.readiedAt) })
          : t(INTAKE.prealertRaised, { time: formatHourMinute(prealert.raisedAt) })}
        {shared ? ` · ${t(INTAKE.prealertShared)}` : ''}
      </span>
    </p>
  );
}
