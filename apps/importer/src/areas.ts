import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { MultiPolygon, Polygon } from 'geojson';
import type { FormerUnit, WardArea } from '#region';
import { polygonArea, type ClipArea } from './clip-area.js';
import { formatOf, unreadable } from './format.js';
import { findFormerUnit } from './former-unit.js';
import { ImportRefused, refuse } from './osm.js';

export interface ReadAreas {
  readonly wards: WardArea[];
  readonly formerUnits: FormerUnit[];
}

/** Further numbers, such as a height, may follow. */
const Corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number());
const Ring = z.array(Corner).min(4);
const Shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);
const Level = z.enum(['district', 'ward']);
const Properties = z.object({
  /** Five digits: it makes the area a ward of today. */
  code: z.coerce.string().optional(),
  name: z.string().min(1),
  fullName: z.string().min(1).optional(),
  /** Makes it a unit of before 1 July 2025. */
  level: Level.optional(),
  within: z.string().nullish(),
});
const AreasFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: Properties, geometry: Shape })),
});
type Area = z.infer<typeof AreasFile>['features'][number];

/**
 * Areas from GeoJSON: with `code`, `name` and `fullName` a ward of today; with `level` (district or ward), or all of
 * them when the file is said to hold `former` units, one of before 1 July 2025. Throws ImportRefused on anything else.
 */
export async function readAreas(file: string, former = false): Promise<ReadAreas> {
  const parsed = AreasFile.safeParse(await readJson(file));
  if (!parsed.success) {
    const why = z.prettifyError(parsed.error).split('\n').slice(0, 3).join(' ');
    throw notAreas(file, why, why, parsed.error);
  }
  const { features } = parsed.data;
  const areas: ReadAreas = { wards: [], formerUnits: [] };
  for (const area of features) {
    if (former || area.properties.level) areas.formerUnits.push(formerUnitOf(file, area));
    else areas.wards.push(wardOf(file, area));
  }
  const codes = new Set(areas.wards.map(({ code }) => code));
  if (codes.size < areas.wards.length) throw notAreas(file, 'có mã phường trùng nhau', 'ward codes are not unique');
  if (features.length === 0) throw notAreas(file, 'không có khu vực nào', 'it holds no area');
  return areas;
}

/** The wards of a file that has some. */
export async function readWards(file: string): Promise<WardArea[]> {
  const { wards } = await readAreas(file);
  if (wards.length === 0) throw notAreas(file, 'không có phường xã nào', 'it holds no ward');
  return wards;
}

/** All polygons of a GeoJSON file as one area to clip to, whatever its properties say. */
export async function readClipArea(file: string): Promise<ClipArea> {
  const polygons = polygonsIn(await readJson(file));
  if (polygons.length === 0)
    throw notAreas(file, 'không có đa giác nào tính bằng độ (WGS 84)', 'it holds no polygon in degrees (WGS 84)');
  return polygonArea(polygons);
}

function wardOf(file: string, { properties: { code, name, fullName }, geometry }: Area): WardArea {
  if (code === undefined) throw notAreas(file, `"${name}" không có mã (code)`, `"${name}" has no code`);
  return { code, name: nfc(name), fullName: nfc(fullName ?? name), geometry: geometry as Polygon | MultiPolygon };
}

function formerUnitOf(file: string, { properties, geometry }: Area): FormerUnit {
  const fullName = nfc(properties.fullName ?? properties.name);
  const found = ['6', '8']
    .map((level) => findFormerUnit({ boundary: 'administrative', admin_level: level, name: fullName }))
    .find((unit) => unit !== null);
  const level = properties.level ?? found?.level;
  if (!level) throw notAreas(file, `"${fullName}" không có cấp (level)`, `"${fullName}" has no level`);
  const name = properties.fullName ? nfc(properties.name) : (found?.name ?? fullName);
  return { name, fullName, level, within: properties.within ?? null, geometry: geometry as Polygon | MultiPolygon };
}

async function readJson(file: string): Promise<unknown> {
  try {
    const format = await formatOf(file);
    if (format !== 'json') throw roadsInstead(file);
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw notAreas(file, 'JSON hỏng hoặc thiếu', 'its JSON is damaged or torn', error);
    throw error instanceof ImportRefused ? error : unreadable(file, error);
  }
}

function polygonsIn(json: unknown): (Polygon | MultiPolygon)[] {
  const shape = Shape.safeParse(json);
  if (shape.success) return [shape.data as Polygon | MultiPolygon];
  const { features, geometry } = json as { features?: unknown; geometry?: unknown };
  if (Array.isArray(features)) return features.flatMap(polygonsIn);
  return geometry ? polygonsIn(geometry) : [];
}

const nfc = (text: string) => text.normalize('NFC').trim();

const notAreas = (file: string, vi: string, en: string, cause?: unknown) =>
  refuse(
    `Tệp ${file} không phải tệp khu vực GeoJSON dùng được: ${vi}. Không có gì thay đổi.`,
    `The file ${file} is no usable GeoJSON of areas: ${en}. Nothing was changed.`,
    cause,
  );

const roadsInstead = (file: string) =>
  refuse(
    `Tệp ${file} không phải GeoJSON. Tệp OpenStreetMap thì dùng: npm run roads:import -- ${file}`,
    `The file ${file} is not GeoJSON. For OpenStreetMap: npm run roads:import -- ${file}`,
  );
