import { demonstrationRegion } from '#demonstration';
import { buildNetwork, EMERGENCY, NO_WAY, RoadGraph, RoadsInForce, type ArcFactors } from '#roads';
import { localHour } from '#journal';
import { addDriving, type CellDriving } from './cell.js';
import { learnFrom } from './drive.js';
import { HiddenCity, type HiddenDrive } from './hidden-city.fixture.js';
import { LawFactors } from './law-factors.js';
import { NearRoads } from './near-roads.js';
import { SpeedLaw } from './speed-law.js';

const HOURS = [3, 7, 12, 17, 21];
const MISSIONS = 500;
const TRIALS = 200;

/** Mean of |promised - driven| over the drives, in seconds, with the law that is in force at their hour. */
async function meanAbsoluteError(
  roads: RoadsInForce,
  drives: readonly HiddenDrive[],
  factorsAt: (hour: number) => ArcFactors | null,
): Promise<number> {
  let sum = 0;
  for (const hour of HOURS) {
    const factors = factorsAt(hour);
    if (factors) await roads.reweigh(factors);
    const search = (await roads.now()).searches.emergency;
    for (const { from, to, departedAt, arrivedAt } of drives) {
      if (localHour(departedAt) !== hour) continue;
      const ms = new Int32Array(1);
      search.toPlace([{ ...from, forwardDelayMs: 0, backwardDelayMs: 0 }], to, ms, new Float32Array(1));
      if (ms[0]! >= NO_WAY) throw new Error('A drive of the hidden city leads nowhere');
      sum += Math.abs(ms[0]! - (arrivedAt.getTime() - departedAt.getTime())) / 1_000;
    }
  }
  return sum / drives.length;
}

describe('Learning from drives', () => {
  it('halves the error of the ETA at least, after 500 missions in a city whose speeds nobody told', async () => {
    const graph = RoadGraph.of(buildNetwork(demonstrationRegion()));
    const city = new HiddenCity(graph, 11);
    const roads = new RoadsInForce(graph);
    const near = new NearRoads(graph, EMERGENCY);
    const known = new Map<string, CellDriving>();
    let taught = 0;
    for (let i = 0; i < MISSIONS; i++) {
      const lesson = learnFrom(await city.drive(HOURS), roads.index, near);
      if ('refused' in lesson) continue;
      addDriving(known, lesson.cells);
      taught++;
    }
    const trials: HiddenDrive[] = [];
    for (let i = 0; i < TRIALS; i++) trials.push(await city.drive(HOURS));

    const before = await meanAbsoluteError(roads, trials, () => null);
    const law = SpeedLaw.fit(known.values());
    const factors = new LawFactors(graph);
    const after = await meanAbsoluteError(roads, trials, (hour) => factors.at(hour, law));
    process.stdout.write(
      `  ETA error of ${TRIALS} drives: ${before.toFixed(0)} s before, ${after.toFixed(0)} s after ${taught} drives\n`,
    );
    expect(taught).toBeGreaterThan(0.95 * MISSIONS);
    expect(after).toBeLessThan(before / 2);
    await Promise.all([roads.close(), city.close()]);
  }, 120_000);
});
