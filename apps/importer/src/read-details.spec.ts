import type { Polygon } from 'geojson';
import { boxArea, polygonArea } from './clip-area.js';
import { toPbf, toXml, writeFixture, type OsmWorld } from './osm.fixture.js';
import type { Tags } from './osm.js';
import { readOsm } from './read-osm.js';

const node = (id: number, east: number, north: number, tags?: Tags) => ({
  id,
  lon: Number((106.7 + east / 1000).toFixed(7)),
  lat: Number((10.8 + north / 1000).toFixed(7)),
  ...(tags ? { tags } : {}),
});
const way = (type: string) => (ref: number, role: string) => ({ type, ref, role });
const [member, via] = [way('way'), way('node')];
const turn = (id: number, tags: Tags, [from, at, to] = [101, 2, 102]) => ({
  id,
  members: [member(from!, 'from'), via(at!, 'via'), member(to!, 'to')],
  tags: { type: 'restriction', ...tags },
});

/** A crossing of four arms at node 2, whose ways all end there, with everything else that a reader must tell apart. */
const WORLD: OsmWorld = {
  nodes: [
    node(1, -5, 0),
    node(2, 0, 0),
    node(3, 5, 0, { barrier: 'lift_gate' }),
    node(4, 0, 5, { barrier: 'bollard' }),
    node(5, 0, -5, { barrier: 'bollard', motor_vehicle: 'yes' }),
    node(6, 9, 0, { barrier: 'gate', access: 'no' }),
    node(7, 9, 5, { barrier: 'toll_booth' }),
    node(8, 50, 50, { barrier: 'gate' }),
    node(20, 1, 1, { 'addr:housenumber': '22/5', 'addr:street': 'Phú Lợi' }),
    node(21, 1, 1, { 'addr:housenumber': '22/5', 'addr:street': 'Phú Lợi', shop: 'tea' }),
    node(22, 1, 2, { 'addr:housenumber': '7' }),
    node(23, 0, 4, { 'addr:housenumber': '20', 'addr:street': 'Búng' }),
    node(24, 4, 4),
    node(25, 8, 4, { 'addr:housenumber': '28', 'addr:street': 'Búng' }),
    ...[30, 31, 32, 33].map((id, i) => node(id, i === 1 || i === 2 ? 4 : 2, i > 1 ? 4 : 2)),
    ...[40, 41, 42, 43].map((id, i) => node(id, i === 1 || i === 2 ? 60 : -60, i > 1 ? 60 : -60)),
    ...[50, 51, 52, 53].map((id, i) => node(id, i === 1 || i === 2 ? 20 : -20, i > 1 ? 20 : -20)),
    node(60, 3, 3, { amenity: 'school', name: 'THPT Trịnh Hoài Đức', 'addr:street': 'Cách Mạng Tháng Tám' }),
    node(61, 3, -3, { barrier: 'gate', name: 'Cổng 2 VSIP' }),
  ],
  ways: [
    { id: 101, refs: [1, 2], tags: { highway: 'primary', name: 'Phú Lợi', alt_name: 'Đường Tỉnh 743' } },
    { id: 102, refs: [2, 3], tags: { highway: 'primary', name: 'Phú Lợi' } },
    { id: 103, refs: [2, 4], tags: { highway: 'tertiary', name: 'Hẻm 9' } },
    { id: 104, refs: [5, 2], tags: { highway: 'tertiary', name: 'Hẻm 9' } },
    { id: 105, refs: [3, 6, 7], tags: { highway: 'service' } },
    {
      id: 201,
      refs: [30, 31, 32, 33, 30],
      tags: { building: 'yes', 'addr:housenumber': '9;11A', 'addr:street': 'Hẻm 9' },
    },
    { id: 202, refs: [23, 24, 25], tags: { 'addr:interpolation': 'even' } },
    { id: 301, refs: [40, 41, 42] },
    { id: 302, refs: [42, 43, 40] },
    { id: 303, refs: [50, 51, 52] },
    { id: 304, refs: [52, 53, 50] },
    { id: 305, refs: [40, 41, 42, 43, 40], tags: { natural: 'water', name: 'Hồ lớn' } },
  ],
  relations: [
    turn(1, { restriction: 'no_left_turn', except: 'bus;motorcycle' }),
    turn(2, { restriction: 'only_straight_on' }, [104, 2, 103]),
    turn(3, { 'restriction:hgv': 'no_right_turn' }),
    turn(4, { 'restriction:conditional': 'no_left_turn @ (07:00-09:00)' }),
    turn(5, { restriction: 'no_left_turn' }, [101, 6, 105]),
    turn(6, { restriction: 'no_left_turn' }, [999, 2, 102]),
    {
      id: 7,
      members: [member(101, 'from'), member(102, 'via'), member(105, 'to')],
      tags: { type: 'restriction', restriction: 'no_u_turn' },
    },
    {
      id: 10,
      members: [member(301, 'outer'), member(302, 'outer')],
      tags: { type: 'boundary', boundary: 'administrative', admin_level: '6', name: 'Thị xã Thuận An' },
    },
    {
      id: 11,
      members: [member(303, 'outer'), member(304, 'outer')],
      tags: { type: 'boundary', boundary: 'administrative', admin_level: '8', name: 'Phường Lái Thiêu' },
    },
    {
      id: 12,
      members: [member(303, 'outer'), member(304, 'outer')],
      tags: { type: 'boundary', boundary: 'administrative', admin_level: '6', name: 'Phường Thuận An' },
    },
  ],
};

const read = (world = WORLD) => readOsm(writeFixture('details.osm.pbf', toPbf(world)));

