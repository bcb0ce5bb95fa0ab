import type { Patience } from '#telephony';
import type { Config } from './config.js';

/** How long a ring may wait at each stage, from the settings. */
export const patienceOf = (config: Config): Patience => ({
  silenceSeconds: config.RING_SILENCE_SECONDS,
  takeSeconds: config.RING_TAKE_SECONDS,
  recordSeconds: config.RING_RECORD_SECONDS,
});
