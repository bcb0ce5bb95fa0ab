import type { Tags } from './osm.js';

export interface House {
  /** One or more: a building may have several doors. */
  readonly numbers: readonly string[];
  readonly street: string;
}

const MOST_NUMBERS = 6;

/** The address on a door: its number, and the street (or the hamlet that has no streets) it is said with. */
export function findHouse(tags: Tags): House | null {
  const street = (tags['addr:street'] ?? tags['addr:place'])?.trim().normalize('NFC');
  const numbers = (tags['addr:housenumber'] ?? '')
    .split(/[;,]/)
    .map((number) => number.trim().toUpperCase())
    .filter((number) => /\d/.test(number));
  return street && numbers.length > 0 ? { numbers: numbers.slice(0, MOST_NUMBERS), street } : null;
}
