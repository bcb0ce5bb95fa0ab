import type { CoverageGaps } from '#contracts';
import { read } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';

interface GapsState {
  gaps: CoverageGaps | null;
  /** The last reading did not come: what is shown is older than it should be. */
  failed: boolean;
  /** The list is open on the map. */
  shown: boolean;
}

/** Where the free vehicles leave gaps, as last counted. */
export const useGaps = create<GapsState>(() => ({ gaps: null, failed: false, shown: false }));

export const toggleGaps = () => useGaps.setState(({ shown }) => ({ shown: !shown }));

const AGAIN_AFTER_MS = 15_000;

/** Keeps the gaps counted while the calling component is on screen. */
export function useKeepGaps(): void {
  useEffect(() => {
    const abort = new AbortController();
    const ask = () =>
      read('GET /api/coverage/gaps', { signal: abort.signal }).then(
        (gaps) => useGaps.setState({ gaps, failed: false }),
        () => abort.signal.aborted || useGaps.setState({ failed: true }),
      );
    void ask();
    const timer = setInterval(() => void ask(), AGAIN_AFTER_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, []);
}
