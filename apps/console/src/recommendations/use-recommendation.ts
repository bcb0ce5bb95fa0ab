import { SpecialNeed, type Incident, type Recommendation, type VehicleId } from '#contracts';
import { failureOf, isPassing, openObstructions, read, useBoard, type Failure } from '#web';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { isWorkingIn } from '../focus.js';
import { useDraft } from '../intake/use-draft.js';
import { useRoom } from '../room.js';

interface RecommendedState {
  /** For whom the list is: the same key keeps the choice while the list is computed again. */
  key: string | null;
  recommendation: Recommendation | null;
  failure: Failure | null;
  computing: boolean;
  chosen: VehicleId | null;
  /** Several vehicles for one incident; empty: only the chosen one. */
  picked: VehicleId[];
  /** What is asked for beyond the reason. */
  needs: SpecialNeed[];
  /** How many ambulances are wanted. */
  count: number;
  round: number;
}

/** The list on screen and the dispatcher's choice in it. */
export const useRecommended = create<RecommendedState>(() => ({
  key: null,
  recommendation: null,
  failure: null,
  computing: false,
  chosen: null,
  picked: [],
  needs: [],
  count: 1,
  round: 0,
}));
const set = useRecommended.setState;

export const recompute = () => set(({ round }) => ({ round: round + 1 }));
export const chooseVehicle = (chosen: VehicleId) => set({ chosen });
export const togglePicked = (vehicleId: VehicleId) =>
  set(({ picked }) => ({
    picked: picked.includes(vehicleId) ? picked.filter((id) => id !== vehicleId) : [...picked, vehicleId],
  }));

const MOST_VEHICLES = 9;

/** The first of the list, as many as are wanted, and somebody on two wheels where the alley is narrow. */
function pickBest({ ranked }: Recommendation, count: number, needs: readonly SpecialNeed[]): VehicleId[] {
  const first = (group: string, most: number) => ranked.filter((vehicle) => vehicle.group === group).slice(0, most);
  const ahead = needs.includes('two_wheeler') ? first('two_wheeler', 1) : [];
  if (count === 1 && ahead.length === 0) return [];
  return [...first('ambulance', count), ...ahead].map(({ vehicleId }) => vehicleId);
}

/** One vehicle more or less: the best of the list are picked. */
export function wantVehicles(wanted: number): void {
  const count = Math.min(MOST_VEHICLES, Math.max(1, wanted));
  set(({ recommendation, needs }) => ({
    count,
    picked: recommendation ? pickBest(recommendation, count, needs) : [],
  }));
}

/** Asks for something more, or no longer; the list is computed for it and the best of it picked. */
export const toggleNeed = (need: SpecialNeed): void =>
  set(({ needs, round }) => ({
    needs: needs.includes(need) ? needs.filter((one) => one !== need) : [...needs, need],
    round: round + 1,
  }));

export type RecommendTarget =
  | { kind: 'incident'; incident: Incident }
  | { kind: 'draft'; query: object }
  | { kind: 'none'; because: 'nothing' | 'noPlace' | 'closed' };

/** For whom units are wanted now: the call being typed as soon as its place is known, or the chosen incident. */
export function useRecommendTarget(): RecommendTarget {
  const recommendFor = useRoom((room) => room.recommendFor);
  const incidentId = useRoom((room) => room.incidentId);
  const draft = useDraft();
  const chosen = useBoard((board) => (incidentId ? board.incidents[incidentId] : undefined));
  return useMemo((): RecommendTarget => {
    if (draft.position && (recommendFor === 'draft' || !chosen)) {
      const { position, answers } = draft;
      const priority = draft.override ? { priority: draft.override.level } : {};
      return { kind: 'draft', query: { position, answers, reason: draft.reason ?? 'other', ...priority } };
    }
    if (!chosen) return { kind: 'none', because: 'nothing' };
    if (chosen.state === 'closed') return { kind: 'none', because: 'closed' };
    return chosen.place.position ? { kind: 'incident', incident: chosen } : { kind: 'none', because: 'noPlace' };
  }, [recommendFor, chosen, draft]);
}

const AGAIN_AFTER_MS = 15_000;
/** Another source that was asked has answered by then, or is too late for this time. */
const OPINION_AFTER_MS = 1_500;

/** The list moves by itself only while nobody works in it. */
function recomputeUnwatched(): void {
  // What was refused for its content stays refused until the content changes.
  const { failure } = useRecommended.getState();
  if (!isWorkingIn('recommendations') && (failure === null || isPassing(failure))) recompute();
}

/** Keeps the list computed for the present target; while somebody works in the list it does not move by itself. */
export function useKeepRecommended(): void {
  const target = useRecommendTarget();
  const round = useRecommended((state) => state.round);
  const needs = useRecommended((state) => state.needs.join());
  const touched = useBoard((board) => (target.kind === 'incident' ? (board.touched[target.incident.id] ?? 0) : 0));
  // Whoever drew or cleared something in the roads, the list here must know.
  const roads = useBoard((board) =>
    openObstructions(Object.values(board.obstructions))
      .map(({ id }) => id)
      .join(),
  );
  const key = target.kind === 'incident' ? target.incident.id : target.kind === 'draft' ? 'draft' : null;
  const question = target.kind === 'draft' ? JSON.stringify(target.query) : key;

  useEffect(() => {
    if (useRecommended.getState().key !== key)
      set({ key, recommendation: null, failure: null, chosen: null, picked: [], needs: [], count: 1 });
    if (!question) return;
    const abort = new AbortController();
    let soon: ReturnType<typeof setTimeout> | undefined;
    set({ computing: true });
    const answer =
      key === 'draft'
        ? read('POST /api/recommendation', {
            body: { ...JSON.parse(question), needs: SpecialNeed.array().parse(needs.split(',').filter(Boolean)) },
            signal: abort.signal,
          })
        : read('GET /api/incidents/:id/recommendation', {
            params: { id: question },
            query: { needs: needs || undefined },
            signal: abort.signal,
          });
    answer
      .then((recommendation) => {
        set(({ picked, count, needs: asked, recommendation: before }) => ({
          recommendation,
          failure: null,
          computing: false,
          picked:
            before?.needs.join() === recommendation.needs.join() ? picked : pickBest(recommendation, count, asked),
        }));
        if (recommendation.basis?.opinionAwaited) soon = setTimeout(recomputeUnwatched, OPINION_AFTER_MS);
      })
      .catch((thrown: unknown) => {
        if (!abort.signal.aborted) set({ failure: failureOf(thrown), computing: false });
      });
    const timer = setInterval(recomputeUnwatched, AGAIN_AFTER_MS);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      abort.abort();
    };
  }, [key, question, needs, touched, round, roads]);
}
