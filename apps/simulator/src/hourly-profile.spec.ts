import { busyness, shownBusyness } from './hourly-profile.js';

const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 21, hour)));

describe('the hourly profile', () => {
  it('keeps the average of the day', () => {
    expect(hours.reduce((sum, at) => sum + busyness(at), 0) / 24).toBeCloseTo(1, 10);
  });
  it('is read in Vietnamese time: 18:00 is the peak, 03:00 the trough', () => {
    const factors = hours.map(busyness);
    expect(factors.indexOf(Math.max(...factors))).toBe(18 - 7);
    expect(factors.indexOf(Math.min(...factors))).toBe(3 - 7 + 24);
  });
  it('never lets a demonstration fall asleep, and leaves the busy hours as they are', () => {
    const [trough, peak] = [hours[3 - 7 + 24]!, hours[18 - 7]!];
    expect(busyness(trough)).toBeLessThan(0.5);
    expect(shownBusyness(trough)).toBe(1);
    expect(shownBusyness(peak)).toBe(busyness(peak));
  });
});
