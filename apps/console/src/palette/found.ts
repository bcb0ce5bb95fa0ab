import type { PaletteAction } from './action.js';
import { search } from './search.js';

const SHOWN = 12;

/** How many of a group are shown before anything is typed; groups not named are shown whole. */
export type AtRest = Readonly<Record<string, number>>;

/**
 * The rows in the order they are shown: before anything is typed a few of every group, afterwards the best matches with
 * those of one group together, the group of the best match first.
 */
export function found(query: string, actions: readonly PaletteAction[], atRest: AtRest): PaletteAction[] {
  if (query.trim() !== '') {
    const best = search(query, actions, ({ label, detail, words }) => `${label} ${words} ${detail ?? ''}`, SHOWN);
    return [...new Set(best.map(({ group }) => group))].flatMap((group) => best.filter((one) => one.group === group));
  }
  const left = { ...atRest };
  return actions.filter(({ group }) => {
    const rest = left[group];
    if (rest === undefined) return true;
    left[group] = rest - 1;
    return rest > 0;
  });
}

/** The row under the cursor: the one marked before if it is still there, else the first. */
export const markedAt = (actions: readonly Pick<PaletteAction, 'id'>[], markedId: string | null): number =>
  Math.max(
    0,
    actions.findIndex(({ id }) => id === markedId),
  );
