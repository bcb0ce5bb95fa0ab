import type { IncidentId, OverrideReason, VehicleId } from '#contracts';
import { failureOf, machineNow, send, useBoard, type Failure } from '#web';
import { create } from 'zustand';
import { shortNumber } from '../queue/queue.js';
import { useRoom } from '../room.js';
import { passesOver } from './offers.js';
import { recompute, useRecommended } from './use-recommendation.js';

interface DispatchState {
  sending: boolean;
  failure: Failure | null;
  /** A reason is being asked for: for passing over a better vehicle, or for ordering without asking. */
  reasonFor: { kind: 'offer' | 'order'; vehicleIds: VehicleId[] } | null;
}

export const useDispatching = create<DispatchState>(() => ({ sending: false, failure: null, reasonFor: null }));
const set = useDispatching.setState;

export const dropReason = () => set({ reasonFor: null });

/** The vehicles that a press of Enter would send, in the order of their ranks. */
export function vehiclesToSend(): VehicleId[] {
  const { recommendation, chosen, picked } = useRecommended.getState();
  const ranked = recommendation?.ranked ?? [];
  if (picked.length > 0) return ranked.map(({ vehicleId }) => vehicleId).filter((id) => picked.includes(id));
  const one = ranked.find(({ vehicleId }) => vehicleId === chosen) ?? ranked[0];
  return one ? [one.vehicleId] : [];
}

const UNDO_MS = 10_000;
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
  const undo = sent.map((one) => one.undo);
  if (undo.length > 0) useRoom.setState({ lastDispatch: { undo, words: { callSigns, number }, atMs: machineNow() } });
}

const incidentInList = () => useRecommended.getState().recommendation?.incidentId ?? null;

/** Asks the stations of the chosen vehicles; passing over a better one needs a reason first. */
export function offerChosen(): void {
  const { recommendation } = useRecommended.getState();
  const vehicleIds = vehiclesToSend();
  const incidentId = incidentInList();
  if (!recommendation || !incidentId || vehicleIds.length === 0) return;
  if (machineNow() - (useRoom.getState().lastDispatch?.atMs ?? 0) < SECOND_PRESS_MS) return;
  if (passesOver(recommendation, vehicleIds)) return set({ reasonFor: { kind: 'offer', vehicleIds } });
  void offer(incidentId, vehicleIds);
}

/** One search per vehicle. A critical incident asks two stations at once, so a later choice may have been asked already: its search then takes the next on the list. */
function offer(incidentId: IncidentId, vehicleIds: VehicleId[], reason?: OverrideReason): Promise<void> {
  const asked = new Set<VehicleId>();
  return sending(incidentId, vehicleIds, async (vehicleId) => {
    const override = reason ? { override: { reason } } : {};
    const first = asked.has(vehicleId) ? {} : { vehicleIds: [vehicleId], ...override };
    const { request, offers } = await send('dispatch.offer', { incidentId, ...first });
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
      const { mission } = await send('dispatch.order', { incidentId, vehicleId, reason });
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

/** Takes the last dispatch back, within ten seconds. */
export async function takeBack(): Promise<void> {
  const { lastDispatch } = useRoom.getState();
  if (!lastDispatch || machineNow() - lastDispatch.atMs > UNDO_MS) return;
  useRoom.setState({ lastDispatch: null });
  dropReason();
  for (const undo of lastDispatch.undo) await attempt(undo);
}
