import type { StationId, VehicleId } from '#contracts';
import { NO_WAY } from '#roads';
import { findGaps, type FreeVehicle, type Post } from './gaps.js';

/** Three wards, two junctions each. */
const samples = { wards: ['An Phú', 'Bình Hòa', 'Chánh Hiệp'], wardOf: Int32Array.from([0, 0, 1, 1, 2, 2]) };
const minutes = (...each: (number | null)[]) =>
  Int32Array.from(each.map((value) => (value === null ? NO_WAY : value * 60_000)));
const vehicle = (name: string, times: Int32Array, more: Partial<FreeVehicle> = {}): FreeVehicle => ({
  vehicleId: name as VehicleId,
  postId: `post of ${name}` as StationId,
  times,
  movable: true,
  ...more,
});
const post = (name: string, times: Int32Array): Post => ({ stationId: name as StationId, times });

describe('Gaps in the coverage', () => {
  const near = vehicle('BD-01', minutes(2, 3, 9, 10, 20, 30));
  const middle = vehicle('BD-02', minutes(7, 7, 4, 30, 16, 15.5));

  it('are the wards of which half is beyond 8 and 15 minutes, the farthest first', () => {
    const { beyond8, beyond15, wards } = findGaps(samples, [near], []);
    expect(wards).toBe(3);
    expect(beyond8).toEqual([
      { ward: 'Chánh Hiệp', minutes: 20 },
      { ward: 'Bình Hòa', minutes: 9 },
    ]);
    expect(beyond15).toEqual([{ ward: 'Chánh Hiệp', minutes: 20 }]);
  });

  it('say what sending each vehicle would open', () => {
    const [first, second] = findGaps(samples, [near, middle], []).ifSent;
    expect(first).toEqual({ vehicleId: 'BD-01', beyond8: [], beyond15: [] });
    expect(second).toEqual({ vehicleId: 'BD-02', beyond8: ['Bình Hòa'], beyond15: [] });
  });

  it('are everywhere without vehicles', () => {
    expect(findGaps(samples, [], []).beyond15.map((gap) => gap.minutes)).toEqual([null, null, null]);
  });

  it('are closed by the move that brings most wards back, and opens none for it', () => {
    const east = post('East', minutes(null, null, null, null, 5, 5));
    expect(findGaps(samples, [near, middle], [east]).standby).toEqual([
      { vehicleId: 'BD-01', stationId: 'East', backWithin15: ['Chánh Hiệp'] },
    ]);
    expect(findGaps(samples, [near], [east]).standby).toEqual([]);
    const staying = [vehicle('BD-01', near.times, { movable: false }), { ...middle, movable: false }];
    expect(findGaps(samples, staying, [east]).standby).toEqual([]);
  });
});
