import type { Message } from '#contracts';
import { useEffect } from 'react';
import { deviceInstant, tap } from '../outbox/use-outbox.js';

/** Tells the room that messages were on this screen; only while somebody could see it. */
export function useReceipts(shown: readonly Message[]): void {
  const unseen = shown.filter(({ from, state }) => from === 'room' && state === 'sent');
  const ids = unseen.map(({ id }) => id).join();
  useEffect(() => {
    const [first] = unseen;
    if (!first) return;
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', tell);
      const { vehicleId } = first;
      tap('message.receive', { vehicleId, messageIds: unseen.map(({ id }) => id), deviceAt: deviceInstant() });
    };
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => document.removeEventListener('visibilitychange', tell);
    // The ids say everything about what is unseen.
  }, [ids]);
}
