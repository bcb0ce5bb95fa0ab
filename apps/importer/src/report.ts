import type { RegionData, RoadNetwork } from '#region';

interface Imported {
  readonly version: number;
  readonly region: RegionData;
  readonly network: RoadNetwork;
}

/** What came in and what was left out, for the person who imported it. */
export function printReport(output: NodeJS.WritableStream, { version, region, network }: Imported): void {
  const { report, bounds } = network;
  const { dropped } = report;
  const km = (metres: number) => `${Math.round(metres / 1000)} km`;
  const placesOf = (...kinds: string[]) => region.places.filter(({ kind }) => kinds.includes(kind)).length;
  const lines: [string, string][] = [
    ['Vùng / region', `${region.name} (v${version})`],
    ['Khung / bounds', bounds.map((degrees) => degrees.toFixed(4)).join(', ')],
    ['Đường / roads', `${report.edges} edges, ${report.vertices} junctions, ${km(report.lengthMetres)}`],
    ['Một chiều / one-way', `${report.oneWayEdges} edges`],
    ['Bỏ đảo / islands left out', `${dropped.islands}: ${dropped.islandEdges} edges, ${km(dropped.islandMetres)}`],
    ['Đường rỗng / empty ways', `${dropped.emptyWays}`],
    ['Phố, giao lộ / streets, junctions', `${placesOf('street')}, ${placesOf('junction')}`],
    ['Địa danh / landmarks', `${placesOf('landmark', 'hospital', 'station')}`],
    ['Phường xã / wards', `${region.wards.length}`],
    ['Hình bản đồ / map features', `${region.features.length}`],
    ['Nguồn / attribution', region.attribution],
  ];
  for (const [label, value] of lines) output.write(`${label.padEnd(34)} ${value}\n`);
}
