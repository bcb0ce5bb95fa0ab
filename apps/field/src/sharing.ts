import type { Link } from './link.js';

export type Sharing =
  { state: 'idle' | 'finding' | 'refused' } | { state: 'shared' | 'unsent'; accuracyMetres: number };

/** A fix is sent again when it is this much finer than what was sent, or has this much to tell by its age. */
const FINER = 0.8;
const AGAIN_MS = 30_000;

/** Watches where the telephone is and sends it whenever it has become finer; stops with the page. */
export function sharePosition(link: Link, tell: (sharing: Sharing) => void): void {
  if (!('geolocation' in navigator)) return tell({ state: 'refused' });
  let sent: { accuracyMetres: number; atMs: number } | null = null;
  let sending = false;
  tell({ state: 'finding' });
  navigator.geolocation.watchPosition(
    ({ coords, timestamp }) => {
      const accuracyMetres = Math.round(coords.accuracy);
      const worth = !sent || accuracyMetres < sent.accuracyMetres * FINER || Date.now() - sent.atMs > AGAIN_MS;
      if (sending || !worth) return;
      sending = true;
      link
        .sharePosition({
          at: [coords.longitude, coords.latitude],
          accuracyMetres,
          fixedAt: new Date(timestamp).toISOString(),
        })
        .then(
          () => {
            sent = { accuracyMetres, atMs: Date.now() };
            tell({ state: 'shared', accuracyMetres });
          },
          () => tell({ state: 'unsent', accuracyMetres }),
        )
        .finally(() => (sending = false));
    },
    // A fix that was sent already still holds when the next one does not come.
    () => !sent && tell({ state: 'refused' }),
    { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 },
  );
}
