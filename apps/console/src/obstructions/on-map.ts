import type { LngLat } from '#contracts';
import { obstructionMarks, useBoard, useTexts, type ObstructionMark, type Sketch } from '#web';
import { useMemo, type KeyboardEvent } from 'react';
import { shapeOf } from './drawing.js';
import { addPoint, dropPoint, finishPoints, stopDrawing, useDrawing } from './use-drawing.js';

/** The open obstructions as the map draws them. */
export function useObstructionMarks(): ObstructionMark[] {
  const { say } = useTexts();
  const obstructions = useBoard((board) => board.obstructions);
  return useMemo(() => obstructionMarks(Object.values(obstructions), say), [obstructions, say]);
}

/** What is being drawn, as the map draws it. */
export function useSketch(): Sketch | undefined {
  const drawing = useDrawing((state) => state.drawing);
  return useMemo(() => {
    if (!drawing) return undefined;
    const { points, shape } = drawing;
    return { points: shape ? [] : points, shape: shape ?? shapeOf(points, false) };
  }, [drawing]);
}

/** The keys of the map while points are being set; false leaves the key to the map. */
export function onDrawingKey(event: KeyboardEvent, centre: () => LngLat | null): boolean {
  const { drawing } = useDrawing.getState();
  if (!drawing || drawing.shape || event.ctrlKey || event.altKey) return false;
  // A button of the card keeps its own Enter and Space.
  if (event.target instanceof HTMLButtonElement && event.code !== 'Escape') return false;
  if (event.code === 'Enter' || event.code === 'NumpadEnter') finishPoints(event.shiftKey);
  else if (event.code === 'Backspace') dropPoint();
  else if (event.code === 'Escape') stopDrawing();
  else if (event.code === 'Space') {
    const at = centre();
    if (at) addPoint(at);
  } else return false;
  event.preventDefault();
  return true;
}
