import type { LngLat } from '#contracts';
import { OPEN_TO_ALL, type RoadWay } from '#region';
import { arrange } from './arrangement.js';
import { makeStronglyConnected } from './connectivity.js';
import { toLngLat, type XY } from './plane.js';
import type { Random } from '#chance';
import { localStrokes, mainRoadStrokes } from './streets.js';

export interface Roads {
  readonly nodes: readonly LngLat[];
  /** The same nodes in the plane, metres. */
  readonly points: readonly XY[];
  readonly ways: readonly RoadWay[];
}

export function drawRoads(random: Random): Roads {
  const { nodes, ways } = arrange([...mainRoadStrokes(), ...localStrokes(random)]);
  const open = makeStronglyConnected(ways, nodes.length);

  const renumbered = new Map<number, number>();
  const points: XY[] = [];
  const numberOf = (node: number): number => {
    const known = renumbered.get(node);
    if (known !== undefined) return known;
    renumbered.set(node, points.length);
    return points.push(nodes[node] as XY) - 1;
  };
  const roadWays = open.map(({ stroke, bridge, oneWay, nodes: along }, i): RoadWay => ({
    wayId: i + 1,
    roadClass: stroke.roadClass,
    link: false,
    name: stroke.name,
    ref: stroke.ref,
    direction: oneWay ? 'forward' : 'both',
    roundabout: false,
    bridge,
    maxSpeedKmh: null,
    widthMetres: null,
    admits: OPEN_TO_ALL,
    nodes: along.map(numberOf),
  }));
  return { nodes: points.map(toLngLat), points, ways: roadWays };
}
