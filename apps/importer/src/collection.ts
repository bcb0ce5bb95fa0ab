import type { LngLat } from '#contracts';
import type { BarrierKind } from '#region';
import { findBarrier } from './barrier.js';
import type { ClipArea } from './clip-area.js';
import { findFormerUnit, type FoundUnit } from './former-unit.js';
import { findHouse, type House } from './house.js';
import { isInterpolation } from './interpolation.js';
import { findLandmark, type Landmark } from './landmark.js';
import { findMapKind, type MapKind } from './map-kind.js';
import { nameOf } from './names.js';
import { NodeTable } from './node-table.js';
import {
  DEGREE,
  type NodeColumns,
  type OsmBatch,
  type OsmNode,
  type OsmRelation,
  type OsmWay,
  type Tags,
} from './osm.js';
import { findRoad, type RoadFacts } from './road-way.js';
import { readRestriction, type Restriction, type TurnCounts } from './turn-restriction.js';

interface Meaning {
  readonly name: string | null;
  readonly mapKind: MapKind | null;
  readonly landmark: Landmark | null;
}

/** Something with a shape made of ways: one closed or open way, or the rings of a multipolygon. */
export interface Shape extends Meaning {
  readonly unit: FoundUnit | null;
  readonly outer: readonly (readonly number[])[];
  readonly inner: readonly (readonly number[])[];
}

export interface Road {
  readonly id: number;
  readonly facts: RoadFacts;
  /** In the direction of travel. */
  readonly refs: readonly number[];
}

/** A node that means something by itself. */
export interface Spot extends Meaning {
  readonly position: LngLat;
}

/** A house: at a node, or between two corners of a building. */
export interface HouseAt extends House {
  readonly corners: readonly number[];
}

/** A line along which house numbers run from door to door. */
export interface NumberLine {
  /** odd, even or all. */
  readonly kind: string;
  readonly refs: readonly number[];
}

interface Composite extends Meaning {
  readonly unit: FoundUnit | null;
  readonly members: OsmRelation['members'];
}

/**
 * What the readings of a file leave in memory: the ways and relations that matter, and the positions of just the nodes
 * they use. With an area, only what touches it: its nodes are known before the first way comes, because nodes come
 * first in a file.
 */
export class OsmCollection {
  readonly roads: Road[] = [];
  readonly spots: Spot[] = [];
  readonly houses: HouseAt[] = [];
  readonly numberLines: NumberLine[] = [];
  readonly shapes: Shape[] = [];
  readonly restrictions: Restriction[] = [];
  readonly barriers = new Map<number, BarrierKind>();
  readonly turnCounts: TurnCounts = { kept: 0, viaWay: 0, conditional: 0, unresolved: 0 };
  private readonly composites: Composite[] = [];
  /** Refs of the ways that a multipolygon may be made of. */
  private readonly lines = new Map<number, readonly number[]>();
  private missing = new Set<number>();

  constructor(
    private readonly area: ClipArea | null,
    private readonly nodes = new NodeTable(),
  ) {}

  /** Keeps what nodes have told and nothing else. */
  withoutWays(): OsmCollection {
    const again = new OsmCollection(this.area, this.nodes);
    again.spots.push(...this.spots);
    again.houses.push(...this.houses.filter(({ corners }) => corners.length === 1));
    for (const [ref, kind] of this.barriers) again.barriers.set(ref, kind);
    return again;
  }

  /** First reading with an area: the nodes that lie in it. */
  addNodesInside({ nodes, tagged }: OsmBatch): void {
    if (!this.area) return;
    for (const columns of nodes) this.addInside(columns, this.area);
    for (const node of tagged) if (this.nodes.has(node.id)) this.addSpot(node);
  }

  private addInside({ ids, lng, lat }: NodeColumns, { bounds, contains }: ClipArea): void {
    const [west, south, east, north] = bounds.map((degrees) => degrees * DEGREE) as [number, number, number, number];
    for (let i = 0; i < ids.length; i++) {
      const [x, y] = [lng[i]!, lat[i]!];
      if (x < west || x > east || y < south || y > north) continue;
      if (contains([x / DEGREE, y / DEGREE])) this.nodes.set(ids[i]!, x, y);
    }
  }

  addWaysAndRelations({ ways, relations }: OsmBatch): void {
    for (const way of ways) if (this.touches(way.refs)) this.addWay(way);
    for (const relation of relations) this.addRelation(relation);
  }

  private touches(refs: readonly number[]): boolean {
    return !this.area || refs.some((ref) => this.nodes.has(ref));
  }

