import { distanceMetres } from '#geo';
import { OPEN_TO_ALL } from '#region';
import { at, sketchNetwork, sketchRegion } from './network.fixture.js';
import { buildNetwork } from './build-network.js';
import { EMERGENCY, findSpeedKmh } from './profile.js';

const CROSS = { a: [0, 0], b: [1, 0], c: [2, 0], d: [1, 1], e: [1, -1] } as const;

describe('a road network', () => {
  it('splits ways where they cross and nowhere else', () => {
    const network = sketchNetwork({ nodes: { ...CROSS, m: [0.5, 0.2] }, ways: [{ path: 'ambc' }, { path: 'dbe' }] });
    expect(network.edges).toHaveLength(4);
    expect(network.vertices).toHaveLength(5);
    const first = network.edges[0]!;
    expect(first.line).toHaveLength(3);
    expect(first.lengthMetres).toBeCloseTo(
      distanceMetres(at(0, 0), at(0.5, 0.2)) + distanceMetres(at(0.5, 0.2), at(1, 0)),
    );
    expect(first.forwardSeconds).toBeCloseTo((first.lengthMetres * 3.6) / (24 * 1.2));
    expect(first.backwardSeconds).toBe(first.forwardSeconds);
  });

  it('drives a one-way in the order of its nodes only', () => {
    const network = sketchNetwork({
      nodes: CROSS,
      ways: [{ path: 'ab', direction: 'forward' }, { path: 'bcdb' }, { path: 'da' }],
    });
    const oneWay = network.edges.find((edge) => edge.wayId === 1)!;
    expect(oneWay.forwardSeconds).toBeGreaterThan(0);
    expect(oneWay.backwardSeconds).toBe(-1);
    expect(network.report.oneWayEdges).toBe(1);
  });

  it('keeps parallel edges and loops as edges of their own', () => {
    const network = sketchNetwork({
      nodes: { ...CROSS, x: [1.5, 0.5], y: [3, 0], z: [3, 1] },
      ways: [{ path: 'abc' }, { path: 'bxc' }, { path: 'cyzc' }],
    });
    const pairs = network.edges.map(({ source, target }) => [source, target].sort().join('-'));
    expect(network.edges).toHaveLength(4);
    expect(new Set(pairs).size).toBe(3);
    expect(network.edges.filter(({ source, target }) => source === target)).toHaveLength(1);
  });

  it('splits a roundabout at every arm and drives it one way round', () => {
    const network = sketchNetwork({
      nodes: { n: [0, 1], e: [1, 0], s: [0, -1], w: [-1, 0], p: [0, 3], q: [3, 0] },
      ways: [{ path: 'nwsen', direction: 'forward', roundabout: true }, { path: 'np' }, { path: 'eq' }],
    });
    const round = network.edges.filter((edge) => edge.roundabout);
    expect(round).toHaveLength(2);
    expect(round.every((edge) => edge.backwardSeconds === -1)).toBe(true);
  });

  it('drops islands and what one cannot come back from, and says so', () => {
    const network = sketchNetwork({
      nodes: { ...CROSS, x: [9, 9], y: [9, 10] },
      ways: [{ path: 'abc' }, { path: 'dbe' }, { path: 'xy' }, { path: 'cx', direction: 'forward' }, { path: 'aa' }],
    });
    expect(network.edges).toHaveLength(4);
    expect(network.report).toMatchObject({ ways: 4, vertices: 5, edges: 4 });
    expect(network.report.dropped).toMatchObject({ emptyWays: 1, islands: 1, islandVertices: 2, islandEdges: 2 });
    expect(network.report.dropped.islandMetres).toBeGreaterThan(1000);
  });

  it('refuses a region without roads', () => {
    expect(() => buildNetwork(sketchRegion({ nodes: CROSS, ways: [] }))).toThrow('No drivable road');
  });
});

describe('the emergency profile', () => {
  const way = { roadClass: 'primary', link: false, maxSpeedKmh: null, widthMetres: null, admits: OPEN_TO_ALL } as const;

  it('is faster than traffic by the siren, but not in an alley or on a ferry', () => {
    expect(findSpeedKmh(way)).toBe(EMERGENCY.speedKmh.primary! * 1.2);
    expect(findSpeedKmh({ ...way, roadClass: 'alley' })).toBe(EMERGENCY.speedKmh.alley);
    expect(findSpeedKmh({ ...way, roadClass: 'ferry' })).toBe(EMERGENCY.speedKmh.ferry);
  });

  it('goes down to a lower posted limit and up at most 30 % to a higher one', () => {
    expect(findSpeedKmh({ ...way, maxSpeedKmh: 20 })).toBe(20 * 1.2);
    expect(findSpeedKmh({ ...way, maxSpeedKmh: 45 })).toBe(45 * 1.2);
    expect(findSpeedKmh({ ...way, maxSpeedKmh: 120 })).toBeCloseTo(40 * 1.3 * 1.2);
  });

  it('is slower on a slip road', () => {
    expect(findSpeedKmh({ ...way, link: true })).toBeCloseTo(findSpeedKmh(way)! * 0.7);
  });
});
