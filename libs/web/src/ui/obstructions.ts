import { FLOOD_DEPTHS, OBSTRUCTION_KINDS, type Obstruction, type Wording } from '#contracts';
import type { ObstructionMark } from '../map/index.js';

/** The open ones; what ends first stands first. */
export const openObstructions = (obstructions: readonly Obstruction[]): Obstruction[] =>
  obstructions.filter(({ state }) => state === 'open').sort((a, b) => a.until.localeCompare(b.until));

/** What it is in a few words: "Ngập nửa bánh xe". */
export function obstructionWords({ kind, depth }: Pick<Obstruction, 'kind' | 'depth'>): Wording {
  const { vi, en } = OBSTRUCTION_KINDS[kind];
  if (!depth) return { vi, en };
  return { vi: `${vi} ${FLOOD_DEPTHS[depth].vi}`, en: `${en} ${FLOOD_DEPTHS[depth].en}` };
}

/** The open ones as the map draws them. */
export const obstructionMarks = (
  obstructions: readonly Obstruction[],
  say: (words: Wording) => string,
): ObstructionMark[] =>
  openObstructions(obstructions).map(({ id, shape, passage, kind, depth }) => ({
    id,
    shape,
    passage,
    label: say(obstructionWords({ kind, depth })),
  }));
