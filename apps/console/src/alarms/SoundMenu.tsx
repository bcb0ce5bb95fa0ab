import { ALARMS, Button, CONSOLE, formatDuration, machineNow, useNow, useTexts } from '#web';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useLeader } from '../windows/leader.js';
import { LEAST_VOLUME, setVolume, toggleMute, tryAlarms, useSound } from './sound-settings.js';

const PERCENT = 100;

/** Shift start: nobody should learn at the first emergency that the loudspeaker is off. One press tries all three. */
export function TryAlarms() {
  const { t } = useTexts();
  const waits = useSound(({ tried }) => tried === 'not_yet');
  const leads = useLeader((leader) => leader.leads);
  if (!waits || !leads) return null;
  return (
    <button
      type="button"
      className="try-alarms"
      aria-label={t(ALARMS.test)}
      title={t(ALARMS.testAtShift)}
      onClick={() => void tryAlarms()}
    >
      <IconVolume size={15} aria-hidden />
      <span>{t(ALARMS.test)}</span>
    </button>
  );
}

/** Whether alarms can be heard here, and what can be changed of it: never off for long. */
export function SoundMenu() {
  const { t } = useTexts();
  useNow();
  const { mutedUntilMs, volume } = useSound();
  const leads = useLeader((leader) => leader.leads);
  const mutedMs = mutedUntilMs - machineNow();
  const muted = mutedMs > 0;
  const words = muted
    ? t(CONSOLE.soundMuted, { left: formatDuration(mutedMs / 1_000) })
    : leads
      ? t(CONSOLE.soundOn)
      : t(ALARMS.elsewhere);
  return (
    <details className="sound-menu" name="top-bar-menu">
      <summary data-state={muted ? 'poor' : undefined} className="tn" aria-label={words} title={words}>
        {muted ? <IconVolumeOff size={15} aria-hidden /> : <IconVolume size={15} aria-hidden />}
        <span>{words}</span>
      </summary>
      <div className="sound-settings">
        <label>
          {t(ALARMS.volume)}
          <input
            type="range"
            min={LEAST_VOLUME * PERCENT}
            max={PERCENT}
            step={10}
            value={Math.round(volume * PERCENT)}
            onChange={(event) => setVolume(Number(event.target.value) / PERCENT)}
          />
          <span className="sound-hint">{t(ALARMS.volumeHint)}</span>
        </label>
        <Button onClick={() => void tryAlarms()}>{t(ALARMS.test)}</Button>
        <Button onClick={toggleMute}>{muted ? t(CONSOLE.soundUnmute) : t(CONSOLE.soundMute)}</Button>
      </div>
    </details>
  );
}
