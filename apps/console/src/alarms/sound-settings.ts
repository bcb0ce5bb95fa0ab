import { machineNow } from '#web';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { tell } from '../windows/channel.js';
import { play } from './sound.js';

const MUTE_MS = 5 * 60_000;
/** Alarms can be turned down, never off. */
export const LEAST_VOLUME = 0.3;

interface SoundSettings {
  /** Muting always ends by itself after five minutes. */
  mutedUntilMs: number;
  /** 0.3 to 1. */
  volume: number;
  /** Whether the alarms were tried since this page was opened, and could be played. */
  tried: 'not_yet' | 'heard' | 'failed';
}

/** How this desk sounds. */
export const useSound = create<SoundSettings>()(
  persist((): SoundSettings => ({ mutedUntilMs: 0, volume: 0.8, tried: 'not_yet' }), {
    name: 'sound',
    partialize: ({ volume }) => ({ volume }),
  }),
);

export const muteUntil = (mutedUntilMs: number) => useSound.setState({ mutedUntilMs });

export function toggleMute(): void {
  const nowMs = machineNow();
  muteUntil(useSound.getState().mutedUntilMs > nowMs ? 0 : nowMs + MUTE_MS);
  tell({ kind: 'muted', untilMs: useSound.getState().mutedUntilMs });
}

export const setVolume = (volume: number) => useSound.setState({ volume: Math.min(1, Math.max(LEAST_VOLUME, volume)) });

const APART_MS = 3_500;

/** The beginning of a shift: all three alarms, one after the other; a failure stops nothing but stays in sight. */
export async function tryAlarms(): Promise<void> {
  const { volume } = useSound.getState();
  try {
    for (const [i, name] of (['low', 'medium', 'high'] as const).entries()) {
      if (i > 0) await new Promise((resume) => setTimeout(resume, i * APART_MS * 0.4));
      if (!(await play(name, volume))) throw new Error('the page may not sound yet');
    }
    useSound.setState({ tried: 'heard' });
  } catch (thrown) {
    console.warn('alarms cannot be heard', String(thrown));
    useSound.setState({ tried: 'failed' });
  }
}
