import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { TileMaker, type BaseMap, type RoadLine } from './tile-maker.js';

const road = (wayId: number, roadClass: RoadLine['roadClass'], line: RoadLine['line'], name = 'Phú Lợi'): RoadLine => ({
  wayId,
  roadClass,
  link: false,
  bridge: false,
  name,
  ref: null,
  line,
});

const MAP: BaseMap = {
  roads: [
    road(
      1,
      'primary',
      [
        [106.66, 10.98],
        [106.67, 10.981],
      ],
      'ĐT743',
    ),
    road(
      1,
      'primary',
      [
        [106.67, 10.981],
        [106.68, 10.982],
      ],
      'ĐT743',
    ),
    road(2, 'residential', [
      [106.67, 10.981],
      [106.671, 10.99],
    ]),
    road(
      3,
      'alley',
      [
        [106.671, 10.99],
        [106.6715, 10.9905],
      ],
      'Hẻm 12',
    ),
  ],
  features: [
    {
      layer: 'water',
      kind: 'river',
      name: 'Sông Sài Gòn',
      rank: 1,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [106.64, 10.97],
            [106.65, 10.97],
            [106.65, 11],
            [106.64, 10.97],
          ],
        ],
      },
    },
    {
      layer: 'place',
      kind: 'ward',
      name: 'Phú Lợi',
      rank: 2,
      geometry: { type: 'Point', coordinates: [106.6712, 10.9816] },
    },
  ],
  wards: [
    {
      code: '25750',
      name: 'Phú Lợi',
      fullName: 'Phường Phú Lợi',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [106.66, 10.97],
            [106.69, 10.97],
            [106.69, 11],
            [106.66, 10.97],
          ],
        ],
      },
    },
  ],
};

function tileAt([lng, lat]: [number, number], z: number): [number, number, number] {
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return [z, Math.floor(((lng + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)];
}

function decode(maker: TileMaker, z: number): Record<string, Record<string, unknown>[]> {
  const tile = new VectorTile(new PbfReader(maker.tile(...tileAt([106.671, 10.9815], z))));
  return Object.fromEntries(
    Object.entries(tile.layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties),
    ]),
  );
}

describe('vector tiles', () => {
  const maker = TileMaker.build(MAP);

  it('carry names as they are written and the class as its rank', () => {
    const { road: roads = [], place = [] } = decode(maker, 14);
    expect(roads).toContainEqual({ c: 2, n: 'ĐT743' });
    expect(roads).toContainEqual({ c: 6, n: 'Phú Lợi' });
    expect(place).toEqual([{ k: 'ward', p: 2, n: 'Phú Lợi' }]);
  });

  it('call a road by name and number, by its number when it has no name, and never by both when they say the same', () => {
    const line: RoadLine['line'] = [
      [106.67, 10.981],
      [106.671, 10.9815],
    ];
    const roads = [
      { ...road(1, 'trunk', line, 'Đại lộ Bình Dương'), ref: 'QL13' },
      { ...road(2, 'trunk', line), name: null, ref: 'QL1K' },
      { ...road(3, 'trunk', line, 'Quốc lộ 22'), ref: '22' },
    ];
    expect(decode(TileMaker.build({ ...MAP, roads }), 14).road).toEqual([
      { c: 1, n: 'Đại lộ Bình Dương', r: 'QL13' },
      { c: 1, n: 'QL1K' },
      { c: 1, n: 'Quốc lộ 22' },
    ]);
  });

  it('join the stretches of one way into one line', () => {
    expect(decode(maker, 13).road?.filter((row) => row.n === 'ĐT743')).toHaveLength(1);
  });

  it('leave small things out of small scales', () => {
    expect(decode(maker, 8).road).toEqual([{ c: 2, n: 'ĐT743' }]);
    expect(decode(maker, 12).road).toHaveLength(2);
    expect(decode(maker, 13).road).toHaveLength(3);
    expect(decode(maker, 8).place).toBeUndefined();
    expect(decode(maker, 9).place).toHaveLength(1);
  });

  it('are empty where there is nothing and outside their zooms', () => {
    expect(maker.tile(...tileAt([108, 12], 12))).toHaveLength(0);
    expect(maker.tile(...tileAt([106.67, 10.98], 7))).toHaveLength(0);
    expect(maker.tile(...tileAt([106.67, 10.98], 18))).toHaveLength(0);
  });
});
