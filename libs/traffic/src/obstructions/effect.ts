import type { FloodDepth, Obstruction, ObstructionKind, Passage } from '#contracts';
import type { ProfileName } from '#roads';

/** What is meant by the depths people name. Proposed for correction by the centre. */
const DEPTH_MILLIMETRES: Record<FloodDepth, number> = { ankle: 100, half_wheel: 250, over_wheel: 500 };
/** Deeper water drowns the engine of an ambulance van. */
const WADING_LIMIT_MILLIMETRES = 450;
/** Nobody said how deep: taken as the deepest that can still be driven. */
const UNKNOWN_DEPTH: FloodDepth = 'half_wheel';

/** How many times as long those take who may pass, when nobody says otherwise. */
const USUAL_SLOWDOWN: Record<Exclude<ObstructionKind, 'flood'>, number> = {
  closure: 1.5,
  jam: 3,
  accident: 3,
  works: 2,
};

/** Whom an obstruction stops when the report does not say. */
export function usualPassage(kind: ObstructionKind, depth: FloodDepth | null): Passage {
  if (kind === 'closure') return 'none';
  return kind === 'flood' && depth !== null && DEPTH_MILLIMETRES[depth] > WADING_LIMIT_MILLIMETRES ? 'none' : 'slow';
}

/** How many times as long the stretch takes when the report does not say; 1 is as usual. */
export function usualSlowdown(kind: ObstructionKind, depth: FloodDepth | null): number {
  if (kind !== 'flood') return USUAL_SLOWDOWN[kind];
  const deep = Math.min(DEPTH_MILLIMETRES[depth ?? UNKNOWN_DEPTH], WADING_LIMIT_MILLIMETRES);
  // Speed by depth in mm for cars, which stop at 300 mm (Pregnolato et al. 2017, "The impact of flooding on road
  // transport: a depth-disruption function"), stretched to the depth at which an ambulance stops.
  const w = deep * (300 / WADING_LIMIT_MILLIMETRES);
  const speedShare = (0.0009 * w * w - 0.5529 * w + 86.9448) / 86.9448;
  return Math.round(Math.min(20, 1 / speedShare) * 10) / 10;
}

/** Factor on the seconds of the stretch for a kind of vehicle: 1 as usual, Infinity closed. */
export function factorFor(
  { kind, passage, slowdown }: Pick<Obstruction, 'kind' | 'passage' | 'slowdown'>,
  profile: ProfileName,
): number {
  if (passage === 'none') return Infinity;
  if (passage === 'emergency' && profile !== 'emergency') return Infinity;
  if (profile === 'motorbike') {
    if (kind === 'flood') return Infinity;
    // Two wheels pass between the cars that stand.
    if (kind === 'jam') return 1;
  }
  return slowdown;
}
