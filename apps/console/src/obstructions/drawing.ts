import {
  OBSTRUCTION_KINDS,
  type CommandInput,
  type FloodDepth,
  type LngLat,
  type ObstructionKind,
  type ObstructionShape,
  type Passage,
} from '#contracts';

/** What is known of an obstruction while it is being drawn; the next question follows from what is missing. */
export interface Drawing {
  readonly points: readonly LngLat[];
  /** Chosen with the last point; null while points are being set. */
  readonly shape: ObstructionShape | null;
  readonly kind: ObstructionKind | null;
  readonly depth: FloodDepth | null;
  readonly passage: Passage | null;
}
export const NEW_DRAWING: Drawing = { points: [], shape: null, kind: null, depth: null, passage: null };

export type Question = 'points' | 'kind' | 'depth' | 'passage' | 'minutes';

/** What to ask next. */
export function questionOf({ shape, kind, depth, passage }: Drawing): Question {
  if (!shape) return 'points';
  if (!kind) return 'kind';
  if (kind === 'flood' && !depth) return 'depth';
  return kind === 'closure' && !passage ? 'passage' : 'minutes';
}

/** One point stands for this much around it. */
const POINT_RADIUS_METRES = 50;

/** The shape that points make; null when there are too few. */
export function shapeOf(points: readonly LngLat[], asArea: boolean): ObstructionShape | null {
  const [first] = points;
  if (!first) return null;
  if (points.length === 1) return { form: 'circle', at: first, radiusMetres: POINT_RADIUS_METRES };
  if (!asArea) return { form: 'line', points: [...points] };
  return points.length < 3 ? null : { form: 'area', points: [...points] };
}

/** Offered for the number keys, minutes. */
export const DURATIONS = [30, 60, 180, 360, 720, 1_440] as const;

/** The command of a finished drawing; null while something is missing. */
export function commandOf(drawing: Drawing, minutes: number): CommandInput<'road.obstruct'> | null {
  const { shape, kind, depth, passage } = drawing;
  if (!shape || !kind || questionOf(drawing) !== 'minutes') return null;
  return { shape, kind, minutes, ...(depth && { depth }), ...(passage && { passage }) };
}

/** Escape takes back the last answer; null when there is nothing left to take back. */
export function stepBack(drawing: Drawing): Drawing | null {
  if (drawing.depth ?? drawing.passage) return { ...drawing, depth: null, passage: null };
  if (drawing.kind) return { ...drawing, kind: null };
  return drawing.shape ? { ...drawing, shape: null } : null;
}

export const usualMinutes = (kind: ObstructionKind): number => OBSTRUCTION_KINDS[kind].usualMinutes;
