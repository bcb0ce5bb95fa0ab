import type { LngLat } from '#contracts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STATIONS = 27;
const PER_STATION = 10;
/** Around the towns of the demonstration region. */
const MIDDLE: LngLat = [106.68, 11.02];
const SPREAD_DEGREES = 0.12;

/** Stations and vehicles beside those of the demonstration, so that there are 300 in all. */
export function writeCentre(folder: string): string {
  const places = Array.from({ length: STATIONS }, (_, i) => {
    const angle = (i / STATIONS) * 2 * Math.PI;
    const reach = SPREAD_DEGREES * (0.4 + (0.6 * ((i * 7) % STATIONS)) / STATIONS);
    return [MIDDLE[0] + reach * Math.cos(angle), MIDDLE[1] + reach * Math.sin(angle)] as LngLat;
  });
  const centre = {
    owners: [{ code: 'DO', name: 'Chủ quản đo tải' }],
    hospitals: [],
    stations: places.map((position, i) => ({
      code: `DO-${i}`,
      ownerCode: 'DO',
      name: `Trạm đo ${i}`,
      shortName: `Trạm đo ${i}`,
      position,
    })),
    vehicles: places.flatMap((_, i) =>
      Array.from({ length: PER_STATION }, (__, n) => ({
        callSign: `DO-${String(i * PER_STATION + n).padStart(3, '0')}`,
        level: n % 3 === 0 ? 'als' : 'bls',
        stationCode: `DO-${i}`,
        equipment: ['oxygen', 'stretcher'],
      })),
    ),
    accounts: [],
  };
  const file = join(folder, 'centre.json');
  writeFileSync(file, JSON.stringify(centre));
  return file;
}
