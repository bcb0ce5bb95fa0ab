import type { MissionId, RankedHospital } from '#contracts';
import { read } from '#web';
import { useEffect, useState } from 'react';

/**
 * The hospitals in the order the centre ranks them, while there is a network; null without one, and then the tablet
 * orders them itself by what it knows.
 */
export function useRanking(missionId: MissionId | null): readonly RankedHospital[] | null {
  const [ranked, setRanked] = useState<readonly RankedHospital[] | null>(null);
  useEffect(() => {
    if (!missionId) return;
    const abort = new AbortController();
    read('GET /api/missions/:id/hospitals', { params: { id: missionId }, signal: abort.signal }).then(
      (ranking) => setRanked(ranking.ranked),
      (thrown: unknown) => abort.signal.aborted || console.info('hospitals in our own order', String(thrown)),
    );
    return () => abort.abort();
  }, [missionId]);
  return ranked;
}
