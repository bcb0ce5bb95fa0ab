import type { RegionData } from '#region';
import { demonstrationDirectory } from './directory.js';
import { mapFeatures, wardAreas } from './features.js';
import { formerUnits } from './former-units.js';
import { namedPlaces } from './places.js';
import { Random } from '#chance';
import { drawRoads } from './roads.js';
import { Roadside } from './roadside.js';

/**
 * A plausible Bình Dương made from nothing but a seed: main roads, rivers and ward centres typed by hand, everything
 * else drawn. For training, tests and a first start without map data; the same seed gives the same region.
 */
export function demonstrationRegion(seed = 115): RegionData {
  const random = new Random(seed);
  const roads = drawRoads(random);
  const roadside = new Roadside(roads.points);
  const directory = demonstrationDirectory(roadside);
  const wards = wardAreas();
  return {
    name: 'Khu vực Bình Dương (mô phỏng)',
    demonstration: true,
    attribution: 'Dữ liệu mô phỏng, không dùng để dẫn đường',
    nodes: roads.nodes,
    ways: roads.ways,
    turns: [],
    barriers: [],
    features: mapFeatures(directory, random),
    places: namedPlaces(roads, roadside, directory, random),
    wards,
    formerUnits: formerUnits(wards),
    directory,
  };
}
