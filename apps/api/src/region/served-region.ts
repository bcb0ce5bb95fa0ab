import {
  DomainError,
  type LngLat,
  type ObstructedDirection,
  type ObstructionShape,
  type PlaceAt,
  type PlaceSuggestion,
  type Route,
} from '#contracts';
import { isInside } from '#geo';
import type { WardFinder } from '#incidents';
import type { Clock } from '#journal';
import type { Query, StoredRegion } from '#region';
import {
  instructionsOf,
  soonest,
  type SecondOpinion,
  type TravelAnswer,
  type TravelOrigin,
  type TravelTimes,
} from '#roads';
import { TileFiles } from '#tiles';
import { coveredArcs, ObstructedTimes, streetsOf, type ObstructedRoads, type TrafficNow } from '#traffic';
import { findVersion, loadRegion, pause, type LoadedRegion } from './load-region.js';
import { findSecondOpinion, travelSources, type TravelSettings } from './travel-sources.js';

interface Served extends LoadedRegion {
  readonly map: TileFiles;
  readonly sources: TravelTimes;
}

const ON_ROAD_METRES = 100;
const WEIGH_AGAIN_MS = 5_000;
/** Who waits to be acknowledged waits no longer than this for the weighing; the ETA then says that it is outdated. */
const WEIGH_DEADLINE_MS = 2_000;
/** Another source is asked about so many of those who come first: every drive it is asked about is paid for. */
const OPINIONS = 3;
const MOST_SUGGESTIONS = 8;

/**
 * The region being served: roads for travel times, places for words, tiles for the map. All of it was read from the
 * database in one go, and a new import replaces it as a whole.
 */
export class ServedRegion implements TravelTimes, WardFinder, ObstructedRoads {
  readonly source = 'roads';
  private served: Served | null = null;
  private making: Promise<void> = Promise.resolve();
  private readonly opinion: SecondOpinion | null;

  constructor(
    private readonly query: Query,
    private readonly clock: Clock,
    private readonly settings: TravelSettings,
    private readonly traffic: TrafficNow,
    /** Where finished tiles are kept. */
    private readonly tileFolder: string,
    private readonly report: (source: string, failure: unknown) => void,
  ) {
    this.opinion = findSecondOpinion({ clock, settings, report });
  }

  get region(): StoredRegion | null {
    return this.served?.region ?? null;
  }

  /**
   * What map addresses are keyed by; `0` while there is no region. Numbers begin anew in a new database, and browsers
   * keep tiles for a year: the moment of the import makes the address one of its own.
   */
  get mapVersion(): string {
    return this.region ? mapVersionOf(this.region) : '0';
  }

  /** Reads the region that is in the database; false when there is none. */
  async load(): Promise<boolean> {
    const { query, clock, settings, traffic, report } = this;
    const now = () => clock.now();
    const loaded = await loadRegion(query, now);
    if (!loaded) return false;
    const roads = new ObstructedTimes(loaded.times, loaded.roads, traffic, now);
    await traffic.serve(loaded.roads);
    const before = this.served;
    const map = this.openMap(loaded);
    this.served = { ...loaded, map, sources: travelSources({ roads, query, clock, settings, report }) };
    await before?.roads.close();
    return true;
  }

