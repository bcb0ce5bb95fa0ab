import { readFileSync } from 'node:fs';
import type { LngLat } from '#contracts';
import { distanceMetres } from '#geo';
import { fold, type PlaceSearch } from '#places';

/** A line of a test set: what is typed while a caller speaks, and what is meant. */
export interface Query {
  readonly typed: string;
  /** The place's name, or a position. */
  readonly meant: string | LngLat;
  /** Useful is what lies no farther from it. */
  readonly metres: number;
}

/** `query<TAB>expected name or lng,lat<TAB>metres`, a line each. */
export const readQueries = (file: string): Query[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [typed = '', meant = '', metres = ''] = line.split('\t');
      const position = /^(-?[\d.]+),(-?[\d.]+)$/.exec(meant);
      return { typed, meant: position ? [Number(position[1]), Number(position[2])] : meant, metres: Number(metres) };
    });

/** At which place of the list the first useful answer stands, 0 being the first; -1 when there is none. */
export function placeOfUseful(
  gazetteer: PlaceSearch,
  { typed, meant, metres }: Query,
  options: { near: LngLat; positions: ReadonlyMap<string, readonly LngLat[]> },
): number {
  const targets = typeof meant === 'string' ? (options.positions.get(fold(meant)) ?? []) : [meant];
  return gazetteer
    .search(typed, { near: options.near })
    .suggestions.findIndex(
      ({ name, position }) =>
        (typeof meant === 'string' && fold(name) === fold(meant)) ||
        targets.some((target) => distanceMetres(target, position) <= metres),
    );
}

/** Where the places of each folded name lie. */
export function positionsByName(
  places: readonly { readonly name: string; readonly position: LngLat }[],
): Map<string, LngLat[]> {
  const positions = new Map<string, LngLat[]>();
  for (const { name, position } of places) {
    const key = fold(name);
    const known = positions.get(key);
    if (known) known.push(position);
    else positions.set(key, [position]);
  }
  return positions;
}
