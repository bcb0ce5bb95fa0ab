import { useEffect } from 'react';
import { create } from 'zustand';
import { windowKind } from './windows.js';

/** Whether this window is the one of its desk that makes sounds. */
export const useLeader = create<{ leads: boolean }>(() => ({ leads: false }));
const LOCK = 'console.sound';

/**
 * The lock is held for as long as the window lives, and passes on when it closes. The console takes it over from a
 * window beside it: that is where somebody types, so that is where the browser allows sound.
 */
async function lead(locks: LockManager, ended: AbortSignal): Promise<void> {
  const steal = windowKind() === 'console';
  while (!ended.aborted) {
    try {
      await locks.request(LOCK, steal ? { steal } : { signal: ended }, async () => {
        useLeader.setState({ leads: true });
        await new Promise<void>((resume) => ended.addEventListener('abort', () => resume()));
      });
    } catch (thrown) {
      // Taken over by another window, or this page ends: either way somebody else leads.
      console.info('another window sounds', String(thrown));
      if (steal) return follow(locks, ended);
    } finally {
      useLeader.setState({ leads: false });
    }
  }
}

/** A second console on the same machine does not fight for the lock: it waits for its turn. */
async function follow(locks: LockManager, ended: AbortSignal): Promise<void> {
  await locks
    .request(LOCK, { signal: ended }, async () => {
      useLeader.setState({ leads: true });
      await new Promise<void>((resume) => ended.addEventListener('abort', () => resume()));
    })
    .catch((thrown: unknown) => console.info('not leading', String(thrown)));
  useLeader.setState({ leads: false });
}

/** Browsers have locks only on HTTPS and localhost; without them the console sounds, and windows beside it do not. */
export function useElectLeader(): void {
  useEffect(() => {
    const locks: LockManager | undefined = navigator.locks;
    if (!locks) return useLeader.setState({ leads: windowKind() === 'console' });
    const ended = new AbortController();
    void lead(locks, ended.signal);
    return () => ended.abort();
  }, []);
}
