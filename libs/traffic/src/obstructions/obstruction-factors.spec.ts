import { ObstructionId, type LngLat, type Obstruction, type ObstructionShape } from '#contracts';
import { OPEN_TO_ALL } from '#region';
import { RoadGraph, RoadIndex, type ArcFactors } from '#roads';
import { uuidv7 } from 'uuidv7';
import type { LiveRoads } from '../traffic-now.js';
import { coveredArcs, ObstructionFactors, streetsOf } from './obstruction-factors.js';

const METRE = 1 / 111_195;
const at = (east: number, north: number): LngLat => [106 + east * METRE, north * METRE];
const EDGE = {
  wayId: 1,
  roadClass: 'residential',
  link: false,
  roundabout: false,
  bridge: false,
  direction: 'both',
  maxSpeedKmh: null,
  widthMetres: null,
  admits: OPEN_TO_ALL,
  ref: null,
} as const;
/** Edge 0 runs east for 400 m, edge 1 crosses its end going north, edge 2 is a ferry beside it. */
const graph = RoadGraph.of({
  edges: [
    { ...EDGE, source: 0, target: 1, lengthMetres: 400, name: 'Phú Lợi', line: [at(0, 0), at(400, 0)] },
    { ...EDGE, source: 1, target: 2, lengthMetres: 300, name: 'Yersin', line: [at(400, 0), at(400, 300)] },
    {
      ...EDGE,
      roadClass: 'ferry',
      source: 0,
      target: 2,
      lengthMetres: 500,
      name: 'Phà',
      line: [at(0, 0), at(0, -100), at(400, -100)],
    },
  ],
});
const roads = { graph, index: new RoadIndex(graph) } as LiveRoads;
const circle = (east: number, radiusMetres: number): ObstructionShape => ({
  form: 'circle',
  at: at(east, 0),
  radiusMetres,
});
type Obstructing = Pick<Obstruction, 'id' | 'kind' | 'passage' | 'slowdown' | 'direction' | 'shape'>;
const obstruction = (shape: ObstructionShape, more: Partial<Obstructing> = {}): Obstructing => ({
  id: ObstructionId.parse(uuidv7()),
  kind: 'works',
  passage: 'slow',
  slowdown: 3,
  direction: 'both',
  shape,
  ...more,
});
const weigh = async (...open: Obstructing[]): Promise<ArcFactors> =>
  (await new ObstructionFactors(async () => open).weigh(roads)).factors;

describe('what obstructions make of the roads', () => {
  it('is nothing while nothing is open', async () => {
    expect(await weigh()).toEqual({ emergency: null, normal: null, motorbike: null });
  });

  it('slows the covered share of a road, both ways, and leaves ferries and other roads alone', async () => {
    const { emergency } = await weigh(obstruction(circle(100, 50)));
    // A quarter of the road takes three times as long.
    expect([...emergency!].map((factor) => Math.round(factor * 10) / 10)).toEqual([1.5, 1.5, 1, 1, 1, 1]);
  });

  it('closes the whole road for a closure anywhere on it, to those whom it stops', async () => {
    const closed = obstruction(circle(100, 20), { kind: 'closure', passage: 'emergency', slowdown: 2 });
    const { emergency, normal } = await weigh(closed);
    expect(normal!.slice(0, 2)).toEqual(Float32Array.from([Infinity, Infinity]));
    expect(emergency![0]).toBeCloseTo(1.1, 2);
  });

  it('counts the worse where two lie on one road', async () => {
    const [light, heavy] = [obstruction(circle(100, 50)), obstruction(circle(100, 50), { slowdown: 9 })];
    expect((await weigh(light, heavy)).emergency).toEqual((await weigh(heavy)).emergency);
  });

  it('is told by name, what is covered most first', () => {
    const arcs = coveredArcs(roads, circle(380, 100), 'both');
    expect(streetsOf(graph, arcs)).toEqual(['Phú Lợi', 'Yersin']);
    expect(coveredArcs(roads, circle(900, 50), 'both')).toEqual([]);
  });

  it('knows what lies on a drive, whom it keeps out, and which changes it has not counted yet', async () => {
    const flood = obstruction(circle(100, 50), { kind: 'flood' });
    const closure = obstruction(
      { form: 'circle', at: at(400, 200), radiusMetres: 20 },
      { kind: 'closure', passage: 'none' },
    );
    const factors = new ObstructionFactors(async () => [flood, closure]);
    await factors.weigh(roads);
    expect(factors.kindsOn([0])).toEqual(['flood']);
    expect(factors.kindsOn([1, 3])).toEqual(['flood', 'closure']);
    expect(factors.kindsOn([4, 5])).toEqual([]);
    expect(factors.kindsClosedTo('emergency')).toEqual(['closure']);
    expect(factors.kindsClosedTo('motorbike')).toEqual(['flood', 'closure']);
    expect(factors.isCounted([{ id: flood.id, state: 'open' }])).toBe(true);
    expect(factors.isCounted([{ id: flood.id, state: 'cleared' }])).toBe(false);
    expect(factors.isCounted([{ id: ObstructionId.parse(uuidv7()), state: 'open' }])).toBe(false);
    expect(factors.isCounted([{ id: ObstructionId.parse(uuidv7()), state: 'expired' }])).toBe(true);
  });
});
