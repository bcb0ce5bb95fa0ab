import { readCentrePlaces } from './centre-places.js';
import { ImportRefused } from './osm.js';

const faultOf = (text: string) => {
  try {
    readCentrePlaces(text);
  } catch (error) {
    if (error instanceof ImportRefused) return error.wording;
    throw error;
  }
  throw new Error('it was not refused');
};

describe("a centre's own places", () => {
  it('are read with headings in Vietnamese, semicolons and a byte order mark', () =>
    expect(
      readCentrePlaces('\ufeffTên;Loại;Vị trí;Tên khác\r\nQuán Cô Ba;địa điểm;10.98,106.65;Cô Ba|Quán 3\r\n'),
    ).toEqual([{ name: 'Quán Cô Ba', kind: 'landmark', aliases: ['Cô Ba', 'Quán 3'], position: [106.65, 10.98] }]));

  it('are read with headings in English, commas and quotation marks', () =>
    expect(readCentrePlaces('name,kind,latitude,longitude\n"Chợ ""Nổi"", bến",market,10.98,106.65\n\n')).toEqual([
      { name: 'Chợ "Nổi", bến', kind: 'market', aliases: [], position: [106.65, 10.98] },
    ]));

  it('are refused line by line, in both languages, and all of them', () => {
    const { vi, en } = faultOf('name,kind,position\n,market,"10.9,106.6"\nA,lâu đài,"10.9,106.6"\nB,market,ở nhà\n');
    expect(vi.split('\n')).toEqual([
      'Dòng 2: thiếu tên.',
      expect.stringMatching(/^Dòng 3: không có loại “lâu đài”; có: đường; .*chợ; .*cổng\.$/),
      'Dòng 4: vị trí không đọc được.',
    ]);
    expect(en).toContain('Line 4: the position cannot be read.');
  });

  it.each([
    ['', 'The file is empty.'],
    ['name,kind,position\n', 'There is no place in the file.'],
    ['kind,position\nmarket,"10,106"\n', 'The column “name” is missing.'],
    ['name,kind\nA,market\n', 'The column “position” is missing, or “latitude” and “longitude”.'],
    ['name,kind,position\n"A,market,"10.9,106.6"\n', expect.stringMatching(/^Line \d+: a quotation mark/)],
  ])('are refused when the file is %j', (text, en) => expect(faultOf(text).en).toEqual(en));
});
