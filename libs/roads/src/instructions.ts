import type { Instruction, LngLat, Manoeuvre } from '#contracts';
import { distanceMetres } from '#geo';
import type { RoadGraph } from './graph.js';
import { instructionText } from './instruction-text.js';
import { normalDegrees, type Junctions } from './junctions.js';
import type { Drive } from './search.js';

/** Less than this is no turn. */
const STRAIGHT_DEGREES = 20;
const SLIGHT_DEGREES = 45;
const SHARP_DEGREES = 135;
const U_TURN_DEGREES = 165;
/** Two turns the same way this close are one to a driver: across the median of a divided road. */
const ONE_TURN_METRES = 25;

/**
 * A place of the drive where the driver does something; `degrees` of a turn, left negative. At a bend the road leaves
 * no choice: it counts only as the second half of a turn.
 */
interface Step {
  readonly kind: 'depart' | 'turn' | 'bend' | 'roundabout' | 'ferry' | 'arrive';
  readonly degrees: number;
  readonly exit: number | null;
  /** The arcs that are driven up to here and from here on. */
  readonly from: number;
  readonly arc: number;
  readonly fromMetres: number;
  readonly at: LngLat;
}

/**
 * What the driver is told on a drive, first to last; where the road simply goes on nothing is said.
 * @param drive its arcs, its line and its metres, as a search found them
 */
export function instructionsOf(
  graph: RoadGraph,
  junctions: Junctions,
  drive: Pick<Drive, 'arcs' | 'line' | 'metres'>,
): Instruction[] {
  const steps = joinTurns(graph, stepsOf(graph, junctions, drive));
  return steps.map((step, i) => {
    const kind = manoeuvreOf(step);
    const name = kind === 'arrive' ? null : nameOf(graph, step.arc);
    const metres = (steps[i + 1]?.fromMetres ?? drive.metres) - step.fromMetres;
    const onto = { name, isAlley: graph.roadClass(step.arc >> 1) === 'alley', isLink: graph.isLink(step.arc >> 1) };
    const text = instructionText(kind, onto, step.exit);
    return { kind, exit: step.exit, name, at: step.at, fromMetres: step.fromMetres, metres, text };
  });
}

function stepsOf(graph: RoadGraph, junctions: Junctions, drive: Pick<Drive, 'arcs' | 'line' | 'metres'>): Step[] {
  const { arcs, line, metres } = drive;
  const places = junctionPlaces(graph, drive);
  const steps: Step[] = [
    { kind: 'depart', degrees: 0, exit: null, from: arcs[0]!, arc: arcs[0]!, fromMetres: 0, at: line[0]! },
  ];
  let entry: { place: Place; exits: number } | null = null;
  for (let i = 1; i < arcs.length; i++) {
    const [from, into] = [arcs[i - 1]!, arcs[i]!];
    const place = places[i - 1]!;
    const entering = graph.isRoundabout(into >> 1);
    if (entering && !graph.isRoundabout(from >> 1)) entry = { place, exits: 0 };
    if (entry && graph.isRoundabout(from >> 1)) entry.exits += exitsAt(graph, junctions, from, into);
    if (entering) continue;
    if (entry) {
      steps.push({ kind: 'roundabout', degrees: 0, exit: entry.exits, from, arc: into, ...entry.place });
      entry = null;
    } else if (graph.isFerry(into >> 1) && !graph.isFerry(from >> 1)) {
      steps.push({ kind: 'ferry', degrees: 0, exit: null, from, arc: into, ...place });
    } else {
      const degrees = from >> 1 === into >> 1 ? 180 : junctions.turnDegrees(from, into);
      const kind = isTold(graph, junctions, from, into) ? 'turn' : 'bend';
      steps.push({ kind, degrees, exit: null, from, arc: into, ...place });
    }
  }
  const end = { fromMetres: metres, at: line[line.length - 1]! };
  const last = arcs[arcs.length - 1]!;
  return [...steps, { kind: 'arrive', degrees: 0, exit: null, from: last, arc: last, ...end }];
}

