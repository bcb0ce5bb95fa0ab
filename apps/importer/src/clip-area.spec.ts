import type { MultiPolygon, Polygon } from 'geojson';
import { Random } from '#chance';
import type { LngLat } from '#contracts';
import { isInside } from '#geo';
import { boxArea, polygonArea } from './clip-area.js';

/** A jagged border with a hole in it, and a second part beside it. */
const JAGGED: Polygon = {
  type: 'Polygon',
  coordinates: [ring([106.7, 10.8], 0.06, 60), ring([106.7, 10.8], 0.01, 12).reverse()],
};
const APART: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring([106.85, 10.85], 0.02, 9)]] };

function ring([lng, lat]: LngLat, radius: number, corners: number): LngLat[] {
  const points = Array.from({ length: corners }, (_, i): LngLat => {
    const away = radius * (i % 2 === 0 ? 1 : 0.8);
    const angle = (2 * Math.PI * i) / corners;
    return [lng + away * Math.cos(angle), lat + away * Math.sin(angle)];
  });
  return [...points, points[0]!];
}

it('an area says of every position what its polygons say', () => {
  const area = polygonArea([JAGGED, APART]);
  const random = new Random(3);
  let inside = 0;
  for (let i = 0; i < 20_000; i++) {
    const position: LngLat = [106.6 + random.next() * 0.3, 10.7 + random.next() * 0.2];
    const expected = isInside(JAGGED, position) || isInside(APART, position);
    expect([position, area.contains(position)]).toEqual([position, expected]);
    if (expected) inside++;
  }
  expect(inside).toBeGreaterThan(2_000);
});

it('a box contains its edge', () => {
  const { contains } = boxArea([106, 10, 107, 11]);
  expect([contains([106, 10]), contains([107, 11]), contains([107.001, 11])]).toEqual([true, true, false]);
});
