import { DomainError, type LngLat, type PlaceAt, type PlaceSuggestion, type Route } from '#contracts';
import { isInside } from '#geo';
import type { WardFinder } from '#incidents';
import type { Clock } from '#journal';
import type { Query, StoredRegion } from '#region';
import type { TravelAnswer, TravelOrigin, TravelTimes } from '#roads';
import { findVersion, loadRegion, type LoadedRegion } from './load-region.js';
import { travelSources, type TravelSettings } from './travel-sources.js';

interface Served extends LoadedRegion {
  readonly times: TravelTimes;
}

const ON_ROAD_METRES = 100;
const MOST_SUGGESTIONS = 8;

/**
 * The region being served: roads for travel times, places for words, tiles for the map. All of it was read from the
 * database in one go, and a new import replaces it as a whole.
 */
export class ServedRegion implements TravelTimes, WardFinder {
  readonly source = 'roads';
  private served: Served | null = null;

  constructor(
    private readonly query: Query,
    private readonly clock: Clock,
    private readonly settings: TravelSettings,
    private readonly report: (source: string, failure: unknown) => void,
  ) {}

  get region(): StoredRegion | null {
    return this.served?.region ?? null;
  }

  /** What map addresses are keyed by; `0` while there is no region. */
  get mapVersion(): string {
    return String(this.region?.version ?? 0);
  }

  /** Reads the region that is in the database; false when there is none. */
  async load(): Promise<boolean> {
    const { query, clock, settings, report } = this;
    const loaded = await loadRegion(query, () => clock.now());
    if (!loaded) return false;
    this.served = { ...loaded, times: travelSources({ roads: loaded.roads, query, clock, settings, report }) };
    return true;
  }

  /** Takes up another version than the one that is served; until it is ready the old one answers. */
  async refresh(): Promise<boolean> {
    const version = await findVersion(this.query);
    if (version === null || version === this.served?.region.version) return false;
    return this.load();
  }

  toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    return this.getServed().times.toPlace(origins, place);
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

  searchPlaces(text: string, near: LngLat | null): PlaceSuggestion[] {
    return this.getServed().places.search(text, { near: near ?? undefined, limit: MOST_SUGGESTIONS });
  }

  describe(position: LngLat): PlaceAt {
    const { places, roads } = this.getServed();
    const { words, ward } = places.reverse(position);
    return { words, ward, onRoad: roads.index.findNearest(position, { limitMetres: ON_ROAD_METRES }) !== null };
  }

  /** @throws PLACE_OFF_ROADS when an end is near no road, NOT_FOUND when no road joins them */
  async route(from: LngLat, to: LngLat): Promise<Route> {
    const drive = await this.getServed().roads.findDrive({ at: from }, to);
    if (!drive) throw new DomainError('NOT_FOUND', { what: 'route' });
    return { seconds: drive.seconds, metres: drive.metres, source: 'roads', line: drive.line };
  }

  /** A vector tile of the base map, uncompressed. */
  tile(z: number, x: number, y: number): Uint8Array {
    return this.getServed().tiles.tile(z, x, y);
  }

  private getServed(): Served {
    if (!this.served) throw new DomainError('ROADS_NOT_LOADED');
    return this.served;
  }
}
