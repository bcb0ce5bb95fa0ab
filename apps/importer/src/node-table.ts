import type { LngLat } from '#contracts';
import { DEGREE } from './osm.js';

const FIRST_SLOTS = 1 << 12;
/** Fuller than this, a search has to look at too many slots. */
const FULL = 0.6;
const NOWHERE = 0x7fffffff;
// Multiplicative hashing (Knuth): 2^32 divided by the golden ratio.
const SPREAD = 0x9e3779b1;
const TWO_32 = 2 ** 32;
// Looked up once: under a test runner the global Math is a slow proxy.
const { imul, floor } = Math;

/**
 * Positions by node id in flat arrays, 16 bytes a slot: a Map of pairs takes ten times as much, and the map of a country
 * has tens of millions of nodes. Positions are in ten-millionths of a degree.
 */
export class NodeTable {
  private ids = new Float64Array(FIRST_SLOTS).fill(NaN);
  private lng = new Int32Array(FIRST_SLOTS).fill(NOWHERE);
  private lat = new Int32Array(FIRST_SLOTS);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Notes a node whose position is still to come. */
  need(id: number): void {
    this.slotFor(id);
  }

  set(id: number, lng: number, lat: number): void {
    const slot = this.slotFor(id);
    this.lng[slot] = lng;
    this.lat[slot] = lat;
  }

  /** Sets the position of a node that is needed; any other is passed over. */
  setIfNeeded(id: number, lng: number, lat: number): void {
    const slot = this.slotOf(id);
    if (Number.isNaN(this.ids[slot])) return;
    this.lng[slot] = lng;
    this.lat[slot] = lat;
  }

  has(id: number): boolean {
    return !Number.isNaN(this.ids[this.slotOf(id)]);
  }

  /** Null for a node that is not in the file, or was never asked for. */
  find(id: number): LngLat | null {
    const slot = this.slotOf(id);
    if (Number.isNaN(this.ids[slot]) || this.lng[slot] === NOWHERE) return null;
    return [this.lng[slot]! / DEGREE, this.lat[slot]! / DEGREE];
  }

  private slotFor(id: number): number {
    const slot = this.slotOf(id);
    if (!Number.isNaN(this.ids[slot])) return slot;
    if (this.count >= this.ids.length * FULL) {
      this.grow();
      return this.slotFor(id);
    }
    this.ids[slot] = id;
    this.count++;
    return slot;
  }

  /** The slot of the node, or the free one where it would go. */
  private slotOf(id: number): number {
    const { ids } = this;
    const mask = ids.length - 1;
    let slot = (imul((id % TWO_32) ^ floor(id / TWO_32), SPREAD) >>> 7) & mask;
    while (ids[slot] !== id && !Number.isNaN(ids[slot])) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { ids, lng, lat } = this;
    this.ids = new Float64Array(ids.length * 2).fill(NaN);
    this.lng = new Int32Array(ids.length * 2).fill(NOWHERE);
    this.lat = new Int32Array(ids.length * 2);
    ids.forEach((id, i) => {
      if (Number.isNaN(id)) return;
      const slot = this.slotOf(id);
      this.ids[slot] = id;
      this.lng[slot] = lng[i]!;
      this.lat[slot] = lat[i]!;
    });
  }
}
