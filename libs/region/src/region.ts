import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { Capability, Equipment, LngLat, NamedPlaceKind, VehicleLevel } from '#contracts';

/**
 * What one import brings, before it is stored: the same shape whether it was read from an OpenStreetMap file or made
 * by the demonstration generator. Positions are `[lng, lat]`; `nodes` of a way are indexes into `RegionData.nodes`.
 */
export interface RegionData {
  readonly name: string;
  /** True for the generated region: screens and answers say so. */
  readonly demonstration: boolean;
  /** Shown on every map, e.g. `© OpenStreetMap contributors`. */
  readonly attribution: string;
  readonly nodes: readonly LngLat[];
  readonly ways: readonly RoadWay[];
  readonly turns: readonly TurnRestriction[];
  readonly barriers: readonly Barrier[];
  readonly features: readonly MapFeature[];
  readonly places: readonly NamedPlace[];
  readonly wards: readonly WardArea[];
  /** The units of before 1 July 2025 that people still name. */
  readonly formerUnits: readonly FormerUnit[];
  /** Owners, hospitals, stations and vehicles; empty when the file has none and the centre enters its own. */
  readonly directory: Directory | null;
}

/** Road classes in falling order of rank; `alley` is a hẻm, `track` is unpaved. */
export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'service',
  'alley',
  'track',
  'ferry',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export interface RoadWay {
  readonly wayId: number;
  readonly roadClass: RoadClass;
  /** `true` for slip roads (motorway_link and the like). */
  readonly link: boolean;
  readonly name: string | null;
  readonly ref: string | null;
  /** Traffic runs both ways, or only in the order of `nodes` (the reader turns `oneway=-1` around). */
  readonly direction: 'both' | 'forward';
  readonly roundabout: boolean;
  readonly bridge: boolean;
  readonly maxSpeedKmh: number | null;
  /** Clear width; decides who fits into an alley. Null when the map does not say. */
  readonly widthMetres: number | null;
  readonly admits: RoadAccess;
  readonly nodes: readonly number[];
}

/** Whom a road lets in by its signs. `emergency` is a vehicle with lights and sirens where signs keep others out. */
export interface RoadAccess {
  readonly car: boolean;
  readonly motorbike: boolean;
  readonly emergency: boolean;
}
export const OPEN_TO_ALL: RoadAccess = { car: true, motorbike: true, emergency: true };

/** A turn at `viaNode` (an index into `RegionData.nodes`): forbidden, or the only one allowed from `fromWay`. */
export interface TurnRestriction {
  readonly fromWay: number;
  readonly viaNode: number;
  readonly toWay: number;
  readonly kind: 'no' | 'only';
  readonly motorbikeExempt: boolean;
}

/** What stands across a road: a gate costs time, a bollard stops everything with four wheels. */
export const BARRIER_KINDS = ['gate', 'toll', 'bollard'] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];
export interface Barrier {
  readonly node: number;
  readonly kind: BarrierKind;
}

export type MapLayer = 'water' | 'green' | 'built' | 'boundary' | 'place' | 'poi';
export interface MapFeature {
  readonly layer: MapLayer;
  /** e.g. river, park, residential, hospital, station, ward, town. */
  readonly kind: string;
  readonly name: string | null;
  /** Smaller is more important: decides from which zoom it is drawn. */
  readonly rank: number;
  readonly geometry: Geometry;
}

export interface NamedPlace {
  readonly kind: NamedPlaceKind;
  /** Of a house: its number, e.g. `22/5`. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: LngLat;
  /** Of a house, and of anything that tells its address. */
  readonly street?: string | null;
}

export interface WardArea {
  /** Five-digit code of the administrative unit since 1 July 2025. */
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** A unit that no longer exists. `within` names the larger old unit, e.g. `Thành phố Thuận An`. */
export interface FormerUnit {
  readonly name: string;
  readonly fullName: string;
  readonly level: 'district' | 'ward';
  readonly within: string | null;
  readonly geometry: Polygon | MultiPolygon;
}

export interface Directory {
  readonly owners: readonly { code: string; name: string }[];
  readonly hospitals: readonly {
    code: string;
    ownerCode: string;
    name: string;
    position: LngLat;
    capabilities: readonly Capability[];
  }[];
  readonly stations: readonly {
    code: string;
    ownerCode: string;
    name: string;
    shortName: string;
    position: LngLat;
    phone: string | null;
  }[];
  readonly vehicles: readonly {
    callSign: string;
    level: VehicleLevel;
    stationCode: string;
    equipment: readonly Equipment[];
  }[];
}
