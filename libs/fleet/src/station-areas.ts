import type { EntityManager } from 'typeorm';

/**
 * Names the ward of every station and what it belonged to before 1 July 2025, from the areas that are in the database:
 * after stations were entered and after areas were imported. Stations that have not moved between areas are left alone.
 */
export async function nameStationAreas(tx: EntityManager): Promise<void> {
  await tx.query(
    `update station set ward = area.ward, former_unit = area.former_unit
     from (
       select id,
         (select full_name from ward where ST_Covers(geom, place.position::geometry) order by code limit 1) as ward,
         (select concat_ws(', ', nullif(full_name, within), within) from former_unit
          where ST_Covers(geom, place.position::geometry) order by level desc, id limit 1) as former_unit
       from station as place) as area
     where area.id = station.id
       and (station.ward, station.former_unit) is distinct from (area.ward, area.former_unit)`,
  );
}
