import type { Geometry } from 'geojson';
import type { LngLat } from '#contracts';
import { toEwkb, type Bounds } from '#geo';
import type { NetworkReport, RoadNetwork } from './network.js';
import type { Query } from './query.js';
import { inTransaction } from './transaction.js';
import type { FormerUnit, MapFeature, MapLayer, NamedPlace, RegionData, WardArea } from './region.js';

export interface StoredRegion {
  /** Grows with every import: what caches and map addresses are keyed by. */
  readonly version: number;
  readonly name: string;
  readonly demonstration: boolean;
  readonly attribution: string;
  readonly source: string;
  readonly importedAt: Date;
  readonly bounds: Bounds;
  readonly report: NetworkReport;
}

export interface StoredPlace extends NamedPlace {
  readonly id: number;
  readonly ward: string | null;
}

export interface Import {
  readonly region: RegionData;
  readonly network: RoadNetwork;
  /** Where it came from, e.g. the file's name. */
  readonly source: string;
  readonly importedAt: Date;
}

/** Everything that one import replaces, but the row that says what it is. */
export const REGION_TABLES = [
  'road_vertex',
  'road_edge',
  'road_turn',
  'road_barrier',
  'road_order',
  'map_feature',
  'ward',
  'former_unit',
  'named_place',
] as const;
/** Small enough that on the embedded database, which does one thing at a time, nobody waits long for a batch. */
const BATCH_ROWS = 1000;

/** The region in the database. Its directory (owners, stations, vehicles) belongs to the fleet and is not kept here. */
export class RegionStore {
  private rowsDone = 0;
  private rowsTotal = 0;

  /** `progress` hears of rows written and rows in all. */
  constructor(
    private readonly query: Query,
    private readonly progress: (rows: number, total: number) => void = () => undefined,
  ) {}

  /** Replace the whole region in a transaction of its own: others see the old one until the new one is whole. */
  async replace(imported: Import): Promise<number> {
    const version = await inTransaction(this.query, () => this.write(imported));
    for (const table of REGION_TABLES) await this.query(`analyze ${table}`);
    return version;
  }

  /** Replace the whole region inside the caller's transaction; returns its version. */
  async write(imported: Import): Promise<number> {
    await this.query('lock table region in exclusive mode');
    for (const table of REGION_TABLES) await this.query(`delete from ${table}`);
    await this.writeRows(imported);
    return this.writeRegion(imported);
  }

  /** Everything but the row that makes it the region; the tables are empty. */
  async writeRows({ region, network }: Import): Promise<void> {
    const { features, wards, formerUnits, places } = region;
    const { vertices, edges, turns, barriers } = network;
    const written = [vertices, edges, turns, barriers, features, wards, formerUnits, places];
    this.rowsTotal = written.reduce((sum, rows) => sum + rows.length, 0);
    this.rowsDone = 0;
    await this.writeNetwork(network);
    await this.writeFeatures(features);
    await this.writeWards(wards);
    await this.writeFormerUnits(formerUnits);
    await this.writePlaces(places);
  }

  /** Makes what the tables hold the region, under a new version. */
  async writeRegion({ region, network, source, importedAt }: Import): Promise<number> {
    await this.query('delete from region');
    const [row] = await this.query<{ version: number }>(
      `insert into region (name, demonstration, attribution, source, imported_at, bounds, report)
       values ($1, $2, $3, $4, $5, array(select jsonb_array_elements_text($6::jsonb)::double precision), $7::jsonb)
       returning version`,
      [
        region.name,
        region.demonstration,
        region.attribution,
        source,
        importedAt.toISOString(),
        JSON.stringify(network.bounds),
        JSON.stringify(network.report),
      ],
    );
    return row!.version;
  }

  private async writeNetwork({ vertices, edges, turns, barriers, order }: RoadNetwork): Promise<void> {
    await this.insert(
      'insert into road_vertex (id, position) select id, position::geometry from json_to_recordset($1::json) as r(id int, position text)',
      vertices.map((position, id) => () => ({ id, position: toEwkb(position) })),
    );
    await this.insert(
      `insert into road_edge (id, way_id, source, target, cost, reverse_cost, length_metres, road_class, link, roundabout,
         bridge, direction, max_speed_kmh, width_metres, admits_car, admits_motorbike, admits_emergency, name, ref, geom)
       select id, "wayId", source, target, "forwardSeconds", "backwardSeconds", "lengthMetres", "roadClass", link,
         roundabout, bridge, direction, "maxSpeedKmh", "widthMetres", car, motorbike, emergency, name, ref, geom::geometry
       from json_to_recordset($1::json) as r(id int, "wayId" bigint, source int, target int,
         "forwardSeconds" double precision, "backwardSeconds" double precision, "lengthMetres" double precision,
         "roadClass" text, link boolean, roundabout boolean, bridge boolean, direction text,
         "maxSpeedKmh" double precision, "widthMetres" double precision, car boolean, motorbike boolean,
         emergency boolean, name text, ref text, geom text)`,
      edges.map(({ line, admits, ...edge }, id) => () => ({ id, ...edge, ...admits, geom: toEwkb(line) })),
    );
    await this.insert(
      `insert into road_turn (id, from_edge, via_vertex, to_edge, kind, motorbike_exempt)
       select id, "fromEdge", "viaVertex", "toEdge", kind, "motorbikeExempt"
       from json_to_recordset($1::json) as r(id int, "fromEdge" int, "viaVertex" int, "toEdge" int, kind text,
         "motorbikeExempt" boolean)`,
      turns.map((turn, id) => () => ({ id, ...turn })),
    );
    await this.insert(
      'insert into road_barrier (vertex, kind) select vertex, kind from json_to_recordset($1::json) as r(vertex int, kind text)',
      barriers.map((barrier) => () => barrier),
    );
    await this.query(`insert into road_order (junctions) values (decode($1, 'hex'))`, [hexOf(order)]);
  }

