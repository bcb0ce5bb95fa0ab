import {
  DomainError,
  type Coverage,
  type LngLat,
  type ObstructedDirection,
  type ObstructionShape,
  type PlaceAt,
  type PlaceSearchAnswer,
  type PlaceSuggestion,
  type Route,
} from '#contracts';
import { CoverageMap, WardTimes, type ReadyVehicle, type StandbyPost, type StandingVehicle } from '#coverage';
import { isInside } from '#geo';
import type { WardFinder } from '#incidents';
import type { Clock } from '#journal';
import { GooglePlaces } from '#places';
import { CentrePlaces, type Query, type StoredRegion } from '#region';
import {
  instructionsOf,
  soonest,
  type ByProfile,
  type SecondOpinion,
  type TravelAnswer,
  type TravelOrigin,
  type TravelProfile,
  type TravelTimes,
} from '#roads';
import { pause } from '#steps';
import { TileFiles } from '#tiles';
import { coveredArcs, ObstructedTimes, streetsOf, type ObstructedRoads, type TrafficNow } from '#traffic';
import { loadPlaces } from './load-places.js';
import { findVersion, loadRegion, roadLinesOf, type LoadedRegion } from './load-region.js';
import { findSecondOpinion, travelSources, type TravelSettings } from './travel-sources.js';

interface Served extends LoadedRegion {
  readonly cover: CoverageMap;
  /** Made when somebody first asks for it: looking up the ward of every junction takes a moment. */
  wardTimes: WardTimes | null;
  /** Our own roads, live conditions included: asked freely, since nobody is paid for an answer. */
  readonly ownRoads: TravelTimes;
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
const GOOGLE_PLACES_DEADLINE_MS = 1_500;

/**
 * The region being served: roads for travel times, places for words, tiles for the map. All of it was read from the
 * database in one go, and a new import replaces it as a whole.
 */
export class ServedRegion implements TravelTimes, WardFinder, ObstructedRoads {
  readonly source = 'roads';
  private served: Served | null = null;
  private making: Promise<void> = Promise.resolve();
  private readonly opinion: SecondOpinion | null;
  private readonly google: GooglePlaces | null;

  constructor(
    private readonly query: Query,
    private readonly clock: Clock,
    private readonly settings: TravelSettings,
    private readonly traffic: TrafficNow,
    /** Where finished tiles are kept. */
    private readonly tileFolder: string,
    private readonly profiles: Readonly<ByProfile<TravelProfile>>,
    private readonly report: (source: string, failure: unknown) => void,
  ) {
    this.opinion = findSecondOpinion({ clock, settings, report });
    const { GOOGLE_MAPS_KEY: key, GOOGLE_PLACES_URL: url } = settings;
    this.google = key ? new GooglePlaces({ key, url, deadlineMs: GOOGLE_PLACES_DEADLINE_MS }) : null;
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
    const loaded = await loadRegion(query, now, this.profiles);
    if (!loaded) return false;
    if (loaded.roads.orderedAtLoad) report('roads', new Error('The stored order of junctions was of no use'));
    const roads = new ObstructedTimes(loaded.times, loaded.roads, traffic, now);
    try {
      await traffic.serve(loaded.roads);
    } catch (failure) {
      await loaded.roads.close();
      throw failure;
    }
    const before = this.served;
    const map = this.openMap(loaded);
    const cover = new CoverageMap(loaded.roads);
    const sources = travelSources({ roads, query, clock, settings, report });
    this.served = { ...loaded, map, cover, wardTimes: null, ownRoads: roads, sources };
    await before?.roads.close();
    return true;
  }

  /** Takes up another version than the one that is served; until it is ready the old one answers. */
  async refresh(): Promise<boolean> {
    const version = await findVersion(this.query);
    if (version === null) return false;
    if (version !== this.served?.region.version) return this.load();
    await this.refreshPlaces(this.served);
    return false;
  }

  /** The centre's own places change without the roads: only the gazetteer is built anew. */
  private async refreshPlaces(served: Served): Promise<void> {
    if ((await new CentrePlaces(this.query).getVersion()) === served.placesVersion) return;
    const { wards, formerUnits, roads } = served;
    const loaded = await loadPlaces(this.query, { wards, formerUnits, roads: roadLinesOf(roads.graph) });
    if (this.served === served) this.served = { ...served, ...loaded };
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

  formerUnitAt(position: LngLat): string | null {
    const around = (this.served?.formerUnits ?? []).filter((unit) => isInside(unit.geometry, position));
    const ward = around.find(({ level }) => level === 'ward');
    const district = ward?.within ?? around.find(({ level }) => level === 'district')?.fullName;
    return [ward?.fullName, district].filter(Boolean).join(', ') || null;
  }

  searchPlaces(text: string, near: LngLat | null): PlaceSearchAnswer {
    return this.getServed().places.search(text, { near: near ?? undefined, limit: MOST_SUGGESTIONS });
  }

  /**
   * A second opinion on a place; none without a key.
   * @throws SECOND_OPINION_UNAVAILABLE when Google refuses, fails or is late
   */
  async askGoogle(text: string): Promise<PlaceSuggestion[]> {
    const { region, places } = this.getServed();
    if (!this.google || text.trim() === '') return [];
    try {
      return await this.google.search(text, region.bounds, (at) => places.areasAt(at));
    } catch (failure) {
      this.report('google places', failure);
      throw new DomainError('SECOND_OPINION_UNAVAILABLE');
    }
  }

  describe(position: LngLat): PlaceAt {
    const { places, roads } = this.getServed();
    const { words, ward, formerUnit } = places.reverse(position);
    return {
      words,
      ward,
      formerUnit,
      onRoad: roads.index.findNearest(position, { limitMetres: ON_ROAD_METRES }) !== null,
    };
  }

  /** @throws PLACE_OFF_ROADS when an end is near no road, NOT_FOUND when no road joins them */
  async route(from: TravelOrigin, to: LngLat): Promise<Route> {
    const { times, roads, junctions } = this.getServed();
    const drive = await times.findDrive(from, to);
    if (!drive) throw new DomainError('NOT_FOUND', { what: 'route' });
    const { seconds, metres, line } = drive;
    return { seconds, metres, source: 'roads', line, instructions: instructionsOf(roads.graph, junctions, drive) };
  }

  /** How soon the first of these vehicles could be in each square of the region. */
  coverage(ready: readonly ReadyVehicle[]): Coverage {
    return this.getServed().cover.cover(ready, this.clock.now());
  }

  /** Wards that the free vehicles leave too far, and what would help. */
  gaps(vehicles: readonly StandingVehicle[], posts: readonly StandbyPost[]) {
    const served = this.getServed();
    served.wardTimes ??= new WardTimes(served.roads, served.wards);
    const since = this.traffic.conditions?.since;
    return served.wardTimes.gaps(vehicles, posts, since ? since.toISOString() : '', pause);
  }

  /** Travel times by our own roads alone, for what is asked again and again without anybody waiting. */
  readonly ownRoads: TravelTimes = {
    source: 'roads',
    toPlace: (origins, place) => this.getServed().ownRoads.toPlace(origins, place),
  };

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
    // Whoever had it made has heard of its failure; the rest must be closed all the same.
    await this.making.catch(() => undefined);
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
