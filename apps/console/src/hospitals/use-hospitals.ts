import type { HospitalRanking, MissionId } from '#contracts';
import { failureOf, read, useBoard, type Failure } from '#web';
import { useEffect, useState } from 'react';

/** The hospitals for a mission, ranked anew when one of them says what it has room for. */
export function useHospitals(missionId: MissionId): { ranking: HospitalRanking | null; failure: Failure | null } {
  const capacities = useBoard((board) => board.capacities);
  const [answer, setAnswer] = useState<{ ranking: HospitalRanking | null; failure: Failure | null }>({
    ranking: null,
    failure: null,
  });
  useEffect(() => {
    const abort = new AbortController();
    read('GET /api/missions/:id/hospitals', { params: { id: missionId }, signal: abort.signal }).then(
      (ranking) => setAnswer({ ranking, failure: null }),
      (thrown: unknown) =>
        abort.signal.aborted || setAnswer(({ ranking }) => ({ ranking, failure: failureOf(thrown) })),
    );
    return () => abort.abort();
  }, [missionId, capacities]);
  return answer;
}
