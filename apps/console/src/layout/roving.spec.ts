import { placeAfter } from './roving';

it.each([
  ['ArrowDown', 2, 5, 3],
  ['ArrowDown', 4, 5, 4],
  ['ArrowUp', 0, 5, 0],
  ['Home', 3, 5, 0],
  ['End', 0, 5, 4],
  ['PageDown', 1, 20, 9],
  ['PageUp', 3, 20, 0],
  ['ArrowDown', -1, 5, 0],
  ['End', -1, 5, 4],
  ['ArrowDown', -1, 0, null],
  ['KeyA', 1, 5, null],
])('%s at %i of %i leads to %s', (code, at, count, place) => expect(placeAfter(code, at, count)).toBe(place));
