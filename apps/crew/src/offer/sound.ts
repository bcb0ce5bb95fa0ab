import { useEffect } from 'react';
import { create } from 'zustand';

/** Three rising pulses, like the order tone of a fire station; Web Audio only, no files. */
const PULSES = [
  { atSeconds: 0, hertz: 660 },
  { atSeconds: 0.28, hertz: 880 },
  { atSeconds: 0.56, hertz: 1175 },
] as const;
const PULSE_SECONDS = 0.2;
const ATTACK_SECONDS = 0.02;
const LOUDNESS = 0.5;
const REPEAT_MS = 2_500;

let context: AudioContext | null = null;

/** Browsers allow sound only after the page was touched; until then the screen says that it is silent. */
export const useSound = create<{ ready: boolean }>(() => ({ ready: false }));

/** Call from a touch: turns the sound on. */
export async function unlockSound(): Promise<void> {
  context ??= new AudioContext();
  await context.resume();
  useSound.setState({ ready: context.state === 'running' });
}

/** One soft pulse: words have come, nothing more. */
const MESSAGE_PULSE = [{ atSeconds: 0, hertz: 660 }] as const;

export const playOrderTone = () => play(PULSES);
export const playMessageTone = () => play(MESSAGE_PULSE);

function play(pulses: readonly { atSeconds: number; hertz: number }[]): void {
  if (!context || context.state !== 'running') return;
  for (const { atSeconds, hertz } of pulses) {
    const start = context.currentTime + 0.05 + atSeconds;
    const tone = new OscillatorNode(context, { frequency: hertz });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, start + ATTACK_SECONDS);
    loudness.gain.setValueAtTime(LOUDNESS, start + PULSE_SECONDS - ATTACK_SECONDS);
    loudness.gain.linearRampToValueAtTime(0, start + PULSE_SECONDS);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + PULSE_SECONDS);
  }
}

/**
 * The first touch anywhere turns the sound on; when it is over, not when it begins, so that the notice does not vanish
 * and move what is being touched.
 */
export function useUnlockSound(): void {
  useEffect(() => {
    const unlock = () => void unlockSound();
    addEventListener('click', unlock);
    addEventListener('keydown', unlock);
    return () => {
      removeEventListener('click', unlock);
      removeEventListener('keydown', unlock);
    };
  }, []);
}

/** Sounds and vibrates until the order is answered. */
export function useOrderTone(sounding: boolean): void {
  useEffect(() => {
    if (!sounding) return;
    const alert = () => {
      playOrderTone();
      navigator.vibrate?.([300, 150, 300]);
    };
    alert();
    const timer = setInterval(alert, REPEAT_MS);
    return () => clearInterval(timer);
  }, [sounding]);
}
