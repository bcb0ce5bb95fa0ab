import type { Casualty } from '#contracts';
import { distributionOf } from './distribution';

const one = (hospitalId: string | null, tag: string, state = 'on_the_way') => ({ hospitalId, tag, state }) as Casualty;

it('counts by hospital and colour, and nobody who went home or was counted in error', () => {
  const shares = distributionOf([
    one('b', 'red'),
    one('a', 'red'),
    one('a', 'green', 'delivered'),
    one('a', 'red'),
    one('a', 'red', 'released'),
    one('b', 'red', 'struck'),
    one(null, 'black', 'at_scene'),
  ]);
  expect(shares).toEqual([
    { hospitalId: 'a', total: 3, byTag: { red: 2, green: 1 } },
    { hospitalId: 'b', total: 1, byTag: { red: 1 } },
  ]);
});
