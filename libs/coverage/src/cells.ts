import type { CoverageCell, LngLat } from '#contracts';
import { NO_WAY } from '#roads';

/** Side of a square, degrees: about 1.1 km, so that scattered villages make one picture. */
export const CELL_DEGREES = 0.01;

/**
 * Squares in which there are junctions, each with the minutes within which half of its junctions are reached; null
 * where nobody can come.
 * @param positions of the junctions, @param soonestMs for each of them
 */
export function coverageCells(positions: readonly LngLat[], soonestMs: Int32Array): CoverageCell[] {
  const squares = new Map<string, { west: number; south: number; ms: number[] }>();
  positions.forEach(([lng, lat], junction) => {
    const [column, row] = [Math.floor(lng / CELL_DEGREES), Math.floor(lat / CELL_DEGREES)];
    const key = `${column} ${row}`;
    const square = squares.get(key) ?? { west: column * CELL_DEGREES, south: row * CELL_DEGREES, ms: [] };
    square.ms.push(soonestMs[junction]!);
    squares.set(key, square);
  });
  return [...squares.values()].map(({ west, south, ms }) => {
    const middle = ms.sort((a, b) => a - b)[Math.floor((ms.length - 1) / 2)]!;
    return [rounded(west), rounded(south), middle >= NO_WAY ? null : Math.round(middle / 6_000) / 10];
  });
}

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
