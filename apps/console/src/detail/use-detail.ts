import type { IncidentDetail, IncidentId } from '#contracts';
import { failureOf, read, useBoard, type Failure } from '#web';
import { useEffect, useState } from 'react';

/** Everything about one incident, fetched again whenever the journal names it. */
export function useDetail(incidentId: IncidentId | null) {
  const touched = useBoard((board) => (incidentId ? (board.touched[incidentId] ?? 0) : 0));
  const epoch = useBoard((board) => board.cursor?.epoch);
  const [detail, setDetail] = useState<IncidentDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (!incidentId) return;
    const abort = new AbortController();
    read('GET /api/incidents/:id', { params: { id: incidentId }, signal: abort.signal })
      .then((answer) => {
        setDetail(answer);
        setFailure(null);
      })
      .catch((thrown: unknown) => {
        if (!abort.signal.aborted) setFailure(failureOf(thrown));
      });
    return () => abort.abort();
  }, [incidentId, touched, epoch, round]);

  return {
    detail: detail?.incident.id === incidentId ? detail : null,
    failure,
    again: () => setRound((n) => n + 1),
  };
}