interface Place {
  readonly fromMetres: number;
  readonly at: LngLat;
}

/** Where along the line the drive passes from each arc into the next. */
function junctionPlaces(graph: RoadGraph, { arcs, line }: Pick<Drive, 'arcs' | 'line'>): Place[] {
  const places: Place[] = [];
  let along = 0;
  let next = 0;
  for (const arc of arcs.slice(0, -1)) {
    const edgeLine = graph.line(arc >> 1);
    const end = arc & 1 ? edgeLine[0]! : edgeLine[edgeLine.length - 1]!;
    while (next < line.length - 1 && (line[next]![0] !== end[0] || line[next]![1] !== end[1])) {
      along += distanceMetres(line[next]!, line[next + 1]!);
      next++;
    }
    places.push({ fromMetres: along, at: end });
  }
  return places;
}

/** Exits of a roundabout that are passed or taken at the end of one of its arcs. */
function exitsAt(graph: RoadGraph, junctions: Junctions, from: number, into: number): number {
  if (!graph.isRoundabout(into >> 1)) return 1;
  return junctions.onwardFrom(from).some((onward) => !graph.isRoundabout(onward >> 1)) ? 1 : 0;
}

/** Whether a driver must be told at a junction, or follows the road. */
function isTold(graph: RoadGraph, junctions: Junctions, from: number, into: number): boolean {
  if (from >> 1 === into >> 1) return true;
  const others = junctions.onwardFrom(from).filter((onward) => onward !== into);
  if (others.length === 0) return false;
  const degrees = Math.abs(junctions.turnDegrees(from, into));
  const goesOn = isSameRoad(graph, from, into);
  if (degrees >= SLIGHT_DEGREES) return true;
  const straighter = others.some((other) => Math.abs(junctions.turnDegrees(from, other)) < degrees);
  if (degrees >= STRAIGHT_DEGREES && straighter) return true;
  // Another name on the way ahead helps only where one could mistake the way.
  return !goesOn && nameOf(graph, into) !== null && !graph.isFerry(from >> 1);
}

function isSameRoad(graph: RoadGraph, a: number, b: number): boolean {
  const [ea, eb] = [a >> 1, b >> 1];
  if (graph.name(ea) !== null || graph.name(eb) !== null) return graph.name(ea) === graph.name(eb);
  return graph.ref(ea) === graph.ref(eb);
}

const nameOf = (graph: RoadGraph, arc: number): string | null => graph.name(arc >> 1) ?? graph.ref(arc >> 1);

/**
 * Two turns the same way, close together, become one; a step aside that leads back onto the same road is none; what is
 * left of bends is dropped.
 */
function joinTurns(graph: RoadGraph, steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    const near = before && step.fromMetres - before.fromMetres < ONE_TURN_METRES;
    const isHalf = step.kind === 'turn' || (step.kind === 'bend' && Math.abs(step.degrees) >= SLIGHT_DEGREES);
    const pair = near && before.kind === 'turn' && isHalf;
    if (pair && Math.abs(before.degrees + step.degrees) < STRAIGHT_DEGREES && isSameRoad(graph, before.from, step.arc))
      joined.pop();
    else if (pair && before.degrees * step.degrees > 0)
      joined[joined.length - 1] = { ...before, arc: step.arc, degrees: before.degrees + step.degrees };
    else if (step.kind !== 'bend') joined.push(step);
  }
  return joined;
}

function manoeuvreOf({ kind, degrees }: Step): Manoeuvre {
  if (kind !== 'turn' && kind !== 'bend') return kind;
  const turn = normalDegrees(degrees);
  const size = Math.max(Math.abs(turn), Math.abs(degrees));
  if (size < STRAIGHT_DEGREES) return 'straight';
  if (size >= U_TURN_DEGREES) return 'u_turn';
  const hand = turn < 0 ? 'left' : 'right';
  if (size < SLIGHT_DEGREES) return `slight_${hand}`;
  return size < SHARP_DEGREES ? hand : `sharp_${hand}`;
}
