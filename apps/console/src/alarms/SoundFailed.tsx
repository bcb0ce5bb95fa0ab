import { ALARMS, Banner, Button, useTexts } from '#web';
import { IconVolumeOff } from '@tabler/icons-react';
import { tryAlarms, useSound } from './sound-settings.js';

/** The alarms were tried and could not be played: it stops nothing, and stays in sight. */
export function SoundFailed() {
  const { t } = useTexts();
  const failed = useSound((sound) => sound.tried === 'failed');
  if (!failed) return null;
  return (
    <Banner
      tone="warning"
      icon={<IconVolumeOff size={16} aria-hidden />}
      action={<Button onClick={() => void tryAlarms()}>{t(ALARMS.test)}</Button>}
    >
      {t(ALARMS.testFailed)}
    </Banner>
  );
}
