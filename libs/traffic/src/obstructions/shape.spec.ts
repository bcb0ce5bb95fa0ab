import type { LngLat, ObstructionShape } from '#contracts';
import { METRES_PER_DEGREE, type Bounds } from '#geo';
import { boxesOfShape, coverRoads } from './shape.js';

const HERE: LngLat = [106.7, 10.8];
/** So many metres east and north of one place. */
const at = (east: number, north: number): LngLat => [
  HERE[0] + east / (METRES_PER_DEGREE * Math.cos((HERE[1] * Math.PI) / 180)),
  HERE[1] + north / METRES_PER_DEGREE,
];
/** A road from west to east, and one that crosses it going north. */
const EAST = [at(0, 0), at(400, 0)];
const NORTH = [at(200, -200), at(200, 200)];
const cover = (shape: ObstructionShape, direction: 'both' | 'drawn' = 'both', roads = [EAST, NORTH]) =>
  coverRoads(shape, direction, roads).map(({ along, against }) => [Math.round(along), Math.round(against)]);
const line = (...points: LngLat[]): ObstructionShape => ({ form: 'line', points });

describe('what a shape covers of a road', () => {
  it('is, of a circle, what lies within its radius', () => {
    const [east, north] = cover({ form: 'circle', at: at(100, 0), radiusMetres: 50 });
    expect(east![0]).toBeGreaterThanOrEqual(95);
    expect(east![0]).toBeLessThanOrEqual(105);
    expect(east![1]).toBe(east![0]);
    expect(north).toEqual([0, 0]);
  });

  it('is, of an area, what lies inside, and a little where it only touches', () => {
    const box = (west: number, south: number, east: number, north: number): ObstructionShape => ({
      form: 'area',
      points: [at(west, south), at(east, south), at(east, north), at(west, north)],
    });
    expect(cover(box(100, -50, 300, 50))).toEqual([
      [200, 200],
      [100, 100],
    ]);
    expect(cover(box(100.5, -50, 101, 50))[0]).toEqual([5, 5]);
    expect(cover(box(50, 50, 150, 150))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('is, of a line drawn across, the road it crosses and no other', () => {
    const [east, north] = cover(line(at(100, -60), at(110, 60)));
    expect(east![0]).toBeGreaterThan(0);
    expect(north).toEqual([0, 0]);
  });

  it('is, of a line drawn along by an unsteady hand, the stretch and not the side street', () => {
    const [east, north] = cover(line(at(100, 6), at(180, -7), at(220, 5), at(300, -4)));
    expect(east![0]).toBeGreaterThanOrEqual(190);
    expect(east![0]).toBeLessThanOrEqual(250);
    expect(north).toEqual([0, 0]);
  });

  it('follows a line round a corner onto the next street', () => {
    const [east, north] = cover(line(at(20, 3), at(195, 3), at(203, 180)));
    expect(east![0]).toBeGreaterThan(150);
    expect(east![0]).toBeLessThan(240);
    expect(north![0]).toBeGreaterThan(150);
  });

  it('holds only the way it was drawn when it is said to', () => {
    const west = line(at(350, 2), at(50, 2));
    const [east] = cover(west, 'drawn');
    expect(east![0]).toBe(0);
    expect(east![1]).toBeGreaterThan(290);
    expect(cover(west, 'both')[0]![0]).toBeGreaterThan(290);
  });

  it('takes both carriageways of a divided road, or with a direction the one that runs so', () => {
    const carriageways = [EAST, [at(400, 14), at(0, 14)]];
    const drawn = line(at(50, 7), at(350, 7));
    expect(cover(drawn, 'both', carriageways).map(([along]) => along! > 290)).toEqual([true, true]);
    expect(cover(drawn, 'drawn', carriageways).map(([along]) => along! > 290)).toEqual([true, false]);
  });

  it('lies in a box that leaves room for the hand', () => {
    const [[west, south, east, north]] = boxesOfShape(line(at(0, 0), at(100, 0))) as [Bounds];
    expect((east - west) * METRES_PER_DEGREE).toBeGreaterThan(130);
    expect((north - south) * METRES_PER_DEGREE).toBeCloseTo(40, 0);
  });

  it('is looked for near a long line only, wherever its box reaches', () => {
    const boxes = boxesOfShape(line(at(0, 0), at(30_000, 30_000)));
    const squareKilometres = boxes.reduce(
      (sum, [west, south, east, north]) => sum + ((east - west) * (north - south) * METRES_PER_DEGREE ** 2) / 1e6,
      0,
    );
    expect(squareKilometres).toBeLessThan(10);
    const holds = ([lng, lat]: LngLat) => boxes.some(([w, s, e, n]) => w <= lng && lng <= e && s <= lat && lat <= n);
    for (let metres = 0; metres <= 30_000; metres += 70) {
      expect(holds(at(metres - 14, metres + 14))).toBe(true);
      expect(holds(at(metres + 14, metres - 14))).toBe(true);
    }
  });
});
