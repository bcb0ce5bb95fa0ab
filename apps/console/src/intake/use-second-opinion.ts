import type { PlaceSuggestion } from '#contracts';
import { failureOf, read, useSystem, type Failure } from '#web';
import { useEffect, useState } from 'react';

interface Opinion {
  readonly query: string;
  readonly places: readonly PlaceSuggestion[];
  readonly failure: Failure | null;
}

const PAUSE_MS = 600;

/**
 * What Google says to a query, where the centre has a key: asked by the person, or when the centre's own gazetteer knows
 * nothing and the typing has paused.
 */
export function useSecondOpinion(query: string, knowsNothing: boolean) {
  const available = useSystem(({ system }) => system?.secondOpinion ?? false);
  const [opinion, setOpinion] = useState<Opinion | null>(null);
  const asked = query.trim();
  const ask = () => {
    read('GET /api/places/second-opinion', { query: { q: asked } })
      .then((places) => setOpinion({ query: asked, places, failure: null }))
      .catch((thrown: unknown) => setOpinion({ query: asked, places: [], failure: failureOf(thrown) }));
  };
  useEffect(() => {
    if (!available || !knowsNothing) return;
    const timer = setTimeout(ask, PAUSE_MS);
    return () => clearTimeout(timer);
    // Asked once for what was typed, not for every drawing of the screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [available, knowsNothing, asked]);

  const current = opinion?.query === asked ? opinion : null;
  return {
    places: current?.places ?? [],
    failure: current?.failure ?? null,
    /** Null when there is nobody to ask, or was asked. */
    ask: available && !current && asked.length > 1 ? ask : null,
    answered: current !== null,
  };
}
