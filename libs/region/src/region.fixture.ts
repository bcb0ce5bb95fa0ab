import type { LngLat } from '#contracts';
import type { RoadEdge, RoadNetwork } from './network.js';
import type { RegionData } from './region.js';

const square = (lng: number): LngLat[] => [
  [lng, 10],
  [lng + 1, 10],
  [lng + 1, 11],
  [lng, 11],
  [lng, 10],
];

/** A little of everything that a region holds. */
export const REGION: RegionData = {
  name: 'Vùng thử',
  demonstration: true,
  attribution: 'nobody',
  nodes: [],
  ways: [],
  turns: [],
  barriers: [],
  features: [
    {
      layer: 'water',
      kind: 'river',
      name: 'Sông Bé',
      rank: 1,
      geometry: {
        type: 'LineString',
        coordinates: [
          [106, 10],
          [107, 11],
        ],
      },
    },
    {
      layer: 'place',
      kind: 'town',
      name: 'Thủ Dầu Một',
      rank: 2,
      geometry: { type: 'Point', coordinates: [106.5, 10.5] },
    },
  ],
  places: [
    { kind: 'street', name: "Đường 'Yersin'", aliases: ['QL1', 'a "b", {c}'], position: [106.25, 10.5], street: null },
    { kind: 'house', name: '22/5', aliases: [], position: [110, 10], street: 'Phú Lợi' },
  ],
  wards: [
    {
      code: '00001',
      name: 'Phú Lợi',
      fullName: 'Phường Phú Lợi',
      geometry: { type: 'Polygon', coordinates: [square(106)] },
    },
    {
      code: '00002',
      name: 'Bình Dương',
      fullName: 'Phường Bình Dương',
      geometry: { type: 'MultiPolygon', coordinates: [[square(107)]] },
    },
  ],
  formerUnits: [
    {
      name: 'Thuận An',
      fullName: 'Thành phố Thuận An',
      level: 'district',
      within: null,
      geometry: { type: 'Polygon', coordinates: [square(106)] },
    },
  ],
  directory: null,
};

export const EDGE: RoadEdge = {
  wayId: 6_000_000_000,
  source: 0,
  target: 1,
  forwardSeconds: 0.1 + 0.2,
  backwardSeconds: -1,
  lengthMetres: 12.5,
  roadClass: 'primary',
  link: false,
  roundabout: true,
  bridge: false,
  direction: 'forward',
  maxSpeedKmh: 60,
  widthMetres: null,
  admits: { car: true, motorbike: false, emergency: true },
  name: null,
  ref: 'QL13',
  line: [
    [106.123456789, 10],
    [106.2, 10.1],
    [106.3, 10.2],
  ],
};

export const networkOf = (edges: RoadEdge[]): RoadNetwork => ({
  vertices: [
    [106.123456789, 10],
    [106.3, 10.2],
  ],
  edges,
  turns: [{ fromEdge: 0, viaVertex: 1, toEdge: 0, kind: 'no', motorbikeExempt: true }],
  barriers: [{ vertex: 1, kind: 'gate' }],
  order: Int32Array.of(1, 0),
  bounds: [106.123456789, 10, 106.3, 10.2],
  report: {
    ways: 1,
    vertices: 2,
    edges: edges.length,
    oneWayEdges: 1,
    lengthMetres: 12.5,
    dropped: { emptyWays: 0, islands: 0, islandVertices: 0, islandEdges: 0, islandMetres: 0 },
  },
});
