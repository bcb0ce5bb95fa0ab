import Flatbush from 'flatbush';
import type { LngLat } from '#contracts';
import { boundsOf, distanceMetres, isInside, nearestOnLine } from '#geo';
import type { NamedPlace, WardArea } from '#region';

/** A stretch of a road with a name; an edge of the network will do. */
export interface NamedRoad {
  readonly name: string | null;
  readonly ref: string | null;
  readonly line: readonly LngLat[];
}

/** What to call a point on the map. */
export interface PinWords {
  /** e.g. `Phú Lợi, cách Chợ Đình 120 m`. */
  readonly words: string;
  readonly street: string | null;
  readonly landmark: { readonly name: string; readonly distanceMetres: number } | null;
  readonly ward: string | null;
}

const STREET_LIMIT_METRES = 300;
const LANDMARK_LIMIT_METRES = 1500;
const METRES_PER_DEGREE = 111_195;
/** Flatbush measures degrees: look at more than one candidate, since a degree east is shorter than one north. */
const CANDIDATES = 12;

/** Finds the nearest street and landmark of a pin, and its ward. */
export class Surroundings {
  private readonly streets: Flatbush | null;
  private readonly points: Flatbush | null;
  private readonly named: readonly NamedRoad[];
  private readonly wardBoxes: Flatbush | null;

  constructor(
    private readonly landmarks: readonly NamedPlace[],
    roads: readonly NamedRoad[],
    private readonly wards: readonly WardArea[],
  ) {
    this.named = roads.filter((road) => road.name ?? road.ref);
    this.streets = this.named.length > 0 ? new Flatbush(this.named.length) : null;
    for (const { line } of this.named) this.streets?.add(...boundsOf(line));
    this.streets?.finish();
    this.points = landmarks.length > 0 ? new Flatbush(landmarks.length) : null;
    for (const { position } of landmarks) this.points?.add(position[0], position[1]);
    this.points?.finish();
    this.wardBoxes = wards.length > 0 ? new Flatbush(wards.length) : null;
    for (const { geometry } of wards) this.wardBoxes?.add(...boundsOf(cornersOf(geometry)));
    this.wardBoxes?.finish();
  }

  /** The ward's full name, or null outside all of them. */
  wardAt(at: LngLat): string | null {
    const near = this.wardBoxes?.search(at[0], at[1], at[0], at[1]) ?? [];
    const found = near.map((i) => this.wards[i]).find((ward) => ward && isInside(ward.geometry, at));
    return found?.fullName ?? null;
  }

  describe(at: LngLat): PinWords {
    const street = this.streetAt(at);
    const landmark = this.landmarkAt(at);
    const near = landmark && `cách ${landmark.name} ${spoken(landmark.distanceMetres)}`;
    const ward = this.wardAt(at);
    return { words: [street, near].filter(Boolean).join(', ') || (ward ?? ''), street, landmark, ward };
  }

  private streetAt(at: LngLat): string | null {
    const limit = STREET_LIMIT_METRES / METRES_PER_DEGREE;
    const near = (this.streets?.neighbors(at[0], at[1], CANDIDATES, limit * 1.1) ?? []).map((i) => {
      const road = this.named[i] as NamedRoad;
      return { road, metres: nearestOnLine(road.line, at).distanceMetres };
    });
    const nearest = near.reduce((best, road) => (road.metres < best.metres ? road : best), {
      road: null,
      metres: STREET_LIMIT_METRES,
    } as {
      road: NamedRoad | null;
      metres: number;
    });
    return nearest.road?.name ?? nearest.road?.ref ?? null;
  }

  private landmarkAt(at: LngLat): PinWords['landmark'] {
    const limit = LANDMARK_LIMIT_METRES / METRES_PER_DEGREE;
    const near = (this.points?.neighbors(at[0], at[1], CANDIDATES, limit * 1.1) ?? [])
      .map((i) => this.landmarks[i] as NamedPlace)
      .map(({ name, position }) => ({ name, distanceMetres: distanceMetres(position, at) }))
      .toSorted((a, b) => a.distanceMetres - b.distanceMetres)[0];
    return near && near.distanceMetres <= LANDMARK_LIMIT_METRES ? near : null;
  }
}

/** 120 m, 1,3 km: as people say it. */
function spoken(metres: number): string {
  if (metres < 1000) return `${Math.round(metres / 10) * 10}\u00a0m`;
  return `${(metres / 1000).toFixed(1).replace('.', ',')}\u00a0km`;
}

/** Every corner of an area, holes included. */
export function cornersOf(geometry: WardArea['geometry']): LngLat[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.flat().map(([lng = 0, lat = 0]): LngLat => [lng, lat]);
}
