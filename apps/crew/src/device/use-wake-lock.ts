import { useEffect } from 'react';

async function request(): Promise<WakeLockSentinel | null> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch (thrown) {
    // A low battery or a hidden page refuses it; the job goes on with a screen that may dim.
    console.info('screen may dim', String(thrown));
    return null;
  }
}

/** Keeps the screen awake while `active`; the browser lets go whenever the page is hidden, so it is asked again. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return;
    let held: Promise<WakeLockSentinel | null> = request();
    const again = () => {
      if (document.visibilityState === 'visible') held = request();
    };
    document.addEventListener('visibilitychange', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      void held.then((lock) => lock?.release());
    };
  }, [active]);
}
