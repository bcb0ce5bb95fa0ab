import { useSyncExternalStore } from 'react';

/**
 * The screen's only clock. Every timer of the page shows the server's time: the offset is learnt from each message that
 * carries one, and one shared tick a second redraws them all together.
 */
let offsetMs = 0;
let tickMs = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** This machine's own clock in milliseconds: for measuring silences, which must not depend on the server. */
export const machineNow = () => Date.now();
/** The server's time as far as this screen knows it, in milliseconds. */
export const serverNow = () => machineNow() + offsetMs;
/** How far this machine's clock is behind the server's, in milliseconds. */
export const clockOffset = () => offsetMs;

/** Learns the offset. Small differences are network jitter and are smoothed; a jump of over a second is taken at once. */
export function learnServerTime(serverTime: string): void {
  const measured = new Date(serverTime).getTime() - machineNow();
  offsetMs = Math.abs(measured - offsetMs) > 1000 ? measured : Math.round(offsetMs + (measured - offsetMs) * 0.1);
}

function tick(): void {
  tickMs = serverNow();
  for (const listener of listeners) listener();
  timer = setTimeout(tick, 1000 - (tickMs % 1000));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The server's time in milliseconds, new every whole second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => tickMs || (tickMs = serverNow()));
