import type { LngLat } from '#contracts';
import { NamedPlaceKind } from '#contracts';
import type { Imported } from './import-file.js';
import { listLeftOut } from './left-out.js';
import { listSuspiciousOneWays, type SuspiciousOneWay } from './suspicious.js';

/** How many places to look at are named of each kind; the rest is counted. */
const MOST_NAMED = 5;
const LABEL_WIDTH = 40;
const LANDMARKS = NamedPlaceKind.exclude(['street', 'house', 'junction', 'bridge']).options;

const WHY: Readonly<Record<SuspiciousOneWay['why'], string>> = {
  'dead end': 'vào hoặc từ ngõ cụt / into or out of a dead end',
  'no way back': 'không có đường về / no way back',
};

/** What it cost. */
export interface Effort {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** What came in, what was left out and why, and what deserves a look at the map: for the person who imported it. */
export function printReport(output: Pick<NodeJS.WritableStream, 'write'>, imported: Imported, effort: Effort): void {
  const lines = [...whatCame(imported), ...whatWasLeftOut(imported), ...effortLines(effort)];
  for (const [label, value] of lines) output.write(`${label.padEnd(LABEL_WIDTH)} ${value}\n`);
}

type Line = readonly [label: string, value: string];

function whatCame({ version, region, network }: Imported): Line[] {
  const { report, bounds } = network;
  const count = (...kinds: readonly NamedPlaceKind[]) =>
    region.places.filter(({ kind }) => kinds.includes(kind)).length;
  const motorbikeOnly = network.edges.filter(({ admits }) => !admits.car && admits.motorbike).length;
  return [
    ['Vùng / region', `${region.name} (v${version})`],
    ['Khung / bounds', bounds.map((degrees) => degrees.toFixed(4)).join(', ')],
    ['Đường / roads', `${report.edges} edges, ${report.vertices} junctions, ${km(report.lengthMetres)}`],
    ['Một chiều / one-way', `${report.oneWayEdges} edges`],
    ['Chỉ xe máy / motorbikes only', `${motorbikeOnly} edges`],
    ['Cấm rẽ, rào chắn / turns, barriers', `${network.turns.length}, ${network.barriers.length}`],
    ['Phố, giao lộ, cầu / streets, junctions', `${count('street')}, ${count('junction')}, ${count('bridge')}`],
    ['Số nhà, địa danh / houses, landmarks', `${count('house')}, ${count(...LANDMARKS)}`],
    ['Phường xã / wards', `${region.wards.length}`],
    ['Đơn vị cũ / former units', `${region.formerUnits.length}`],
    ['Hình bản đồ / map features', `${region.features.length}`],
    ['Nguồn / attribution', region.attribution],
  ];
}

function whatWasLeftOut({ region, network }: Imported): Line[] {
  const { dropped } = network.report;
  const { viaWay, conditional, unresolved } = region.turnCounts;
  const pieces = listLeftOut(region, network);
  const [islands, traps] = [pieces.filter((piece) => !piece.oneWayOnly), pieces.filter((piece) => piece.oneWayOnly)];
  const oneWays = listSuspiciousOneWays(region);
  const named = (of: readonly { name: string | null; metres: number; at: LngLat }[]): Line[] =>
    of.slice(0, MOST_NAMED).map(({ name, metres, at }) => ['', `${pin(at)}  ${km(metres)}  ${name ?? '–'}`]);
  return [
    ['Bỏ / left out', `${dropped.islandEdges} edges, ${km(dropped.islandMetres)}`],
    ['  đảo / islands', `${islands.length}`],
    ...named(islands),
    ['  chỉ vào hoặc chỉ ra được / one way only', `${traps.length}`],
    ...named(traps),
    ['  đường rỗng / empty ways', `${dropped.emptyWays}`],
    [
      '  cấm rẽ / turn restrictions',
      `${viaWay} qua đường khác / via a way, ${conditional} theo giờ / conditional, ${unresolved} không khớp / unresolved`,
    ],
    ['Một chiều đáng ngờ / suspicious one-ways', `${oneWays.length}`],
    ...named(oneWays.map((oneWay) => ({ ...oneWay, name: `${oneWay.name ?? '–'} (${WHY[oneWay.why]})` }))),
  ];
}

const effortLines = ({ seconds, peakMegabytes }: Effort): Line[] => [
  ['Thời gian, bộ nhớ / time, peak memory', `${Math.round(seconds)} s, ${Math.round(peakMegabytes)} MB`],
];

const km = (metres: number): string => `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`;
/** As map pages take it: latitude first. */
const pin = ([lng, lat]: LngLat): string => `${lat.toFixed(5)},${lng.toFixed(5)}`;
