import type { PlaceSearchAnswer } from '#contracts';
import { failureOf, read, useSystem, type Failure } from '#web';
import { useEffect, useState } from 'react';

const PAUSE_MS = 120;
const MIN_LETTERS = 2;
const NOTHING: PlaceSearchAnswer = { suggestions: [], alarm: null, notice: null };

/** What fits what is being typed, from two letters on, asked when the typing pauses. */
export function usePlaces(query: string, active: boolean) {
  const centre = useSystem(({ system }) => system?.centre);
  const [found, setFound] = useState<{ query: string; answer: PlaceSearchAnswer; failure: Failure | null } | null>(
    null,
  );
  const asked = query.trim();

  useEffect(() => {
    if (!active || asked.length < MIN_LETTERS) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      read('GET /api/places', { query: { q: asked, near: centre?.join(',') }, signal: abort.signal })
        .then((answer) => setFound({ query: asked, answer, failure: null }))
        .catch((thrown: unknown) => {
          if (!abort.signal.aborted) setFound({ query: asked, answer: NOTHING, failure: failureOf(thrown) });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, active, centre]);

  const current = active && asked.length >= MIN_LETTERS ? found : null;
  return {
    ...(current?.answer ?? NOTHING),
    failure: current?.failure ?? null,
    answered: current?.query === asked,
    asking: active && asked.length >= MIN_LETTERS,
  };
}
