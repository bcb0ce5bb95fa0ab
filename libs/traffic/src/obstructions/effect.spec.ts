import { factorFor, usualPassage, usualSlowdown } from './effect.js';

describe('what an obstruction does to a vehicle', () => {
  it.each([
    ['a closure', { kind: 'closure', passage: 'none', slowdown: 1.5 }, [Infinity, Infinity, Infinity]],
    [
      'a closure with way for sirens',
      { kind: 'closure', passage: 'emergency', slowdown: 1.5 },
      [1.5, Infinity, Infinity],
    ],
    ['a flood that can be driven', { kind: 'flood', passage: 'slow', slowdown: 4 }, [4, 4, Infinity]],
    ['a jam', { kind: 'jam', passage: 'slow', slowdown: 3 }, [3, 3, 1]],
    ['road works', { kind: 'works', passage: 'slow', slowdown: 2 }, [2, 2, 2]],
  ] as const)('%s', (_, obstruction, factors) => {
    expect((['emergency', 'normal', 'motorbike'] as const).map((profile) => factorFor(obstruction, profile))).toEqual(
      factors,
    );
  });

  it('grows with the water until nobody may pass', () => {
    expect(usualSlowdown('flood', 'ankle')).toBeGreaterThan(1.2);
    expect(usualSlowdown('flood', 'half_wheel')).toBeGreaterThan(2 * usualSlowdown('flood', 'ankle'));
    expect(usualSlowdown('flood', null)).toBe(usualSlowdown('flood', 'half_wheel'));
    expect((['ankle', 'half_wheel', 'over_wheel', null] as const).map((depth) => usualPassage('flood', depth))).toEqual(
      ['slow', 'slow', 'none', 'slow'],
    );
    expect(usualPassage('closure', null)).toBe('none');
  });
});
