import { parse, CsvError } from 'csv-parse/sync';
import { NamedPlaceKind, PLACE_KINDS, type LngLat, type Wording } from '#contracts';
import { coordinatesIn, fold } from '#places';
import type { NamedPlace } from '#region';
import { ImportRefused } from './osm.js';

/** The columns by the names they may have, folded. */
const COLUMNS = {
  name: ['ten', 'name'],
  kind: ['loai', 'kind'],
  position: ['vi tri', 'toa do', 'position'],
  lat: ['vi do', 'latitude', 'lat'],
  lng: ['kinh do', 'longitude', 'lng', 'lon'],
  aliases: ['ten khac', 'ten goi khac', 'aliases'],
} as const;
type Column = keyof typeof COLUMNS;
type Row = Readonly<Partial<Record<Column, string>>>;

/** A house stands in a street, which such a file does not tell. */
const KINDS = NamedPlaceKind.exclude(['house']).options;
const MOST_FAULTS_TOLD = 20;
const BETWEEN_ALIASES = '|';

/**
 * The places of a centre's own table: name, kind, position and aliases (parted by `|`), headings in Vietnamese or
 * English, `;` or `,` between columns, with or without a byte order mark.
 * @throws ImportRefused with every line that is wrong
 */
export function readCentrePlaces(text: string): NamedPlace[] {
  const [heading, ...lines] = linesOf(text.normalize('NFC'));
  if (!heading) throw faulty([{ vi: 'Tệp trống.', en: 'The file is empty.' }]);
  const columns = heading.cells.map((cell) => columnOf(cell));
  const missing = missingColumns(columns);
  if (missing.length > 0) throw faulty(missing);
  const faults: Wording[] = [];
  const places = lines.flatMap(({ cells, line }) => {
    const row = Object.fromEntries(columns.flatMap((column, i) => (column ? [[column, (cells[i] ?? '').trim()]] : [])));
    const place = placeOf(row);
    if ('fault' in place) faults.push({ vi: `Dòng ${line}: ${place.fault.vi}`, en: `Line ${line}: ${place.fault.en}` });
    return 'fault' in place ? [] : [place];
  });
  if (faults.length > 0) throw faulty(faults);
  if (places.length === 0) throw faulty([{ vi: 'Tệp không có địa điểm nào.', en: 'There is no place in the file.' }]);
  return places;
}

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

function linesOf(text: string): Line[] {
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error['lines'] ?? '?');
    throw faulty([{ vi: `Dòng ${line}: dấu nháy không khép.`, en: `Line ${line}: a quotation mark is not closed.` }]);
  }
}

const columnOf = (cell: string): Column | null => {
  const folded = fold(cell).trim();
  return (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].some((name) => name === folded)) ?? null;
};

function missingColumns(columns: readonly (Column | null)[]): Wording[] {
  const has = (column: Column) => columns.includes(column);
  const missing: Wording[] = [];
  if (!has('name')) missing.push({ vi: 'Thiếu cột “tên”.', en: 'The column “name” is missing.' });
  if (!has('kind')) missing.push({ vi: 'Thiếu cột “loại”.', en: 'The column “kind” is missing.' });
  if (!has('position') && !(has('lat') && has('lng'))) {
    missing.push({
      vi: 'Thiếu cột “vị trí”, hoặc “vĩ độ” và “kinh độ”.',
      en: 'The column “position” is missing, or “latitude” and “longitude”.',
    });
  }
  return missing;
}

function placeOf(row: Row): NamedPlace | { fault: Wording } {
  const { name = '', kind = '', aliases = '' } = row;
  const position = positionOf(row);
  const known = kindOf(kind);
  if (!name) return { fault: { vi: 'thiếu tên.', en: 'the name is missing.' } };
  if (!known) {
    const vi = `không có loại “${kind}”; có: ${kindsIn('vi')}.`;
    return { fault: { vi, en: `there is no kind “${kind}”; there are: ${kindsIn('en')}.` } };
  }
  if (!position) return { fault: { vi: 'vị trí không đọc được.', en: 'the position cannot be read.' } };
  const others = aliases.split(BETWEEN_ALIASES).map((alias) => alias.trim());
  return { kind: known, name, aliases: others.filter(Boolean), position };
}

const kindsIn = (language: keyof Wording): string => KINDS.map((kind) => PLACE_KINDS[kind][language]).join('; ');

const positionOf = ({ position, lat, lng }: Row): LngLat | null => coordinatesIn(position || `${lat} ${lng}`);

function kindOf(text: string): NamedPlaceKind | null {
  const said = fold(text);
  return (
    KINDS.find((kind) => [kind, PLACE_KINDS[kind].vi, PLACE_KINDS[kind].en].some((word) => fold(word) === said)) ?? null
  );
}

function faulty(faults: readonly Wording[]): ImportRefused {
  const told = (language: keyof Wording, more: string) =>
    [
      ...faults.slice(0, MOST_FAULTS_TOLD).map((fault) => fault[language]),
      ...(faults.length > MOST_FAULTS_TOLD ? [`… ${faults.length - MOST_FAULTS_TOLD} ${more}`] : []),
    ].join('\n');
  return new ImportRefused({ vi: told('vi', 'lỗi nữa'), en: told('en', 'more') });
}
