import { ObstructionId, type Obstruction } from '#contracts';
import { RoadGraph, RoadGraphTimes, RoadsInForce } from '#roads';
import { uuidv7 } from 'uuidv7';
import { at, sketchNetwork } from '../../../roads/src/network.fixture.js';
import { TrafficNow } from '../traffic-now.js';
import { ObstructedTimes } from './obstructed-times.js';
import { ObstructionFactors } from './obstruction-factors.js';

const NOW = new Date('2026-11-21T09:00:00Z');
type Open = Pick<Obstruction, 'id' | 'kind' | 'passage' | 'slowdown' | 'direction' | 'shape'>;

describe('travel times among obstructions', () => {
  let roads: RoadsInForce;
  let open: Open[];
  let traffic: TrafficNow;
  let times: ObstructedTimes;
  beforeEach(async () => {
    // A short way straight on and a longer one round the north; the end of a dead end to the east.
    const graph = RoadGraph.of(
      sketchNetwork({
        nodes: {
          v: [-2, 0],
          w: [0, 0],
          a: [8, 0],
          b: [12, 0],
          e: [18, 0],
          n: [9, 5],
          f: [23, 0],
          g: [27, 0],
          d: [30, 0],
        },
        ways: ['vw', 'wa', 'ab', 'be', 'ef', 'fg', 'gd', 'wn', 'ne'].map((path) => ({ path })),
      }),
    );
    open = [];
    roads = new RoadsInForce(graph);
    traffic = new TrafficNow(new ObstructionFactors(async () => open), [], () => NOW);
    await traffic.serve(roads);
    times = new ObstructedTimes(new RoadGraphTimes(roads, () => NOW), roads, traffic, () => NOW);
  });
  afterEach(() => roads.close());

  const obstruct = async (east: number, more: Partial<Open>) => {
    const shape = { form: 'circle' as const, at: at(east, 0), radiusMetres: 40 };
    const id = ObstructionId.parse(uuidv7());
    open.push({ id, kind: 'works', passage: 'slow', slowdown: 5, direction: 'both', shape, ...more });
    await traffic.refresh();
  };
  const drive = async (to = 22) => (await times.toPlace([{ at: at(-1, 0) }], at(to, 0))).times[0]!;

  it('say nothing while nothing is open, or lies elsewhere', async () => {
    const free = await drive();
    expect(free.obstructed).toBeUndefined();
    await obstruct(28, {});
    expect(await drive()).toEqual(free);
  });

  it('say that the way leads through, and by how much that is longer', async () => {
    const free = await drive();
    await obstruct(10, { slowdown: 4 });
    const slow = await drive();
    expect(slow.obstructed).toMatchObject({ how: 'passes', kinds: ['works'] });
    expect(slow.obstructed!.delaySeconds).toBeCloseTo(slow.seconds - free.seconds, 3);
    expect(slow.seconds).toBeGreaterThan(free.seconds + 15);
  });

  it('say that the way leads round, and what it avoids', async () => {
    const free = await drive();
    await obstruct(10, { kind: 'closure', passage: 'none' });
    const round = await drive();
    expect(round.obstructed).toMatchObject({ how: 'avoids', kinds: ['closure'] });
    expect(round.metres!).toBeGreaterThan(free.metres! + 100);
  });

  it('give the time of free roads, marked, to whom no open road leads', async () => {
    const free = await drive(29);
    await obstruct(25, { kind: 'closure', passage: 'none' });
    const blocked = await drive(29);
    expect(blocked).toEqual({ ...free, obstructed: { how: 'blocked', kinds: ['closure'], delaySeconds: 0 } });
  });

  it('say of a place on a closed road that the last part is on foot', async () => {
    await obstruct(28, { kind: 'closure', passage: 'none' });
    const reached = await drive(29);
    expect(reached.obstructed).toMatchObject({ how: 'on_foot', kinds: ['closure'] });
    expect(reached.obstructed!.delaySeconds).toBeGreaterThan(100);
  });

  it('let a vehicle leave a closed road, and do not say that it drives through', async () => {
    const free = await drive();
    await obstruct(-1, { kind: 'closure', passage: 'none' });
    expect(await drive()).toEqual(free);
  });

  it('count with what is in force only: nothing is left when it is cleared', async () => {
    const free = await drive();
    await obstruct(10, { kind: 'closure', passage: 'none' });
    expect(await drive()).not.toEqual(free);
    open = [];
    await traffic.refresh();
    expect(await drive()).toEqual(free);
  });
});
