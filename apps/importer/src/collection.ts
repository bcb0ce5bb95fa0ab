import type { LngLat } from '#contracts';
import { findLandmark, type Landmark } from './landmark.js';
import { findMapKind, type MapKind } from './map-kind.js';
import { nameOf } from './names.js';
import type { OsmElement, OsmNode, OsmRelation, OsmWay, Tags } from './osm.js';
import { findRoad, type RoadFacts } from './road-way.js';

/** Something with a shape made of ways: one closed or open way, or the rings of a multipolygon. */
export interface Shape {
  readonly name: string | null;
  readonly mapKind: MapKind | null;
  readonly landmark: Landmark | null;
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
export interface Spot {
  readonly position: LngLat;
  readonly name: string | null;
  readonly mapKind: MapKind | null;
  readonly landmark: Landmark | null;
}

/**
 * What two readings of a file leave in memory: first the ways and relations that matter, then the positions of just
 * the nodes they use. Nodes come first in the file, so one reading would have to keep all of them.
 */
export class OsmCollection {
  readonly roads: Road[] = [];
  readonly spots: Spot[] = [];
  /** Positions of the nodes in use; null until the second reading has met the node. */
  private readonly positions = new Map<number, LngLat | null>();
  private readonly shapes: Shape[] = [];
  private readonly relations: { relation: OsmRelation; mapKind: MapKind | null; landmark: Landmark | null }[] = [];
  /** Refs of the ways that a multipolygon may be made of. */
  private readonly lines = new Map<number, readonly number[]>();

  addWaysAndRelations(elements: readonly OsmElement[]): void {
    for (const element of elements) {
      if (element.type === 'way') this.addWay(element);
      else if (element.type === 'relation') this.addRelation(element);
    }
  }

  private addWay({ id, refs, tags = {} }: OsmWay): void {
    const facts = findRoad(tags);
    if (facts) {
      this.roads.push({ id, facts, refs: facts.reversed ? [...refs].reverse() : refs });
      return;
    }
    const { mapKind, landmark } = meaningOf(tags);
    if (mapKind || landmark) this.shapes.push({ name: nameOf(tags), mapKind, landmark, outer: [refs], inner: [] });
    if (!tags['building']) this.lines.set(id, refs);
  }

  private addRelation(relation: OsmRelation): void {
    const { tags = {} } = relation;
    if (tags['type'] !== 'multipolygon') return;
    const { mapKind, landmark } = meaningOf(tags);
    if (mapKind || landmark) this.relations.push({ relation, mapKind, landmark });
  }

  /** Between the two readings: put multipolygons together and note which nodes are needed. */
  settle(): void {
    for (const { relation, mapKind, landmark } of this.relations) {
      const linesOf = (role: (role: string) => boolean) =>
        relation.members
          .filter((member) => member.type === 'way' && role(member.role))
          .flatMap((member) => (this.lines.has(member.ref) ? [this.lines.get(member.ref)!] : []));
      const outer = linesOf((role) => role !== 'inner');
      const inner = linesOf((role) => role === 'inner');
      this.shapes.push({ name: nameOf(relation.tags ?? {}), mapKind, landmark, outer, inner });
    }
    this.lines.clear();
    for (const { refs } of this.roads) for (const ref of refs) this.positions.set(ref, null);
    for (const { outer, inner } of this.shapes) {
      for (const line of [...outer, ...inner]) for (const ref of line) this.positions.set(ref, null);
    }
  }

  addNodes(elements: readonly OsmElement[]): void {
    for (const element of elements) if (element.type === 'node') this.addNode(element);
  }

  private addNode({ id, lon, lat, tags }: OsmNode): void {
    const position: LngLat = [lon, lat];
    if (this.positions.has(id)) this.positions.set(id, position);
    if (!tags) return;
    const { mapKind, landmark } = meaningOf(tags);
    const name = nameOf(tags);
    if (landmark || (mapKind?.shape === 'point' && name)) this.spots.push({ position, name, mapKind, landmark });
  }

  listShapes(): readonly Shape[] {
    return this.shapes;
  }

  /** Null when the file was cut so that the node is missing. */
  findPosition(ref: number): LngLat | null {
    return this.positions.get(ref) ?? null;
  }
}

const meaningOf = (tags: Tags) => ({ mapKind: findMapKind(tags), landmark: findLandmark(tags) });
