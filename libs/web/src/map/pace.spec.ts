import { jest } from '@jest/globals';
import { paced } from './pace.js';

describe('the pace of the vehicles on the map', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, {
      requestAnimationFrame: (draw: () => void) => setTimeout(draw, 16),
      cancelAnimationFrame: clearTimeout,
    });
  });
  afterEach(() => jest.useRealTimers());

  it('draws the first at once, then at most one per second and always the last', () => {
    const drawn: number[] = [];
    const units = paced<number>((value) => drawn.push(value), 1000);
    for (let i = 0; i < 25; i++) {
      units.push(i);
      jest.advanceTimersByTime(100);
    }
    expect(drawn.length).toBeLessThanOrEqual(3);
    expect(drawn[0]).toBe(0);
    jest.advanceTimersByTime(2000);
    expect(drawn.at(-1)).toBe(24);
  });

  it('draws nothing after it is stopped', () => {
    const drawn: number[] = [];
    const units = paced<number>((value) => drawn.push(value), 1000);
    units.push(1);
    units.stop();
    jest.advanceTimersByTime(5000);
    expect(drawn).toEqual([]);
  });
});
