/**
 * Alarm sounds after IEC 60601-1-8, so that clinical staff know them: ten pulses for high, three for medium, one for
 * low; an incoming call rings like a telephone, so that nobody takes the one for the other. Web Audio only, no files.
 */
export interface Pulse {
  readonly atSeconds: number;
  readonly lastsSeconds: number;
  /** Sounding together. */
  readonly hertz: readonly number[];
  readonly wave: OscillatorType;
}
export type SoundName = 'high' | 'medium' | 'low' | 'ring';

const PULSE_SECONDS = 0.15;
const ATTACK_SECONDS = 0.02;
/** The pulses of one burst, with the longer gap after the third that the standard has. */
const burst = (startSeconds: number, notes: readonly number[]): Pulse[] =>
  notes.map((hertz, index) => ({
    hertz: [hertz],
    atSeconds: startSeconds + index * 0.25 + (index >= 3 ? 0.25 : 0),
    lastsSeconds: PULSE_SECONDS,
    wave: 'sine',
  }));
const HIGH = [880, 1175, 880, 1175, 880];
const bell = (atSeconds: number): Pulse => ({ hertz: [400, 450], atSeconds, lastsSeconds: 0.4, wave: 'triangle' });

export const PATTERNS: Readonly<Record<SoundName, readonly Pulse[]>> = {
  high: [...burst(0, HIGH), ...burst(2, HIGH)],
  medium: burst(0, [660, 660, 660]),
  low: burst(0, [440]),
  ring: [bell(0), bell(0.6)],
};
/** After how many seconds something unacknowledged sounds again, and how often in all. */
export const REPEAT: Readonly<Record<SoundName, { readonly seconds: number; readonly times: number }>> = {
  high: { seconds: 10, times: Infinity },
  medium: { seconds: 25, times: 4 },
  low: { seconds: Infinity, times: 1 },
  ring: { seconds: 3, times: Infinity },
};

/** How loud a sound is at full volume; a soft pulse stays soft. */
const LOUDNESS: Readonly<Record<SoundName, number>> = { high: 0.5, medium: 0.4, low: 0.2, ring: 0.4 };

/** Puts one pattern on a context's time line. Every pulse swells for 20 ms, so that nothing clicks. */
export function schedule(context: BaseAudioContext, name: SoundName, startSeconds: number, volume: number): void {
  const gain = LOUDNESS[name] * volume;
  for (const { atSeconds, lastsSeconds, hertz, wave } of PATTERNS[name]) {
    const start = startSeconds + atSeconds;
    const end = start + lastsSeconds;
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(gain / hertz.length, start + ATTACK_SECONDS);
    loudness.gain.setValueAtTime(gain / hertz.length, end - ATTACK_SECONDS);
    loudness.gain.linearRampToValueAtTime(0, end);
    loudness.connect(context.destination);
    for (const frequency of hertz) {
      const tone = new OscillatorNode(context, { frequency, type: wave });
      tone.connect(loudness);
      tone.start(start);
      tone.stop(end);
    }
  }
}

let context: AudioContext | null = null;

/**
 * Plays one pattern now; false when this page may not sound yet: browsers allow it only after the first key or click.
 */
export async function play(name: SoundName, volume: number): Promise<boolean> {
  if (!navigator.userActivation.hasBeenActive) return false;
  context ??= new AudioContext();
  if (context.state !== 'running') await context.resume();
  schedule(context, name, context.currentTime + 0.05, volume);
  return true;
}
