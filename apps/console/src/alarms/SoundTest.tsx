import { ALARMS, Banner, Button, useTexts } from '#web';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useLeader } from '../windows/leader.js';
import { tryAlarms, tryAlarmsLater, useSound } from './sound-settings.js';

/** Shift start: nobody should learn at the first emergency that the loudspeaker is off. It stops nothing. */
export function SoundTest() {
  const { t } = useTexts();
  const tried = useSound((sound) => sound.tried);
  const leads = useLeader((leader) => leader.leads);
  if (!leads || tried === 'heard' || tried === 'later') return null;
  const failed = tried === 'failed';
  return (
    <Banner
      tone={failed ? 'warning' : 'note'}
      icon={failed ? <IconVolumeOff size={16} aria-hidden /> : <IconVolume size={16} aria-hidden />}
      action={
        <span className="actions">
          <Button onClick={() => void tryAlarms()}>{t(ALARMS.test)}</Button>
          {failed ? null : <Button onClick={tryAlarmsLater}>{t(ALARMS.testLater)}</Button>}
        </span>
      }
    >
      {failed ? t(ALARMS.testFailed) : t(ALARMS.testAtShift)}
    </Banner>
  );
}
