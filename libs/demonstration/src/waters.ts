import type { LngLat } from '#contracts';
import { Area, distance, smooth, stepFrom, toPlane, type XY } from './plane.js';

const { ceil, floor, max, min } = Math;

export interface Water {
  readonly kind: 'river' | 'canal' | 'lake';
  readonly name: string;
  /** The line its name is written along; a lake has none. */
  readonly course: readonly XY[];
  readonly area: Area;
}

interface Course {
  readonly kind: 'river' | 'canal';
  readonly name: string;
  readonly widthMetres: number;
  readonly points: readonly LngLat[];
}

// Typed by hand, approximate. The Thị Tính and the Bé split the north: few bridges, so that near them the road is much
// longer than the straight line.
const COURSES: readonly Course[] = [
  {
    kind: 'river',
    name: 'Sông Đồng Nai',
    widthMetres: 420,
    points: [
      [107.0, 11.06],
      [106.955, 11.06],
      [106.915, 11.045],
      [106.88, 11.035],
      [106.85, 11.045],
      [106.822, 11.055],
      [106.806, 11.045],
      [106.808, 11.03],
      [106.822, 11.01],
      [106.82, 10.985],
      [106.812, 10.962],
      [106.8195, 10.945],
      [106.828, 10.935],
      [106.838, 10.92],
      [106.845, 10.895],
      [106.843, 10.85],
    ],
  },
  {
    kind: 'river',
    name: 'Sông Sài Gòn',
    widthMetres: 230,
    points: [
      [106.714, 10.8],
      [106.7155, 10.815],
      [106.705, 10.8285],
      [106.693, 10.838],
      [106.69, 10.852],
      [106.7, 10.865],
      [106.694, 10.876],
      [106.7, 10.886],
      [106.695, 10.897],
      [106.684, 10.904],
      [106.68, 10.917],
      [106.669, 10.93],
      [106.666, 10.944],
      [106.655, 10.955],
      [106.6492, 10.9688],
      [106.6478, 10.976],
      [106.6455, 10.983],
      [106.6395, 10.9885],
      [106.63, 10.996],
      [106.619, 11.004],
      [106.6125, 11.013],
      [106.608, 11.024],
      [106.6, 11.036],
      [106.588, 11.046],
      [106.575, 11.058],
      [106.558, 11.071],
      [106.54, 11.084],
      [106.513, 11.1],
      [106.486, 11.127],
      [106.44, 11.16],
      [106.395, 11.195],
      [106.352, 11.245],
      [106.335, 11.3],
    ],
  },
  {
    kind: 'river',
    name: 'Sông Thị Tính',
    widthMetres: 80,
    points: [
      [106.515, 11.39],
      [106.54, 11.35],
      [106.556, 11.3],
      [106.58, 11.25],
      [106.572, 11.2],
      [106.58, 11.168],
      [106.576, 11.13],
      [106.6, 11.095],
      [106.607, 11.062],
      [106.6095, 11.022],
    ],
  },
  {
    kind: 'river',
    name: 'Sông Bé',
    widthMetres: 120,
    points: [
      [106.76, 11.48],
      [106.772, 11.42],
      [106.76, 11.37],
      [106.745, 11.33],
      [106.755, 11.287],
      [106.777, 11.262],
      [106.815, 11.235],
      [106.845, 11.205],
      [106.9, 11.185],
      [106.945, 11.15],
      [106.958, 11.062],
    ],
  },
  {
    kind: 'canal',
    name: 'Suối Cái',
    widthMetres: 34,
    points: [
      [106.713, 11.085],
      [106.74, 11.078],
      [106.76, 11.058],
      [106.767, 11.028],
      [106.792, 11.013],
      [106.822, 11.008],
    ],
  },
  {
    kind: 'canal',
    name: 'Rạch Lái Thiêu',
    widthMetres: 26,
    points: [
      [106.682, 10.909],
      [106.691, 10.9125],
      [106.697, 10.916],
      [106.7035, 10.9215],
    ],
  },
  {
    kind: 'canal',
    name: 'Rạch Bà Lụa',
    widthMetres: 26,
    points: [
      [106.6505, 10.964],
      [106.659, 10.9605],
      [106.668, 10.9605],
      [106.6745, 10.9645],
    ],
  },
];

