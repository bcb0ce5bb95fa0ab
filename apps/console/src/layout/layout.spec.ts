import { layoutOf } from './layout';

it.each([
  [1920, 100, 'wide'],
  [2560, 125, 'wide'],
  [1920, 125, 'medium'],
  [1760, 100, 'wide'],
  [1759, 100, 'medium'],
  [1600, 100, 'medium'],
  [1366, 100, 'medium'],
  [1366, 125, 'medium'],
  [1024, 100, 'narrow'],
])('%i px at %i % is %s', (width, scale, layout) => expect(layoutOf(width, scale)).toBe(layout));
