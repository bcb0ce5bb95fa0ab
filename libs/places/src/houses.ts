import { distanceMetres } from '#geo';
import type { EntryTable } from './entries.js';
import { numbersApart, readHouseNumber, type HouseNumber } from './sayings/address.js';
import { keyOf } from './words/tokens.js';

/** A known house for the number that was asked. */
export interface KnownHouse {
  readonly entry: number;
  /** The very number that was asked, not one beside it. */
  readonly exact: boolean;
}

/** Houses farther than this from the street's point belong to another street of that name. */
const SAME_STREET_METRES = 4_000;

/** House numbers, by the street that they stand in. */
export class Houses {
  private readonly byStreet = new Map<string, number[]>();
  private readonly keys = new Map<string, string>();

  constructor(private readonly entries: EntryTable) {}

  add(entry: number, street: string): void {
    const key = this.keys.get(street) ?? this.keys.set(street, keyOf(street)).get(street)!;
    const list = this.byStreet.get(key);
    if (list) list.push(entry);
    else this.byStreet.set(key, [entry]);
  }

  /** The house with this number, else the nearest number known in the same stretch of the street, else null. */
  findNearest(street: number, number: HouseNumber): KnownHouse | null {
    const at = this.entries.positionOf(street);
    let best: { entry: number; apart: number; metres: number } | null = null;
    for (const entry of this.byStreet.get(keyOf(this.entries.nameOf(street))) ?? []) {
      const metres = distanceMetres(at, this.entries.positionOf(entry));
      if (metres > SAME_STREET_METRES) continue;
      const known = readHouseNumber(this.entries.nameOf(entry));
      const apart = known && numbersApart(number, known);
      if (apart === null || (best && (apart > best.apart || (apart === best.apart && metres >= best.metres)))) continue;
      best = { entry, apart, metres };
    }
    return best && { entry: best.entry, exact: best.apart === 0 };
  }
}
