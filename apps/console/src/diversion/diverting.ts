import type { Diversion, IncidentId, MissionId, OverrideReason } from '#contracts';
import { failureOf, read, send, SENDING, useBoard, type Failure } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';
import { shortNumber } from '../queue/queue.js';
import { recompute, useRecommended } from '../recommendations/use-recommendation.js';
import { inWords, remember } from '../undo/undo.js';

interface DivertingState {
  incidentId: IncidentId | null;
  diversions: Diversion[];
  /** The one being decided. */
  deciding: MissionId | null;
  sending: boolean;
  failure: Failure | null;
}

/** Vehicles on their way to others that could come here instead, as last counted. */
export const useDiverting = create<DivertingState>(() => ({
  incidentId: null,
  diversions: [],
  deciding: null,
  sending: false,
  failure: null,
}));
const set = useDiverting.setState;

export const decide = (deciding: MissionId) => set({ deciding, failure: null });
export const dropDiversion = () => set({ deciding: null, failure: null });

/** Counts them again with every new list; a list that is for a call being typed has none yet. */
export function useKeepDiversions(incidentId: IncidentId | null): void {
  const computedAt = useRecommended(({ recommendation }) => recommendation?.computedAt);
  useEffect(() => {
    if (useDiverting.getState().incidentId !== incidentId)
      set({ incidentId, diversions: [], deciding: null, failure: null });
    if (!incidentId || !computedAt) return;
    const abort = new AbortController();
    read('GET /api/incidents/:id/diversions', { params: { id: incidentId }, signal: abort.signal }).then(
      (diversions) => set({ diversions }),
      (thrown: unknown) => abort.signal.aborted || set({ diversions: [], failure: failureOf(thrown) }),
    );
    return () => abort.abort();
  }, [incidentId, computedAt]);
}

/** Turns the vehicle round; the objections were on screen when the reason was given. */
export async function divert(
  { missionId, vehicleId, to, objections }: Diversion,
  reason: OverrideReason,
): Promise<void> {
  if (useDiverting.getState().sending) return;
  set({ sending: true, failure: null });
  try {
    await send('dispatch.divert', { missionId, incidentId: to.incidentId, reason, despite: objections.length > 0 });
    const { units, incidents } = useBoard.getState();
    const number = shortNumber(incidents[to.incidentId]?.number ?? '');
    remember({
      panel: 'recommendations',
      words: inWords(SENDING.diverted, { callSign: units[vehicleId]?.callSign ?? '', number }),
      undo: [],
      correction: SENDING.correctDivert,
    });
    useRecommended.setState({ chosen: null });
    set({ sending: false, deciding: null });
    recompute();
  } catch (thrown) {
    set({ sending: false, failure: failureOf(thrown) });
  }
}
