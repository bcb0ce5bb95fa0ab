import type { IncidentId, OverrideReason, RankedVehicle, VehicleId } from '#contracts';
import { CONSOLE, failureOf, machineNow, OUTBOX, send, SENDING, useBoard, type Failure } from '#web';
import { create } from 'zustand';
import { shortNumber } from '../queue/queue.js';
import { isLineLost } from '../outbox/line.js';
import { inWords, remember } from '../undo/undo.js';
import { passesOver } from './offers.js';
import { recompute, useRecommended } from './use-recommendation.js';

interface DispatchState {
  sending: boolean;
  failure: Failure | null;
  /** A reason is being asked for: for passing over a better vehicle, or for ordering without asking. */
  reasonFor: { kind: 'offer' | 'order'; vehicleIds: VehicleId[] } | null;
  /** When something was sent last. */
  sentAtMs: number;
}

export const useDispatching = create<DispatchState>(() => ({
  sending: false,
  failure: null,
  reasonFor: null,
  sentAtMs: -Infinity,
}));
const set = useDispatching.setState;

export const dropReason = () => set({ reasonFor: null });

/** Who goes ahead is asked first: it is there before the ambulance has found a place to stop. */
const aheadFirst = (a: RankedVehicle, b: RankedVehicle): number =>
  Number(b.group === 'two_wheeler') - Number(a.group === 'two_wheeler') || a.rank - b.rank;

/** The vehicles that a press of Enter would send, who goes ahead first, then in the order of their ranks. */
export function vehiclesToSend(): VehicleId[] {
  const { recommendation, chosen, picked } = useRecommended.getState();
  const ranked = recommendation?.ranked ?? [];
  const set = ranked.filter(({ vehicleId }) => picked.includes(vehicleId));
  if (set.length > 0) return set.sort(aheadFirst).map(({ vehicleId }) => vehicleId);
  const one = ranked.find(({ vehicleId }) => vehicleId === chosen) ?? ranked[0];
  return one ? [one.vehicleId] : [];
}

/** A nervous second press of Enter is not a second vehicle. */
const SECOND_PRESS_MS = 1_200;

interface Sent {
  /** The vehicle chosen, and whoever was asked along with it. */
  vehicleIds: VehicleId[];
  undo: () => Promise<unknown>;
}

/** Sends one vehicle after the other with `work`, which answers who was asked and how to take that back. */
async function sending(incidentId: IncidentId, vehicleIds: VehicleId[], work: (id: VehicleId) => Promise<Sent>) {
  if (useDispatching.getState().sending) return;
  // Who goes is decided on what is true now, never by a line that comes back.
  if (isLineLost()) return set({ failure: { code: 'OFFLINE', message: OUTBOX.lineDown } });
  set({ sending: true, failure: null });
  const sent: Sent[] = [];
  try {
    for (const vehicleId of vehicleIds) {
      sent.push(await work(vehicleId));
    }
    set({ reasonFor: null });
    useRecommended.setState({ picked: [], chosen: null });
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.code === 'REASON_REQUIRED')
      set({ reasonFor: { kind: 'offer', vehicleIds: vehicleIds.slice(sent.length) } });
    else set({ failure });
  }
  set({ sending: false });
  recompute();
  const { units, incidents } = useBoard.getState();
  const number = shortNumber(incidents[incidentId]?.number ?? '');
  const asked = new Set(sent.flatMap((one) => one.vehicleIds));
  const callSigns = [...asked].map((id) => units[id]?.callSign ?? '').join(', ');
  if (sent.length === 0) return;
  set({ sentAtMs: machineNow() });
  remember({
    panel: 'recommendations',
    words: inWords(CONSOLE.dispatched, { callSigns, number }),
    undo: sent.map((one) => one.undo),
    correction: SENDING.correctDispatch,
  });
}

/** What goes with every choice: the needs it was made for, and when the list was computed that the person saw. */
const seen = () => {
  const { recommendation } = useRecommended.getState();
  return recommendation ? { needs: recommendation.needs, seenAt: recommendation.computedAt } : {};
};

const incidentInList = () => useRecommended.getState().recommendation?.incidentId ?? null;

/** Asks the stations of the chosen vehicles; passing over a better one needs a reason first. */
export function offerChosen(): void {
  const { recommendation } = useRecommended.getState();
  const vehicleIds = vehiclesToSend();
  const incidentId = incidentInList();
  if (!recommendation || !incidentId || vehicleIds.length === 0) return;
  if (machineNow() - useDispatching.getState().sentAtMs < SECOND_PRESS_MS) return;
  if (passesOver(recommendation, vehicleIds)) return set({ reasonFor: { kind: 'offer', vehicleIds } });
  void offer(incidentId, vehicleIds);
}

/** One search per vehicle. A critical incident asks two stations at once, so a later choice may have been asked already: its search then takes the next on the list. */
function offer(incidentId: IncidentId, vehicleIds: VehicleId[], reason?: OverrideReason): Promise<void> {
  const asked = new Set<VehicleId>();
  return sending(incidentId, vehicleIds, async (vehicleId) => {
    const override = reason ? { override: { reason } } : {};
    const first = asked.has(vehicleId) ? {} : { vehicleIds: [vehicleId], ...override };
    const { request, offers } = await send('dispatch.offer', { incidentId, ...first, ...seen() });
    for (const made of offers) asked.add(made.vehicleId);
    return {
      vehicleIds: offers.map((made) => made.vehicleId),
      undo: () => send('dispatch.stop', { requestId: request.id, reason: 'not_needed' }),
    };
  });
}

/** Orders the chosen vehicles without asking their stations; that always needs a reason. */
export function askForOrder(): void {
  const vehicleIds = vehiclesToSend();
  if (vehicleIds.length > 0) set({ reasonFor: { kind: 'order', vehicleIds } });
}

/** Goes on with what a reason was asked for. */
export function giveReason(reason: OverrideReason): void {
  const { reasonFor } = useDispatching.getState();
  const incidentId = incidentInList();
  if (!reasonFor || !incidentId) return;
  const { kind, vehicleIds } = reasonFor;
  if (kind === 'offer') void offer(incidentId, vehicleIds, reason);
  else
    void sending(incidentId, vehicleIds, async (vehicleId) => {
      const { mission } = await send('dispatch.order', { incidentId, vehicleId, reason, ...seen() });
      return {
        vehicleIds: [vehicleId],
        undo: () => send('mission.cancel', { missionId: mission.id, reason: 'not_needed' }),
      };
    });
}

/** Runs one command of the panel; what goes wrong is shown there. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  set({ failure: null });
  try {
    await work();
  } catch (thrown) {
    set({ failure: failureOf(thrown) });
  }
}
