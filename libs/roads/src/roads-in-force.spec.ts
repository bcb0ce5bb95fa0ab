import { arcsOf } from './search.js';
import { RoadGraph } from './graph.js';
import { at, sketchNetwork, type Sketch } from './network.fixture.js';
import { RoadGraphTimes } from './road-graph-times.js';
import { RoadsInForce } from './roads-in-force.js';
import { USUAL, type ArcFactors } from './weighing.js';

/** Two ways from a to d: the short one by b, a long one by c. */
const TWO_WAYS: Sketch = {
  nodes: { a: [0, 0], b: [5, 0], d: [10, 0], c: [5, 8], w: [-2, 0], e: [12, 0] },
  ways: [{ path: 'wa' }, { path: 'abd' }, { path: 'acd' }, { path: 'de' }],
};

describe('roads in force', () => {
  let roads: RoadsInForce;
  let times: RoadGraphTimes;
  beforeEach(() => {
    roads = new RoadsInForce(RoadGraph.of(sketchNetwork(TWO_WAYS)));
    times = new RoadGraphTimes(roads, () => new Date('2026-01-01T00:00:00Z'));
  });
  afterEach(() => roads.close());

  /** The same factor on the edges at a point of the sketch, for everybody. */
  function factorAt(east: number, north: number, factor: number): ArcFactors {
    const factors = new Float32Array(2 * roads.graph.edgeCount).fill(1);
    for (const arc of arcsOf(roads.index.findNearest(at(east, north))!.edge)) factors[arc] = factor;
    return { emergency: factors, normal: factors, motorbike: factors };
  }
  const drive = async () => (await times.toPlace([{ at: at(-1, 0) }], at(11, 0))).times[0]!;

  it('send round a closed road from the next question on, and back when it opens', async () => {
    const usual = await drive();
    await roads.reweigh(factorAt(3, 0, Infinity));
    const round = await drive();
    expect(round.metres!).toBeGreaterThan(usual.metres! * 1.3);
    await roads.reweigh(USUAL);
    expect(await drive()).toEqual(usual);
  });

  it('make slow roads as slow as they are told, for the profile that is told', async () => {
    const usual = await drive();
    await roads.reweigh({ ...USUAL, emergency: factorAt(3, 0, 1.2).emergency });
    const slow = await drive();
    expect(slow.metres).toBe(usual.metres);
    expect(slow.seconds - usual.seconds).toBeGreaterThan(3);
    const [asMotorbike] = (await times.toPlace([{ at: at(-1, 0), profile: 'motorbike' }], at(11, 0))).times;
    await roads.reweigh(USUAL);
    expect((await times.toPlace([{ at: at(-1, 0), profile: 'motorbike' }], at(11, 0))).times[0]).toEqual(asMotorbike);
  });

  it('answer a question that is asked meanwhile by the new conditions, or say that they are not in yet', async () => {
    const usual = await drive();
    await roads.reweigh(USUAL);
    const weighed = roads.reweigh(factorAt(3, 0, Infinity));
    for (let isOutdated = true; isOutdated;) {
      const { times: found, outdated = false } = await times.toPlace([{ at: at(-1, 0) }], at(11, 0));
      isOutdated = outdated;
      if (isOutdated) expect(found[0]).toEqual(usual);
      else expect(found[0]!.metres!).toBeGreaterThan(usual.metres!);
    }
    await weighed;
  });

  it('keep the later of two that overlap, however many are ordered at once', async () => {
    const usual = await drive();
    for (let round = 0; round < 20; round++) {
      const isClosed = round % 2 === 0;
      const orders = Array.from({ length: 1 + (round % 4) }, (_, i) => roads.reweigh(factorAt(3, 0, 1 + i)));
      orders.push(roads.reweigh(isClosed ? factorAt(3, 0, Infinity) : USUAL));
      // Whoever waits for the earliest of them asks at once: it may be answered by it or by a later one.
      await orders[0];
      await orders[orders.length - 1];
      const now = await drive();
      if (isClosed) expect(now.metres!).toBeGreaterThan(usual.metres!);
      else expect(now).toEqual(usual);
    }
  });

  it('keep an order given the moment the one before is in force, while another waits', async () => {
    const usual = await drive();
    for (let round = 0; round < 10; round++) {
      const first = roads.reweigh(USUAL);
      const second = roads.reweigh(factorAt(3, 0, 3));
      const third = first.then(() => roads.reweigh(factorAt(3, 0, Infinity)));
      await Promise.all([second, third]);
      expect((await drive()).metres!).toBeGreaterThan(usual.metres!);
    }
  });

  it('take the factors as they were when ordered', async () => {
    const usual = await drive();
    const factors = factorAt(3, 0, 1);
    const first = roads.reweigh(factorAt(3, 0, 2));
    const second = roads.reweigh(factors);
    factors.emergency!.fill(Infinity);
    await Promise.all([first, second]);
    expect(await drive()).toEqual(usual);
  });

  it('let a vehicle leave a closed road, and walk the rest to a place on one', async () => {
    const usual = (await times.toPlace([{ at: at(3, 0) }], at(11, 0))).times[0]!;
    const open = (await times.toPlace([{ at: at(-1, 0) }], at(1, 0))).times[0]!;
    await roads.reweigh(factorAt(3, 0, Infinity));
    expect((await times.toPlace([{ at: at(3, 0) }], at(11, 0))).times[0]).toEqual(usual);
    const walked = (await times.toPlace([{ at: at(-1, 0) }], at(1, 0))).times[0]!;
    expect(walked.metres).toBeCloseTo(open.metres!, 0);
    // 109 m at 1.2 m/s instead of 8 m/s.
    expect(walked.seconds - open.seconds).toBeCloseTo(109 / 1.2 - 109 / 8, 0);
  });

  it('say no road to a place that is closed in from both ends', async () => {
    const factors = new Float32Array(2 * roads.graph.edgeCount).fill(Infinity);
    const [alongPlace] = arcsOf(roads.index.findNearest(at(11, 0))!.edge);
    factors[alongPlace] = 1;
    await roads.reweigh({ ...USUAL, emergency: factors });
    expect((await times.toPlace([{ at: at(-1, 0) }], at(11, 0))).times).toEqual([null]);
  });

  it('go on with the conditions before when the thread that weighs them dies, and start another', async () => {
    const usual = await drive();
    await roads.reweigh(USUAL);
    const lost = roads.reweigh(factorAt(3, 0, Infinity));
    await roads.close();
    await expect(lost).rejects.toThrow('ended');
    expect(await drive()).toEqual(usual);
    await roads.reweigh(factorAt(3, 0, Infinity));
    expect((await drive()).metres!).toBeGreaterThan(usual.metres!);
  });
});
