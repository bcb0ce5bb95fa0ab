/** One compression's click: short enough to be heard apart from a voice, with an attack that does not crack. */
const CLICK_SECONDS = 0.06;
const CLICK_HERTZ = 1_000;
const LOOK_EVERY_MS = 100;
const AHEAD_SECONDS = 0.4;

/** The beats of `perMinute` that fall between two moments, both in seconds since the first beat, as their numbers from 0. */
export function beatsBetween(fromSeconds: number, toSeconds: number, perMinute: number): number[] {
  const gap = 60 / perMinute;
  const first = Math.max(0, Math.ceil(fromSeconds / gap - 1e-9));
  const count = Math.max(0, Math.ceil(toSeconds / gap - 1e-9) - first);
  return Array.from({ length: count }, (_, i) => first + i);
}

/** How many compressions were called for so far, the one at 0 s included. */
export const compressionsAt = (elapsedSeconds: number, perMinute: number): number =>
  elapsedSeconds < 0 ? 0 : Math.floor((elapsedSeconds * perMinute) / 60 + 1e-9) + 1;

/** For ten seconds of every turn after the first it is time to change places. */
export const mustSwap = (elapsedSeconds: number, swapAfterSeconds: number): boolean =>
  elapsedSeconds >= swapAfterSeconds && elapsedSeconds % swapAfterSeconds < 10;

/** Puts one click on the audio clock. */
export function click(context: BaseAudioContext, atSeconds: number): void {
  const tone = new OscillatorNode(context, { frequency: CLICK_HERTZ });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, atSeconds);
  loudness.gain.linearRampToValueAtTime(0.25, atSeconds + 0.005);
  loudness.gain.linearRampToValueAtTime(0, atSeconds + CLICK_SECONDS);
  tone.connect(loudness).connect(context.destination);
  tone.start(atSeconds);
  tone.stop(atSeconds + CLICK_SECONDS);
}

/**
 * Clicks at `perMinute` until stopped. The clicks are placed ahead on the audio clock, so that a busy page does not
 * shake the beat. @returns what stops it
 */
export function startMetronome(perMinute: number): () => void {
  const context = new AudioContext();
  let startAt: number | null = null;
  let placedTo = 0;
  const place = () => {
    if (context.state !== 'running') return;
    startAt ??= context.currentTime + 0.1;
    const ahead = context.currentTime - startAt + AHEAD_SECONDS;
    for (const beat of beatsBetween(placedTo, ahead, perMinute)) click(context, startAt + (beat * 60) / perMinute);
    placedTo = Math.max(placedTo, ahead);
  };
  void context.resume().then(place);
  const timer = setInterval(place, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
