import type { Incident, PlaceSuggestion } from '#contracts';
import { read, useSystem } from '#web';
import { useEffect, useState } from 'react';

const PAUSE_MS = 120;
const MIN_LETTERS = 2;
const SHOWN = 4;

/** What the server found for a query, in the order in which it answered: what comes later is put below. */
export type Answered =
  | { readonly kind: 'places'; readonly places: readonly PlaceSuggestion[] }
  | { readonly kind: 'closed'; readonly incidents: readonly Incident[] };

/** Places of the gazetteer and closed incidents of the last days, asked for when the typing pauses. */
export function useFromServer(query: string): { answers: readonly Answered[]; unreached: boolean } {
  const centre = useSystem(({ system }) => system?.centre);
  const asked = query.trim();
  const [found, setFound] = useState({ asked: '', answers: [] as Answered[], unreached: false });
  useEffect(() => {
    if (asked.length < MIN_LETTERS) return;
    const abort = new AbortController();
    const { signal } = abort;
    const take = (answer: Answered) =>
      setFound((now) => ({ asked, unreached: false, answers: [...(now.asked === asked ? now.answers : []), answer] }));
    const failed = () => {
      if (!signal.aborted)
        setFound((now) => ({ asked, unreached: true, answers: now.asked === asked ? now.answers : [] }));
    };
    const timer = setTimeout(() => {
      read('GET /api/places', { query: { q: asked, near: centre?.join(',') }, signal })
        .then(({ suggestions }) => take({ kind: 'places', places: suggestions.slice(0, SHOWN) }))
        .catch(failed);
      read('GET /api/incidents', { query: { q: asked, limit: SHOWN }, signal })
        .then((incidents) => take({ kind: 'closed', incidents }))
        .catch(failed);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, centre]);
  const current = found.asked === asked && asked.length >= MIN_LETTERS;
  return { answers: current ? found.answers : [], unreached: current && found.unreached };
}
