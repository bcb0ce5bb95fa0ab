import { Random } from './random.js';

describe('chance', () => {
  it('repeats itself for the same seed and name, and for no other', () => {
    const draw = (seed: number, name: string) => {
      const random = new Random(seed, name);
      return [random.next(), random.next(), random.next()];
    };
    expect(draw(1, 'BD-07')).toEqual(draw(1, 'BD-07'));
    expect(draw(1, 'BD-07')).not.toEqual(draw(1, 'BD-08'));
    expect(draw(1, 'BD-07')).not.toEqual(draw(2, 'BD-07'));
  });

  it('chooses by weight', () => {
    const random = new Random(3);
    const counts = { accept: 0, refuse: 0, never: 0 };
    for (let i = 0; i < 10_000; i++) counts[random.weighted({ accept: 9, refuse: 1, never: 0 })]++;
    expect(counts.never).toBe(0);
    expect(counts.refuse).toBeGreaterThan(850);
    expect(counts.refuse).toBeLessThan(1_150);
  });

  it('spaces events so that an hour holds as many as asked', () => {
    const random = new Random(5);
    let seconds = 0;
    for (let i = 0; i < 10_000; i++) seconds += random.waitSeconds(20);
    expect(seconds / 10_000).toBeCloseTo(180, -1);
  });
});