  /** Takes up another version than the one that is served; until it is ready the old one answers. */
  async refresh(): Promise<boolean> {
    const version = await findVersion(this.query);
    if (version === null || version === this.served?.region.version) return false;
    return this.load();
  }

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const { sources, region } = this.getServed();
    const answer = await sources.toPlace(origins, place);
    return answer.source === 'roads' ? this.explained(answer, origins, place, region) : answer;
  }

  /** With what the times rest on, and what another source says of those who come first. */
  private explained(
    answer: TravelAnswer,
    origins: readonly TravelOrigin[],
    place: LngLat,
    { version }: StoredRegion,
  ): TravelAnswer {
    const first = soonest(answer.times, OPINIONS);
    const { opinions, awaited } = this.opinion?.consult(
      first.map((i) => origins[i]!),
      place,
    ) ?? { opinions: [], awaited: false };
    const times = [...answer.times];
    opinions.forEach((secondOpinion, k) => {
      const i = first[k]!;
      if (secondOpinion) times[i] = { ...times[i]!, secondOpinion };
    });
    const { obstructions = 0, speeds = 'assumed', since = null } = this.traffic.conditions ?? {};
    const basis = {
      roadsVersion: version,
      obstructions,
      speeds,
      opinionAwaited: awaited,
      outdated: answer.outdated ?? false,
      weighedAt: since && since.toISOString(),
    };
    return { ...answer, times, basis };
  }

  streetsUnder(shape: ObstructionShape, direction: ObstructedDirection): string[] {
    const { roads } = this.getServed();
    const arcs = coveredArcs(roads, shape, direction);
    if (arcs.length === 0) throw new DomainError('OBSTRUCTION_OFF_ROADS');
    return streetsOf(roads.graph, arcs);
  }

  /**
   * What was committed stays committed when weighing fails: that is reported and tried again, and until it works the
   * basis of every ETA says how many obstructions it counts with.
   */
  bringUpToDate(): Promise<void> {
    const weighed = this.traffic.refresh().catch((failure: unknown) => {
      this.report('traffic', failure);
      setTimeout(() => this.served && void this.bringUpToDate(), WEIGH_AGAIN_MS).unref();
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, WEIGH_DEADLINE_MS);
    });
    return Promise.race([weighed, late]).finally(() => clearTimeout(timer));
  }

  wardAt(position: LngLat): string | null {
    return this.served?.wards.find((ward) => isInside(ward.geometry, position))?.fullName ?? null;
  }

  searchPlaces(text: string, near: LngLat | null): PlaceSuggestion[] {
    return this.getServed().places.search(text, { near: near ?? undefined, limit: MOST_SUGGESTIONS });
  }

  describe(position: LngLat): PlaceAt {
    const { places, roads } = this.getServed();
    const { words, ward } = places.reverse(position);
    return { words, ward, onRoad: roads.index.findNearest(position, { limitMetres: ON_ROAD_METRES }) !== null };
  }

  /** @throws PLACE_OFF_ROADS when an end is near no road, NOT_FOUND when no road joins them */
  async route(from: TravelOrigin, to: LngLat): Promise<Route> {
    const { times, roads, junctions } = this.getServed();
    const drive = await times.findDrive(from, to);
    if (!drive) throw new DomainError('NOT_FOUND', { what: 'route' });
    const { seconds, metres, line } = drive;
    return { seconds, metres, source: 'roads', line, instructions: instructionsOf(roads.graph, junctions, drive) };
  }

  /** A vector tile of the base map, gzipped; empty where there is nothing to draw. */
  tile(z: number, x: number, y: number): Promise<Buffer> {
    return this.getServed().map.tile(z, x, y);
  }

  /** Makes the tiles that are not on disk yet, beside the work; ends when another version is served, or at the stop. */
  makeMapAhead(): Promise<void> {
    const { map, region } = this.getServed();
    const isWanted = () => this.served?.map === map;
    this.making = map.makeAhead(region.bounds, pause, isWanted).then(() => undefined);
    return this.making;
  }

  /** Serves nothing from now on. */
  async stop(): Promise<void> {
    const before = this.served;
    this.served = null;
    await this.making;
    await before?.roads.close();
  }

  private openMap({ region, tiles }: LoadedRegion): TileFiles {
    return new TileFiles(this.tileFolder, mapVersionOf(region), tiles, (failure) => this.report('tiles', failure));
  }

  private getServed(): Served {
    if (!this.served) throw new DomainError('ROADS_NOT_LOADED');
    return this.served;
  }
}

const mapVersionOf = ({ version, importedAt }: StoredRegion): string =>
  `${version}-${importedAt.getTime().toString(36)}`;
