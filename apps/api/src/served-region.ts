import { DomainError, type LngLat, type PlaceAt, type PlaceSearchAnswer, type Route } from '#contracts';
import { isInside, lineFromWkb } from '#geo';
import type { WardFinder } from '#incidents';
import { Gazetteer } from '#places';
import { RegionStore, type Query, type StoredRegion, type WardArea } from '#region';
import {
  FallbackTimes,
  GoogleTimes,
  loadGraph,
  PgRoutingTimes,
  RoadGraphTimes,
  RoadsInForce,
  StraightLineTimes,
  type Attempt,
  type TravelAnswer,
  type TravelOrigin,
  type TravelTimes,
} from '#roads';
import { TileMaker, type RoadLine } from '#tiles';
import type { Clock } from '#journal';
import type { Config } from './config.js';

/** What is kept in memory of the region in the database. */
interface Loaded {
  readonly region: StoredRegion;
  readonly roads: RoadGraphTimes;
  readonly times: TravelTimes;
  readonly places: Gazetteer;
  readonly wards: readonly WardArea[];
  readonly tiles: TileMaker;
}

const OWN_GRAPH_DEADLINE_MS = 2_000;
const PGROUTING_DEADLINE_MS = 5_000;
const GOOGLE_DEADLINE_MS = 1_000;
const STRAIGHT_LINE_DEADLINE_MS = 1_000;
const ON_ROAD_METRES = 100;
const MOST_SUGGESTIONS = 8;

/**
 * The region being served: roads for travel times, places for words, tiles for the map. All of it was read from the
 * database in one go, and a new import replaces it as a whole.
 */
export class ServedRegion implements TravelTimes, WardFinder {
  readonly source = 'roads';
  private loaded: Loaded | null = null;

  constructor(
    private readonly query: Query,
    private readonly clock: Clock,
    private readonly config: Pick<Config, 'TRAVEL_TIMES' | 'GOOGLE_MAPS_KEY'>,
    private readonly report: (source: string, failure: unknown) => void,
  ) {}

  get region(): StoredRegion | null {
    return this.loaded?.region ?? null;
  }

  /** Reads the region that is in the database; false when there is none. */
  async load(): Promise<boolean> {
    const store = new RegionStore(this.query);
    const region = await store.findRegion();
    const graph = await loadGraph(this.query);
    if (!region || !graph) return false;
    const now = () => this.clock.now();
    const roads = new RoadGraphTimes(new RoadsInForce(graph), now);
    const wards = await store.listWards();
    const lines = await this.listRoadLines();
    const places = await Gazetteer.buildInSlices({
      places: await store.listPlaces(),
      wards,
      formerUnits: await store.listFormerUnits(),
      roads: lines,
    });
    const tiles = TileMaker.build({ roads: lines, features: await store.listFeatures(), wards });
    this.loaded = { region, roads, times: this.sources(roads), places, wards, tiles };
    return true;
  }

  toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    return this.getLoaded().times.toPlace(origins, place);
  }

  wardAt(position: LngLat): string | null {
    return this.loaded?.wards.find((ward) => isInside(ward.geometry, position))?.fullName ?? null;
  }

  searchPlaces(text: string, near: LngLat | null): PlaceSearchAnswer {
    return this.getLoaded().places.search(text, { near: near ?? undefined, limit: MOST_SUGGESTIONS });
  }

  describe(position: LngLat): PlaceAt {
    const { places, roads } = this.getLoaded();
    const { words, ward, formerUnit } = places.reverse(position);
    return {
      words,
      ward,
      formerUnit,
      onRoad: roads.index.findNearest(position, { limitMetres: ON_ROAD_METRES }) !== null,
    };
  }

  /** @throws PLACE_OFF_ROADS when an end is near no road, NOT_FOUND when no road joins them */
  async route(from: LngLat, to: LngLat): Promise<Route> {
    const drive = await this.getLoaded().roads.findDrive({ at: from }, to);
    if (!drive) throw new DomainError('NOT_FOUND', { what: 'route' });
    return { seconds: drive.seconds, metres: drive.metres, source: 'roads', line: drive.line };
  }

  /** A vector tile of the base map, uncompressed. */
  tile(z: number, x: number, y: number): Uint8Array {
    return this.getLoaded().tiles.tile(z, x, y);
  }

  private async listRoadLines(): Promise<RoadLine[]> {
    const rows = await this.query<Omit<RoadLine, 'line'> & { line: Buffer }>(
      `select way_id::float8 as "wayId", road_class as "roadClass", link, bridge, name, ref,
         ST_AsBinary(geom, 'NDR') as line from road_edge order by id`,
    );
    return rows.map(({ line, ...road }) => ({ ...road, line: lineFromWkb(line) }));
  }

  private sources(roads: RoadGraphTimes): TravelTimes {
    const now = () => this.clock.now();
    const own: Attempt = { times: roads, deadlineMs: OWN_GRAPH_DEADLINE_MS };
    const straight: Attempt = { times: new StraightLineTimes(now), deadlineMs: STRAIGHT_LINE_DEADLINE_MS };
    const key = this.config.GOOGLE_MAPS_KEY;
    const first: Attempt[] = [];
    if (this.config.TRAVEL_TIMES === 'google' && key)
      first.push({
        times: new GoogleTimes({ key, deadlineMs: GOOGLE_DEADLINE_MS }, now),
        deadlineMs: GOOGLE_DEADLINE_MS,
      });
    if (this.config.TRAVEL_TIMES === 'pgrouting')
      first.push({ times: new PgRoutingTimes(this.query, now), deadlineMs: PGROUTING_DEADLINE_MS });
    const [head, ...rest] = [...first, own, straight];
    return new FallbackTimes([head!, ...rest], this.report);
  }

  private getLoaded(): Loaded {
    if (!this.loaded) throw new DomainError('ROADS_NOT_LOADED');
    return this.loaded;
  }
}
