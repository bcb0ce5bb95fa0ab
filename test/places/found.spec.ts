import { join } from 'node:path';
import type { LngLat } from '#contracts';
import { demonstrationRegion } from '#demonstration';
import { Gazetteer } from '#places';
import type { RegionData } from '#region';
import { readOsm } from '../../apps/importer/src/index.js';
import { placeOfUseful, positionsByName, readQueries } from '../../bench/places/queries.js';
import { findSharedData } from '../support/shared-data.js';

/** Of a hundred callers ninety-five must find their place among the first three lines. */
const TOP_THREE = 0.95;
const extract = findSharedData('osm/hcm_2018.osm.pbf');

/**
 * Queries written the way callers talk. The `held-out` ones were written before the search was tuned and have not been
 * looked at since: they tell how it does with callers whom nobody had in mind.
 */
function describeRegion(name: string, region: () => Promise<RegionData>, near: LngLat): void {
  describe(`Places of the ${name}`, () => {
    let gazetteer: Gazetteer;
    let positions: ReadonlyMap<string, readonly LngLat[]>;
    beforeAll(async () => {
      const { ways, nodes, ...data } = await region();
      const roads = ways.map(({ name, ref, nodes: line }) => ({ name, ref, line: line.map((node) => nodes[node]!) }));
      gazetteer = Gazetteer.build({ ...data, roads });
      positions = positionsByName(data.places);
    });

    it.each(['', '.held-out'])('are found in the first three lines (%s)', (part) => {
      const queries = readQueries(join(import.meta.dirname, `${name}${part}.tsv`));
      const missed = queries.filter((query) => {
        const at = placeOfUseful(gazetteer, query, { near, positions });
        return at < 0 || at > 2;
      });
      expect(queries.length).toBeGreaterThanOrEqual(60);
      const found = 1 - missed.length / queries.length;
      if (found < TOP_THREE) throw new Error(`${found} of them, not: ${missed.map(({ typed }) => typed).join(' | ')}`);
    });
  });
}

describeRegion('demonstration', () => Promise.resolve(demonstrationRegion()), [106.68, 10.98]);
if (extract) describeRegion('hcm-2018', () => readOsm(extract), [106.68, 10.78]);
else it.skip('Places of the hcm-2018 extract: osm/hcm_2018.osm.pbf is not there', () => undefined);
