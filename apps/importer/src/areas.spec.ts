import { readAreas, readClipArea } from './areas.js';
import { writeFixture } from './osm.fixture.js';

const geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [106, 10],
      [107, 10],
      [107, 11],
      [106, 10],
    ],
  ],
};
const fileOf = (...properties: object[]) =>
  writeFixture(
    'areas.geojson',
    JSON.stringify({ type: 'FeatureCollection', features: properties.map((own) => ({ properties: own, geometry })) }),
  );

describe('a file of areas', () => {
  it('may hold wards of today and units of before', async () => {
    const file = fileOf(
      { code: 25750, name: 'Phú Lợi'.normalize('NFD'), fullName: 'Phường Phú Lợi' },
      { level: 'district', name: 'Thuận An', fullName: 'Thành phố Thuận An' },
      { level: 'ward', name: 'Lái Thiêu', fullName: 'Phường Lái Thiêu', within: 'Thành phố Thuận An' },
    );
    expect(await readAreas(file)).toEqual({
      wards: [{ code: '25750', name: 'Phú Lợi', fullName: 'Phường Phú Lợi', geometry }],
      formerUnits: [
        { level: 'district', name: 'Thuận An', fullName: 'Thành phố Thuận An', within: null, geometry },
        { level: 'ward', name: 'Lái Thiêu', fullName: 'Phường Lái Thiêu', within: 'Thành phố Thuận An', geometry },
      ],
    });
  });

  it('in metres of a national grid is refused instead of lying nowhere', async () => {
    const metres = JSON.stringify(geometry).replaceAll(/1\d+/g, '$&000');
    const feature = `{"properties":{"code":"25750","name":"A"},"geometry":${metres}}`;
    const file = writeFixture('grid.geojson', `{"type":"FeatureCollection","features":[${feature}]}`);
    await expect(readAreas(file)).rejects.toThrow('no usable GeoJSON of areas');
    await expect(readClipArea(file)).rejects.toThrow('it holds no polygon in degrees');
  });

  it('that holds former units only needs nothing but their names', async () => {
    const file = fileOf({ name: 'Thị xã Dĩ An' }, { name: 'Xã An Sơn', code: '25966' }, { name: 'Quận 1' });
    const { wards, formerUnits } = await readAreas(file, true);
    expect(wards).toEqual([]);
    expect(formerUnits.map(({ name, fullName, level }) => [name, fullName, level])).toEqual([
      ['Dĩ An', 'Thị xã Dĩ An', 'district'],
      ['An Sơn', 'Xã An Sơn', 'ward'],
      ['Quận 1', 'Quận 1', 'district'],
    ]);
    await expect(readAreas(fileOf({ name: 'Chợ Búng' }), true)).rejects.toThrow('no level');
  });
});
