import type { LngLat, StationId, VehicleId } from '#contracts';
import { areaBounds, isInside, isWithin } from '#geo';
import { Departures, EverywhereSearch, NO_WAY, type RoadsInForce, type TravelOrigin } from '#roads';
import type { MultiPolygon, Polygon } from 'geojson';
import { findGaps, type SampleTimes, type WardSamples } from './gaps.js';

/** So many junctions stand for a ward: its median is within a minute of that of all. */
const SAMPLES_PER_WARD = 40;
/** From the order to the wheels turning, at a post. */
const TURNOUT_SECONDS = 60;

export interface WardShape {
  readonly fullName: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** A free vehicle, where it starts from and where it belongs for now. */
export interface StandingVehicle {
  readonly vehicleId: VehicleId;
  readonly postId: StationId;
  readonly origin: TravelOrigin;
  readonly turnoutSeconds: number;
  readonly movable: boolean;
}

export interface StandbyPost {
  readonly stationId: StationId;
  readonly at: LngLat;
}

/** How soon every ward is reached from where vehicles stand; searches are kept as long as vehicle and roads stay. */
export class WardTimes {
  private readonly departures: Departures;
  private readonly junctions: Int32Array;
  readonly samples: WardSamples;
  private search: EverywhereSearch | null = null;
  private known = new Map<string, SampleTimes>();
  private conditions = '';

  constructor(
    private readonly roads: RoadsInForce,
    wards: readonly WardShape[],
  ) {
    this.departures = new Departures(roads);
    const found = sampleWards(roads.graph.listVertices(), wards);
    this.junctions = found.junctions;
    this.samples = found.samples;
  }

  /** @param conditions names the road conditions in force: what was found under others is forgotten */
  async gaps(
    vehicles: readonly StandingVehicle[],
    posts: readonly StandbyPost[],
    conditions: string,
    pause: () => Promise<void>,
  ) {
    if (conditions !== this.conditions) this.known = new Map();
    this.conditions = conditions;
    const used = new Map<string, SampleTimes>();
    const timesFrom = async (origin: TravelOrigin, turnoutSeconds: number) => {
      const key = `${origin.at.join()} ${origin.headingDegrees ?? ''} ${turnoutSeconds}`;
      const known = used.get(key) ?? this.known.get(key);
      if (!known) await pause();
      const times = known ?? this.timesFrom(origin, turnoutSeconds);
      used.set(key, times);
      return times;
    };
    const standing = [];
    for (const { origin, turnoutSeconds, ...vehicle } of vehicles)
      standing.push({ ...vehicle, times: await timesFrom(origin, turnoutSeconds) });
    const reach = [];
    for (const { stationId, at } of posts) reach.push({ stationId, times: await timesFrom({ at }, TURNOUT_SECONDS) });
    this.known = used;
    await pause();
    return findGaps(this.samples, standing, reach);
  }

  private timesFrom(origin: TravelOrigin, turnoutSeconds: number): SampleTimes {
    const weighed = this.roads.weighed('emergency');
    this.search ??= new EverywhereSearch(weighed.search);
    const departure = this.departures.find(origin);
    if (!departure) return new Int32Array(this.junctions.length).fill(NO_WAY);
    const ms = this.search.soonest(weighed, [{ departure, turnoutMs: turnoutSeconds * 1_000 }]);
    return Int32Array.from(this.junctions, (junction) => ms[junction]!);
  }
}

/** Evenly spread over the junctions of each ward, in their stored order; a ward without roads is left out. */
function sampleWards(positions: readonly LngLat[], wards: readonly WardShape[]) {
  const junctions: number[] = [];
  const wardOf: number[] = [];
  const names: string[] = [];
  for (const { fullName, geometry } of wards) {
    const bounds = areaBounds(geometry);
    const inside = positions.flatMap((at, i) => (isWithin(bounds, at) && isInside(geometry, at) ? [i] : []));
    if (inside.length === 0) continue;
    const step = Math.max(1, inside.length / SAMPLES_PER_WARD);
    for (let i = 0; i < inside.length; i += step) {
      junctions.push(inside[Math.floor(i)]!);
      wardOf.push(names.length);
    }
    names.push(fullName);
  }
  return { junctions: Int32Array.from(junctions), samples: { wards: names, wardOf: Int32Array.from(wardOf) } };
}
