/**
 * Alarm sounds after IEC 60601-1-8, so that clinical staff know them: ten pulses for high, three for medium. Web Audio
 * only, no files. Browsers allow sound after the first key or click; until then a request is dropped.
 */
export interface Pulse {
  atSeconds: number;
  hertz: number;
}

const PULSE_SECONDS = 0.15;
const burst = (startSeconds: number, notes: readonly number[]): Pulse[] =>
  notes.map((hertz, index) => ({ hertz, atSeconds: startSeconds + index * 0.25 + (index >= 3 ? 0.25 : 0) }));
const HIGH = [880, 1175, 880, 1175, 880];

export const PATTERNS: Record<'high' | 'medium', readonly Pulse[]> = {
  high: [...burst(0, HIGH), ...burst(2, HIGH)],
  medium: burst(0, [660, 660, 660]),
};
/** After how many seconds an unacknowledged alarm sounds again, and how often at most. */
export const REPEAT = { high: { seconds: 10, times: Infinity }, medium: { seconds: 25, times: 4 } } as const;

let context: AudioContext | null = null;

/** Plays one pattern now. Attack 20 ms, so that nothing clicks. */
export function play(grade: 'high' | 'medium'): void {
  if (!navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  if (context.state !== 'running') {
    void context.resume();
    return;
  }
  for (const { atSeconds, hertz } of PATTERNS[grade]) {
    const start = context.currentTime + 0.05 + atSeconds;
    const tone = new OscillatorNode(context, { frequency: hertz });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.3, start + 0.02);
    loudness.gain.setValueAtTime(0.3, start + PULSE_SECONDS - 0.02);
    loudness.gain.linearRampToValueAtTime(0, start + PULSE_SECONDS);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + PULSE_SECONDS);
  }
}
