import type { LngLat } from '#contracts';
import { buildNetwork, instructionsOf, Junctions, RoadGraph, RoadGraphTimes, RoadsInForce } from '#roads';
import { findSharedData } from '../../../test/support/shared-data.js';
import { readOsm } from './read-osm.js';

const FILE = findSharedData('osm/hcm_2018.osm.pbf');
const BEN_THANH: LngLat = [106.698, 10.7725];
const CHO_RAY: LngLat = [106.6595, 10.7577];
/** Either side of the river at Cát Lái, where there is no bridge. */
const CAT_LAI: LngLat = [106.772, 10.765];
const NHON_TRACH: LngLat = [106.796, 10.753];

(FILE ? describe : describe.skip)('instructions on the real roads of Ho Chi Minh City', () => {
  let told: (from: LngLat, to: LngLat) => Promise<string[]>;
  beforeAll(async () => {
    const graph = RoadGraph.of(buildNetwork(await readOsm(FILE!, { name: 'HCM' })));
    const times = new RoadGraphTimes(new RoadsInForce(graph), () => new Date());
    const junctions = new Junctions(graph);
    told = async (from, to) => {
      const drive = await times.findDrive({ at: from }, to);
      return instructionsOf(graph, junctions, drive!).map(({ text }) => text.vi);
    };
  });

  it('lead from Bến Thành round the Cộng Hòa roundabout to Chợ Rẫy', async () => {
    const words = await told(BEN_THANH, CHO_RAY);
    expect(words).toContain('Rẽ trái vào Nguyễn Thị Minh Khai');
    expect(words).toContain('Tại vòng xoay, đi lối ra thứ 2 vào Hùng Vương');
    expect(words.at(-1)).toBe('Đến nơi');
    // Five kilometres of town, and no more to say than a driver can take in.
    expect(words.length).toBeLessThan(12);
  });

  it('board the ferry at Cát Lái', async () => {
    const words = await told(CAT_LAI, NHON_TRACH);
    expect(words).toContain('Lên Phà Cát Lái');
    expect(words.indexOf('Rẽ phải vào Nguyễn Thị Định')).toBeLessThan(words.indexOf('Lên Phà Cát Lái'));
  });
});
