import { USUAL, type ArcFactors } from '#roads';
import { product, TrafficNow, type LiveRoads } from './traffic-now.js';

const factors = (emergency: number[] | null): ArcFactors => ({
  ...USUAL,
  emergency: emergency && Float32Array.from(emergency),
});
const NOW = new Date('2026-11-21T09:00:00Z');

/** Roads that take their time to be weighed, and remember what was put in force. */
function slowRoads() {
  const inForce: ArcFactors[] = [];
  const reweigh = async (given: ArcFactors) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    inForce.push(given);
  };
  return { inForce, roads: { reweigh } as unknown as LiveRoads };
}

describe('the traffic of this moment', () => {
  it('multiplies what its sources say of each arc; a closure stays one', () => {
    expect(product([])).toEqual(USUAL);
    expect(product([factors([1, 2, 3]), USUAL]).emergency).toEqual(Float32Array.from([1, 2, 3]));
    expect(product([factors([1, 2, 0.5]), factors([3, 2, Infinity])]).emergency).toEqual(
      Float32Array.from([3, 4, Infinity]),
    );
  });

  const trafficOf = (open: () => number, speeds: ArcFactors = USUAL) => {
    const obstructions = { weigh: async () => ({ factors: factors([open()]), open: open() }) };
    return new TrafficNow(obstructions as never, [{ basis: 'learned', factorsNow: () => speeds }], () => NOW);
  };

  it('counts with every change made before it was asked, however many ask at once', async () => {
    let open = 1;
    const { inForce, roads } = slowRoads();
    const traffic = trafficOf(() => open);
    const first = traffic.serve(roads);
    open = 2;
    const asked = Array.from({ length: 10 }, () => traffic.refresh());
    await first;
    open = 3;
    await Promise.all([...asked, traffic.refresh()]);
    expect(traffic.conditions).toMatchObject({ obstructions: 3, since: NOW });
    expect(inForce.at(-1)!.emergency).toEqual(Float32Array.from([3]));
    expect(inForce.length).toBeLessThan(5);
  });

  it('says whether speeds were learned, and what the roads would be without obstructions', async () => {
    const traffic = trafficOf(() => 4, factors([0.5]));
    await traffic.serve(slowRoads().roads);
    expect(traffic.conditions).toMatchObject({ speeds: 'learned', free: factors([0.5]) });
    const unlearned = trafficOf(() => 0);
    await unlearned.serve(slowRoads().roads);
    expect(unlearned.conditions!.speeds).toBe('assumed');
  });

  it('leaves roads as they come while nothing is unusual', async () => {
    const { inForce, roads } = slowRoads();
    let open: number | null = null;
    const obstructions = { weigh: async () => ({ factors: factors(open === null ? null : [open]), open: open ?? 0 }) };
    const traffic = new TrafficNow(obstructions as never, [], () => NOW);
    await traffic.serve(roads);
    expect(inForce).toEqual([]);
    open = 3;
    await traffic.refresh();
    open = null;
    await traffic.refresh();
    expect(inForce.map(({ emergency }) => emergency)).toEqual([Float32Array.from([3]), null]);
  });

  it('tells its caller when weighing failed, and weighs again for the next one', async () => {
    let broken = true;
    const traffic = trafficOf(() => 1);
    const roads = {
      reweigh: async () => {
        if (broken) throw new Error('no worker');
      },
    } as unknown as LiveRoads;
    await expect(traffic.serve(roads)).rejects.toThrow('no worker');
    expect(traffic.conditions).toBeNull();
    broken = false;
    await traffic.refresh();
    expect(traffic.conditions!.obstructions).toBe(1);
  });
});
