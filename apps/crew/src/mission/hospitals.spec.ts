import { hospitalOptions } from './hospitals.js';

const hospital = (name: string, lng: number, capabilities: string[]) =>
  ({ id: name, ownerId: 'o', name, position: [lng, 11], capabilities }) as never;

it('puts those that can treat the patient first, the nearer before the farther', () => {
  const options = hospitalOptions(
    [hospital('near', 106.7, []), hospital('far', 106.9, ['angiography']), hospital('middle', 106.8, ['angiography'])],
    ['angiography'],
    [106.7, 11],
  );
  expect(options.map(({ hospital: { name }, lacking }) => [name, lacking.length])).toEqual([
    ['middle', 0],
    ['far', 0],
    ['near', 1],
  ]);
  expect(options[0]?.metres).toBeCloseTo(10_915, -2);
});
