/** Where a longitude lies in the grid of a zoom, in tiles from the left (Web Mercator). */
export const columnOf = (lng: number, z: number): number => ((lng + 180) / 360) * 2 ** z;

/** Where a latitude lies in it, in tiles from the top. */
export function rowOf(lat: number, z: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z;
}