  private addWay({ id, refs, tags = {} }: OsmWay): void {
    const facts = findRoad(tags);
    if (facts) {
      this.roads.push({ id, facts, refs: facts.reversed ? [...refs].reverse() : refs });
      return;
    }
    const meaning = meaningOf(tags);
    if (meaning) this.shapes.push({ ...meaning, unit: null, outer: [refs], inner: [] });
    const house = findHouse(tags);
    if (house) this.houses.push({ ...house, corners: [refs[0]!, refs[refs.length >> 1]!] });
    const kind = tags['addr:interpolation'];
    if (isInterpolation(kind)) this.numberLines.push({ kind: kind!, refs });
    if (!tags['building']) this.lines.set(id, refs);
  }

  private addRelation(relation: OsmRelation): void {
    const { tags = {}, members } = relation;
    const restriction = readRestriction(relation);
    if (typeof restriction === 'string') this.turnCounts[restriction]++;
    else if (restriction) this.restrictions.push(restriction);
    if (tags['type'] !== 'multipolygon' && tags['type'] !== 'boundary') return;
    const meaning = tags['type'] === 'multipolygon' ? meaningOf(tags) : null;
    const unit = findFormerUnit(tags);
    if (meaning || unit) this.composites.push({ ...(meaning ?? { ...NO_MEANING, name: nameOf(tags) }), unit, members });
  }

  /** After the ways: which multipolygons are here, and whether some of their ways are still to be read. */
  findMissingLines(): boolean {
    // Borders often run along a road.
    const wanted = new Set(this.composites.flatMap(({ members }) => members.map(({ ref }) => ref)));
    for (const { id, refs } of this.roads) if (wanted.has(id)) this.lines.set(id, refs);
    const here = this.composites.filter(({ members }) => members.some(({ ref }) => this.lines.has(ref)));
    this.composites.splice(0, this.composites.length, ...here);
    for (const { members } of here) {
      for (const { type, ref } of members) if (type === 'way' && !this.lines.has(ref)) this.missing.add(ref);
    }
    return this.missing.size > 0;
  }

  addMissingLines({ ways }: OsmBatch): void {
    for (const { id, refs } of ways) if (this.missing.has(id)) this.lines.set(id, refs);
  }

  /** Puts multipolygons together and notes which nodes are needed; false when all of them are known already. */
  settle(): boolean {
    for (const { members, ...meaning } of this.composites) {
      const linesOf = (isWanted: (role: string) => boolean) =>
        members
          .filter(({ type, role }) => type === 'way' && isWanted(role))
          .flatMap(({ ref }) => (this.lines.has(ref) ? [this.lines.get(ref)!] : []));
      const outer = linesOf((role) => role !== 'inner');
      this.shapes.push({ ...meaning, outer, inner: linesOf((role) => role === 'inner') });
    }
    this.lines.clear();
    this.missing = new Set();
    const known = this.nodes.size;
    const need = (refs: readonly number[]) => refs.forEach((ref) => this.nodes.need(ref));
    for (const { outer, inner } of this.shapes) [...outer, ...inner].forEach(need);
    for (const { corners } of this.houses) need(corners);
    for (const { refs } of this.numberLines) need(refs);
    // Outside the area a road is cut off.
    if (!this.area) for (const { refs } of this.roads) need(refs);
    return this.nodes.size > known;
  }

  /** Last reading: the positions that are needed, and, without an area, what nodes mean by themselves. */
  addPositions({ nodes, tagged }: OsmBatch): void {
    for (const { ids, lng, lat } of nodes) {
      for (let i = 0; i < ids.length; i++) this.nodes.setIfNeeded(ids[i]!, lng[i]!, lat[i]!);
    }
    if (!this.area) for (const node of tagged) this.addSpot(node);
  }

  private addSpot({ id, lng, lat, tags }: OsmNode): void {
    const meaning = meaningOf(tags);
    const named = meaning?.landmark || (meaning?.mapKind?.shape === 'point' && meaning.name);
    if (meaning && named) this.spots.push({ position: [lng / DEGREE, lat / DEGREE], ...meaning });
    const house = findHouse(tags);
    if (house) {
      this.nodes.set(id, lng, lat);
      this.houses.push({ ...house, corners: [id] });
    }
    const barrier = findBarrier(tags);
    if (barrier) this.barriers.set(id, barrier);
  }

  /** Null when the file was cut so that the node is missing. */
  findPosition(ref: number): LngLat | null {
    return this.nodes.find(ref);
  }
}

const NO_MEANING: Meaning = { name: null, mapKind: null, landmark: null };

function meaningOf(tags: Tags): Meaning | null {
  const [mapKind, landmark] = [findMapKind(tags), findLandmark(tags)];
  return mapKind || landmark ? { name: nameOf(tags), mapKind, landmark } : null;
}