  private writeFeatures(features: readonly MapFeature[]): Promise<void> {
    return this.insert(
      `insert into map_feature (id, layer, kind, name, rank, geom)
       select id, layer, kind, name, rank, ST_SetSRID(ST_GeomFromGeoJSON(geometry), 4326)
       from json_to_recordset($1::json) as r(id int, layer text, kind text, name text, rank int, geometry text)`,
      features.map((feature, id) => () => ({ id, ...feature, geometry: JSON.stringify(feature.geometry) })),
    );
  }

  writeWards(wards: readonly WardArea[]): Promise<void> {
    return this.insert(
      `insert into ward (code, name, full_name, geom)
       select code, name, "fullName", ST_SetSRID(ST_GeomFromGeoJSON(geometry), 4326)
       from json_to_recordset($1::json) as r(code text, name text, "fullName" text, geometry text)`,
      wards.map((ward) => () => ({ ...ward, geometry: JSON.stringify(ward.geometry) })),
    );
  }

  writeFormerUnits(units: readonly FormerUnit[]): Promise<void> {
    return this.insert(
      `insert into former_unit (id, name, full_name, level, within, geom)
       select id, name, "fullName", level, within, ST_SetSRID(ST_GeomFromGeoJSON(geometry), 4326)
       from json_to_recordset($1::json) as r(id int, name text, "fullName" text, level text, within text, geometry text)`,
      units.map((unit, id) => () => ({ id, ...unit, geometry: JSON.stringify(unit.geometry) })),
    );
  }

  /** After the wards: each place is given the ward it lies in. */
  private writePlaces(places: readonly NamedPlace[]): Promise<void> {
    return this.insert(
      `insert into named_place (id, kind, name, aliases, street, position, ward)
       select id, kind, r.name, array(select json_array_elements_text(aliases)), street, position::geometry,
         (select ward.full_name from ward where ST_Covers(ward.geom, position::geometry) order by code limit 1)
       from json_to_recordset($1::json) as r(id int, kind text, name text, aliases json, street text, position text)`,
      places.map(({ position, ...place }, id) => () => ({ id, ...place, position: toEwkb(position) })),
    );
  }

  /** Rows are made batch by batch, so that a large network is never in memory twice. */
  private async insert(sql: string, rows: readonly (() => object)[]): Promise<void> {
    for (let start = 0; start < rows.length; start += BATCH_ROWS) {
      const batch = rows.slice(start, start + BATCH_ROWS).map((row) => row());
      await this.query(sql, [JSON.stringify(batch)]);
      this.progress((this.rowsDone += batch.length), this.rowsTotal);
    }
  }

  async findRegion(): Promise<StoredRegion | null> {
    const [region] = await this.query<StoredRegion>(
      `select version, name, demonstration, attribution, source, imported_at as "importedAt", bounds, report
       from region order by version desc limit 1`,
    );
    return region ?? null;
  }

  /** The order of contraction as it was stored with the network, or null. */
  async findRoadOrder(): Promise<Int32Array | null> {
    const [row] = await this.query<{ junctions: Buffer }>('select junctions from road_order');
    if (!row) return null;
    return Int32Array.from({ length: row.junctions.length >> 2 }, (_, i) => row.junctions.readInt32LE(4 * i));
  }

  async listWards(): Promise<WardArea[]> {
    return this.query<WardArea>(
      'select code, name, full_name as "fullName", ST_AsGeoJSON(geom, 6)::json as geometry from ward order by code',
    );
  }

  async listFormerUnits(): Promise<FormerUnit[]> {
    return this.query<FormerUnit>(
      `select name, full_name as "fullName", level, within, ST_AsGeoJSON(geom, 6)::json as geometry
       from former_unit order by id`,
    );
  }

  async listPlaces(): Promise<StoredPlace[]> {
    const rows = await this.query<Omit<StoredPlace, 'position'> & { lng: number; lat: number }>(
      `select id, kind, name, aliases, street, ward, ST_X(position) as lng, ST_Y(position) as lat from named_place order by id`,
    );
    return rows.map(({ lng, lat, ...place }) => ({ ...place, position: [lng, lat] as LngLat }));
  }

  /** All features, or those of one layer. */
  async listFeatures(layer?: MapLayer): Promise<MapFeature[]> {
    return this.query<MapFeature & { geometry: Geometry }>(
      `select layer, kind, name, rank, ST_AsGeoJSON(geom, 6)::json as geometry from map_feature
       where $1::text is null or layer = $1 order by id`,
      [layer ?? null],
    );
  }
}

/** 32-bit little-endian integers in hexadecimal, which both databases take as text. */
function hexOf(numbers: Int32Array): string {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, i) => bytes.writeInt32LE(number, 4 * i));
  return bytes.toString('hex');
}
