import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { MultiPolygon, Polygon } from 'geojson';
import type { WardArea } from '#region';
import { refuse } from './osm.js';

const Ring = z.array(z.array(z.number()).min(2)).min(4);
const WardsFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.object({ code: z.coerce.string(), name: z.string(), fullName: z.string().optional() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});

/** Wards from GeoJSON with the properties `code`, `name` and `fullName`; throws ImportRefused on anything else. */
export async function readWards(file: string): Promise<WardArea[]> {
  try {
    const { features } = WardsFile.parse(JSON.parse(await readFile(file, 'utf8')));
    return features.map(({ properties: { code, name, fullName }, geometry }) => ({
      code,
      name: name.normalize('NFC'),
      fullName: (fullName ?? name).normalize('NFC'),
      geometry: geometry as Polygon | MultiPolygon,
    }));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).split('\n').slice(0, 3).join(' ') : String(error);
    throw refuse(
      `Tệp phường xã ${file} không đọc được: ${why}`,
      `The wards file ${file} cannot be read: ${why}`,
      error,
    );
  }
}
