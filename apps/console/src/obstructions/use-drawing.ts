import type { LngLat } from '#contracts';
import { create } from 'zustand';
import { startPinning, stopPinning } from '../room.js';
import { NEW_DRAWING, shapeOf, stepBack, type Drawing } from './drawing.js';

/** The obstruction that this dispatcher is drawing; null most of the time. */
export const useDrawing = create<{ drawing: Drawing | null }>(() => ({ drawing: null }));
const change = (of: (drawing: Drawing) => Drawing | null): void =>
  useDrawing.setState(({ drawing }) => ({ drawing: drawing && of(drawing) }));

export function startDrawing(): void {
  useDrawing.setState({ drawing: NEW_DRAWING });
  startPinning('obstruction');
}

export function stopDrawing(): void {
  useDrawing.setState({ drawing: null });
  stopPinning();
}

export const answer = (more: Partial<Drawing>): void => change((drawing) => ({ ...drawing, ...more }));

/** Points are set until the shape is finished. */
export const addPoint = (at: LngLat): void =>
  change((drawing) => (drawing.shape ? drawing : { ...drawing, points: [...drawing.points, at] }));
export const dropPoint = (): void =>
  change((drawing) => (drawing.shape ? drawing : { ...drawing, points: drawing.points.slice(0, -1) }));
export const finishPoints = (asArea: boolean): void =>
  change((drawing) => ({ ...drawing, shape: shapeOf(drawing.points, asArea) }));

/** Takes the last answer back; with nothing left to take back, the drawing ends. */
export function goBack(): void {
  const { drawing } = useDrawing.getState();
  const before = drawing && stepBack(drawing);
  if (before) useDrawing.setState({ drawing: before });
  else stopDrawing();
}
