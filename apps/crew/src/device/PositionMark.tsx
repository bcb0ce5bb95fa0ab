import { CREW, useNow, useTexts } from '#web';
import { IconCurrentLocation, IconCurrentLocationOff } from '@tabler/icons-react';
import { fixAgeSeconds, usePosition } from './use-position.js';

const OLD_AFTER_SECONDS = 15;

/** Whether dispatch can see where the vehicle is, and if not, why. */
export function PositionMark() {
  const { t } = useTexts();
  useNow();
  const { state, fix } = usePosition();
  if (state === 'off') return null;
  if (state === 'denied' || state === 'missing')
    return (
      <span className="position-mark position-mark-off" role="status">
        <IconCurrentLocationOff size={20} aria-hidden />
        {t(state === 'denied' ? CREW.gpsOff : CREW.gpsMissing)}
      </span>
    );
  if (!fix) return <span className="position-mark">{t(CREW.gpsWaiting)}</span>;
  const seconds = fixAgeSeconds(fix);
  const old = seconds > OLD_AFTER_SECONDS;
  return (
    <span className={old ? 'position-mark position-mark-off tn' : 'position-mark tn'}>
      <IconCurrentLocation size={20} aria-hidden />
      {old ? t(CREW.gpsOld, { seconds }) : t(CREW.gpsOn, { metres: Math.round(fix.accuracyMetres ?? 0) })}
    </span>
  );
}
