import type { LngLat } from '#contracts';
import { failureOf, machineNow, newCommandId, send, type Failure } from '#web';
import { create } from 'zustand';
import { startPinning, stopPinning } from '../room.js';
import { recompute } from '../recommendations/use-recommendation.js';
import { commandOf, NEW_DRAWING, shapeOf, stepBack, type Drawing } from './drawing.js';

interface DrawingState {
  drawing: Drawing | null;
  sending: boolean;
  failure: Failure | null;
  /** The id of the command being tried, so that a second press after a lost answer is the same deed. */
  commandId: ReturnType<typeof newCommandId>;
}

/** The obstruction that this dispatcher is drawing. */
export const useDrawing = create<DrawingState>(() => ({
  drawing: null,
  sending: false,
  failure: null,
  commandId: newCommandId(),
}));
const set = useDrawing.setState;
const change = (more: Partial<Drawing>) =>
  set(({ drawing }) => ({ drawing: drawing && { ...drawing, ...more }, failure: null }));

export function startDrawing(): void {
  set({ drawing: NEW_DRAWING, failure: null, commandId: newCommandId() });
  startPinning('obstruction');
}

export function stopDrawing(): void {
  set({ drawing: null, failure: null });
  stopPinning();
}

export const addPoint = (at: LngLat): void =>
  set(({ drawing }) => (drawing && !drawing.shape ? { drawing: { ...drawing, points: [...drawing.points, at] } } : {}));

export const dropPoint = (): void =>
  set(({ drawing }) =>
    drawing && !drawing.shape ? { drawing: { ...drawing, points: drawing.points.slice(0, -1) } } : {},
  );

export function finishPoints(asArea: boolean): void {
  const { drawing } = useDrawing.getState();
  const shape = drawing && shapeOf(drawing.points, asArea);
  if (shape) change({ shape });
}

export const answer = change;

export function goBack(): void {
  const { drawing } = useDrawing.getState();
  const before = drawing && stepBack(drawing);
  if (before) set({ drawing: before, failure: null });
  else stopDrawing();
}

export async function sendDrawing(minutes: number): Promise<void> {
  const { drawing, sending, commandId } = useDrawing.getState();
  const command = drawing && commandOf(drawing, minutes);
  if (!command || sending) return;
  set({ sending: true, failure: null });
  try {
    await send('road.obstruct', command, commandId);
    stopDrawing();
    recompute();
  } catch (thrown) {
    set({ failure: failureOf(thrown), commandId: newCommandId() });
  } finally {
    set({ sending: false });
  }
}

/** For the list: how long an age is, by the machine's clock that runs with the server's. */
export const nowMs = machineNow;
