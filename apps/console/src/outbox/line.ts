import { freshnessNow, useBoard, useFreshness, type FreshnessState } from '#web';

const isLost = (state: FreshnessState) => state === 'warning' || state === 'alarm';

/** The screen says that the line is down: from then on nobody is dispatched from it. */
export const useLineLost = (): boolean => isLost(useFreshness().state);
export const isLineLost = (): boolean => isLost(freshnessNow().state);

/** Not worth trying at once: words go the safer way a little earlier than the screen speaks of a lost line. */
export const isLineDown = (): boolean => useBoard.getState().begun && freshnessNow().state !== 'live';
