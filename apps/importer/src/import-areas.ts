import { basename } from 'node:path';
import { readAreas } from './areas.js';
import { asImporter } from './claim.js';
import { refuse } from './osm.js';
import type { Progress } from './osm-file.js';

export interface AreasImport {
  readonly file: string;
  /** All areas of the file are units of before 1 July 2025. */
  readonly former?: boolean;
  readonly progress?: Progress;
}

export interface ImportedAreas {
  readonly version: number;
  readonly wards: number;
  readonly formerUnits: number;
}

/**
 * Replace the wards of the region in the database at `url`, or its former units, or both, by those of a file; the roads
 * stay. All or nothing, while it is being served. Throws ImportRefused when the file is at fault.
 */
export async function importAreas(url: string, { file, former, progress }: AreasImport): Promise<ImportedAreas> {
  const { wards, formerUnits } = await readAreas(file, former);
  // What a file has none of stays: wards and former units usually come in files of their own.
  const areas = {
    ...(wards.length > 0 && { wards }),
    ...(formerUnits.length > 0 && { formerUnits }),
  };
  const version = await asImporter(url, basename(file), progress, (replacement) => replacement.replaceAreas(areas));
  if (version === null) throw noRegion();
  return { version, wards: wards.length, formerUnits: formerUnits.length };
}

const noRegion = () =>
  refuse(
    'Chưa có mạng đường. Nhập đường trước: npm run roads:import -- FILE.osm.pbf --wards FILE.geojson',
    'There are no roads yet. Import them first: npm run roads:import -- FILE.osm.pbf --wards FILE.geojson',
  );