describe('reading OpenStreetMap in detail', () => {
  it('brings turns that end at their node, and counts what cannot be obeyed', async () => {
    const { turns, turnCounts, nodes } = await read();
    expect(turns.map(({ viaNode, ...rest }) => ({ ...rest, at: nodes[viaNode] }))).toEqual([
      { fromWay: 101, toWay: 102, kind: 'no', motorbikeExempt: true, at: [106.7, 10.8] },
      { fromWay: 104, toWay: 103, kind: 'only', motorbikeExempt: false, at: [106.7, 10.8] },
    ]);
    expect(turnCounts).toEqual({ kept: 2, viaWay: 1, conditional: 1, unresolved: 2 });
  });

  it('brings what stands on a road, as far as it keeps somebody', async () => {
    const { barriers, nodes } = await read();
    expect(barriers.map(({ node, kind }) => [kind, nodes[node]])).toEqual([
      ['gate', [106.705, 10.8]],
      ['bollard', [106.7, 10.805]],
      ['bollard', [106.709, 10.8]],
      ['toll', [106.709, 10.805]],
    ]);
  });

  it('brings house numbers once, at the house', async () => {
    const { places } = await read();
    const houses = places.filter(({ kind }) => kind === 'house');
    expect(houses.filter(({ street }) => street !== 'Búng')).toEqual([
      { kind: 'house', name: '9', street: 'Hẻm 9', aliases: [], position: [106.703, 10.803] },
      { kind: 'house', name: '11A', street: 'Hẻm 9', aliases: [], position: [106.703, 10.803] },
      { kind: 'house', name: '22/5', street: 'Phú Lợi', aliases: [], position: [106.701, 10.801] },
    ]);
  });

  it('reckons the numbers between two known doors', async () => {
    const { places } = await read();
    const doors = places.filter(({ street }) => street === 'Búng');
    expect(doors.map(({ name, position }) => [name, position[0].toFixed(4), position[1].toFixed(4)])).toEqual([
      ['20', '106.7000', '10.8040'],
      ['28', '106.7080', '10.8040'],
      ['22', '106.7020', '10.8040'],
      ['24', '106.7040', '10.8040'],
      ['26', '106.7060', '10.8040'],
    ]);
  });

  it('brings schools and gates as what they are, streets with their other names', async () => {
    const { places } = await read();
    expect(places).toContainEqual(expect.objectContaining({ kind: 'school', street: 'Cách Mạng Tháng Tám' }));
    expect(places).toContainEqual(expect.objectContaining({ kind: 'gate', name: 'Cổng 2 VSIP' }));
    expect(places).toContainEqual(expect.objectContaining({ kind: 'street', aliases: ['Đường Tỉnh 743'] }));
  });

  it('puts the old units together and leaves the new ones to the wards', async () => {
    const { formerUnits } = await read();
    expect(
      formerUnits.map(({ geometry, ...unit }) => ({ ...unit, corners: geometry.coordinates.flat(2).length })),
    ).toEqual([
      { level: 'district', name: 'Thuận An', fullName: 'Thị xã Thuận An', within: null, corners: 5 },
      { level: 'ward', name: 'Lái Thiêu', fullName: 'Phường Lái Thiêu', within: 'Thị xã Thuận An', corners: 5 },
    ]);
  });
});

describe('reading a part of OpenStreetMap', () => {
  const within = boxArea([106.696, 10.796, 106.77, 10.87]);
  const shapeOf = ({ features }: Awaited<ReturnType<typeof read>>) =>
    (features.find(({ name }) => name === 'Hồ lớn')!.geometry as Polygon).coordinates[0]!;

  it('cuts roads and shapes at the border and keeps old units whole', async () => {
    const region = await readOsm(writeFixture('part.osm.pbf', toPbf(WORLD)), { within });
    expect(region.ways.map(({ wayId }) => wayId)).toEqual([102, 103, 105]);
    expect(region.barriers).toHaveLength(4);
    expect(region.formerUnits.map(({ name }) => name)).toEqual(['Thuận An', 'Lái Thiêu']);
    expect(region.formerUnits[0]!.geometry.coordinates.flat(2)).toContainEqual([106.64, 10.74]);
    const lngs = shapeOf(region).map(([lng]) => lng);
    expect([Math.min(...(lngs as number[])), Math.max(...(lngs as number[]))]).toEqual([106.696, 106.76]);
  });

  it('is the same from a file whose ways come before their nodes', async () => {
    const xml = toXml(WORLD);
    const [head, ...lines] = xml.split('\n');
    const nodes = lines.filter((line) => line.startsWith('<node'));
    const others = lines.filter((line) => /^<(way|relation)/.test(line));
    // More than one batch lies between the ways and their nodes.
    const between = Array.from({ length: 9_000 }, (_, i) => `<node id="${1000 + i}" lon="0" lat="0"/>`);
    const turned = [head, lines[0], ...others, ...between, ...nodes, '</osm>'].join('\n');
    const [a, b] = [
      await readOsm(writeFixture('usual.osm', xml), { name: 'x', within }),
      await readOsm(writeFixture('turned.osm', turned), { name: 'x', within }),
    ];
    expect(b.ways.map(({ wayId }) => wayId)).toEqual(a.ways.map(({ wayId }) => wayId));
    expect(b.places).toEqual(a.places);
    expect(b.formerUnits).toEqual(a.formerUnits);
  });

  it('follows the border of an area that is no box', async () => {
    const triangle = polygonArea([
      {
        type: 'Polygon',
        coordinates: [
          [
            [106.69, 10.79],
            [106.706, 10.7999],
            [106.69, 10.81],
            [106.69, 10.79],
          ],
        ],
      },
    ]);
    const { ways } = await readOsm(writeFixture('part.osm.pbf', toPbf(WORLD)), { within: triangle });
    expect(ways.map(({ wayId }) => wayId)).toEqual([101, 102]);
  });
});
