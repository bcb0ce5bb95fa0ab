import type { Coverage } from '#contracts';
import { read } from '#web';
import { useEffect, useState } from 'react';
import { create } from 'zustand';

interface Layers {
  coverage: boolean;
  wards: boolean;
}

/** What a person chose to see on the map besides what is always there. */
export const useLayers = create<Layers>(() => ({ coverage: false, wards: false }));

export const toggleLayer = (layer: keyof Layers): void => useLayers.setState((layers) => ({ [layer]: !layers[layer] }));

const AGAIN_AFTER_MS = 15_000;

/** The coverage while it is asked for, read again as vehicles move; `failed` when the last reading did not come. */
export function useCoverage(): { coverage: Coverage | null; failed: boolean } {
  const shown = useLayers((layers) => layers.coverage);
  const [answer, setAnswer] = useState<{ coverage: Coverage | null; failed: boolean }>({
    coverage: null,
    failed: false,
  });
  useEffect(() => {
    if (!shown) return setAnswer({ coverage: null, failed: false });
    const abort = new AbortController();
    const ask = () =>
      read('GET /api/coverage', { signal: abort.signal }).then(
        (coverage) => setAnswer({ coverage, failed: false }),
        () => abort.signal.aborted || setAnswer((before) => ({ ...before, failed: true })),
      );
    void ask();
    const timer = setInterval(() => void ask(), AGAIN_AFTER_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [shown]);
  return answer;
}
