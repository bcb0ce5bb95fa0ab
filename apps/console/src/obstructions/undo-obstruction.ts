import type { Obstruction, Wording } from '#contracts';
import { fill, obstructionWords, send, serverNow, UNDOING } from '#web';
import { recompute } from '../recommendations/use-recommendation.js';
import { remember } from '../undo/undo.js';

const sentence = (words: Wording, obstruction: Obstruction): Wording => {
  const { vi, en } = obstructionWords(obstruction);
  const [street = ''] = obstruction.streets;
  const of = (said: string, what: string) => fill(said, { what: [what, street].filter(Boolean).join(' · ') });
  return { vi: of(words.vi, vi), en: of(words.en, en) };
};

/** Drawn by mistake: taking it back opens the road again. */
export const rememberDrawn = (obstruction: Obstruction): void =>
  remember({
    panel: 'map',
    words: sentence(UNDOING.obstructed, obstruction),
    undo: [() => send('road.clear', { obstructionId: obstruction.id }).then(recompute)],
    correction: UNDOING.correctObstructed,
  });

const MINUTE_MS = 60_000;

/** Cleared by mistake: taking it back reports the same again, for the time that was left. */
export const rememberCleared = (obstruction: Obstruction): void => {
  const { shape, kind, direction, depth, passage, slowdown, until } = obstruction;
  const minutes = Math.max(1, Math.round((Date.parse(until) - serverNow()) / MINUTE_MS));
  const again = { shape, kind, direction, passage, slowdown, minutes, ...(depth && { depth }) };
  remember({
    panel: 'map',
    words: sentence(UNDOING.cleared, obstruction),
    undo: [() => send('road.obstruct', again).then(recompute)],
    correction: UNDOING.correctCleared,
  });
};