const LAKES: readonly { name: string; centre: LngLat; radiusMetres: number }[] = [
  { name: 'Hồ Dầu Tiếng', centre: [106.322, 11.352], radiusMetres: 5200 },
  { name: 'Hồ Cần Nôm', centre: [106.452, 11.272], radiusMetres: 900 },
  { name: 'Hồ Phước Hòa', centre: [106.735, 11.448], radiusMetres: 1300 },
  { name: 'Hồ Bình An', centre: [106.802, 10.913], radiusMetres: 270 },
  { name: 'Hồ Đá', centre: [106.798, 10.8785], radiusMetres: 260 },
  { name: 'Hồ công viên Thành phố mới', centre: [106.6855, 11.0585], radiusMetres: 190 },
  { name: 'Hồ Từ Vân', centre: [106.6405, 11.081], radiusMetres: 200 },
];

/** The band of a river: its course moved half a width to both sides. */
function bandAround(course: readonly XY[], widthMetres: number): Area {
  const left: XY[] = [];
  const right: XY[] = [];
  course.forEach((point, i) => {
    const before = course[i - 1] ?? point;
    const after = course[i + 1] ?? point;
    const heading = Math.atan2(after[1] - before[1], after[0] - before[0]);
    left.push(stepFrom(point, heading + Math.PI / 2, widthMetres / 2));
    right.push(stepFrom(point, heading - Math.PI / 2, widthMetres / 2));
  });
  return new Area([...left, ...right.reverse()]);
}

/** A shore that is not a circle: three slow waves around the radius. */
function shoreAround(centre: XY, radiusMetres: number): Area {
  const ring = Array.from({ length: 48 }, (_, i): XY => {
    const angle = (i / 48) * 2 * Math.PI;
    const wave = 0.16 * Math.sin(2 * angle + 0.7) + 0.11 * Math.sin(3 * angle + 2) + 0.06 * Math.sin(7 * angle);
    return stepFrom(centre, angle, radiusMetres * (1 + wave));
  });
  return new Area(ring);
}

export const WATERS: readonly Water[] = [
  ...COURSES.map(({ kind, name, widthMetres, points }) => {
    const course = smooth(points.map(toPlane), 140);
    return { kind, name, course, area: bandAround(course, widthMetres) };
  }),
  ...LAKES.map(({ name, centre, radiusMetres }) => ({
    kind: 'lake' as const,
    name,
    course: [],
    area: shoreAround(toPlane(centre), radiusMetres),
  })),
];

const CELL_METRES = 150;
const cellKey = (column: number, row: number): number => column * 100_000 + row;
const cellOf = (metres: number): number => floor(metres / CELL_METRES);

/** Cells that a bank runs through; every other cell is all dry or all wet. */
const BANK_CELLS = new Set<number>();
for (const { area } of WATERS) {
  area.ring.forEach((b, i) => {
    const a = area.ring.at(i - 1) as XY;
    for (let column = cellOf(min(a[0], b[0])); column <= cellOf(max(a[0], b[0])); column++) {
      for (let row = cellOf(min(a[1], b[1])); row <= cellOf(max(a[1], b[1])); row++) {
        BANK_CELLS.add(cellKey(column, row));
      }
    }
  });
}
const plainCells = new Map<number, boolean>();

export function inWater(at: XY): boolean {
  const key = cellKey(cellOf(at[0]), cellOf(at[1]));
  if (BANK_CELLS.has(key)) return insideAny(at);
  let wet = plainCells.get(key);
  if (wet === undefined) plainCells.set(key, (wet = insideAny(at)));
  return wet;
}

const insideAny = (at: XY): boolean => WATERS.some((water) => water.area.contains(at));

/** True when the straight stretch a–b touches water; sampled closer than the narrowest canal is wide. */
export function crossesWater(a: XY, b: XY): boolean {
  const steps = max(1, ceil(distance(a, b) / 8));
  for (let i = 0; i <= steps; i++) {
    if (inWater([a[0] + ((b[0] - a[0]) * i) / steps, a[1] + ((b[1] - a[1]) * i) / steps])) return true;
  }
  return false;
}
