import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withImported } from './database.js';

/**
 * How long all vehicles' travel times to one place take: `npm run bench:roads -- --osm FILE [--vehicles 500] --json`.
 *
 * `all` is the product's whole answer to a new place (`allMoved`: when every vehicle has moved since the last question);
 * `update` is from a road being closed or slowed to the next question answered by it; `dijkstra` and `pgrouting` are
 * the bare searches on snapped points, the latter in its best formulation (null where there is none). `ratio` is
 * pgrouting's median over `all`'s. `mismatches` counts times that differ from Dijkstra's by a millisecond or from
 * pgRouting's by 0.1 s.
 * Import and measurement are processes of their own, so that `rssMb` is that of one that only loads and answers.
 */
/** Without it V8 keeps the room that the load's short-lived objects once took, and `rssMb` tells of that. */
const NURSERY = ['--max-semi-space-size=4'];

const { values } = parseArgs({
  options: { osm: { type: 'string' }, vehicles: { type: 'string', default: '500' }, json: { type: 'boolean' } },
});
const vehicles = Number(values.vehicles);
if (!values.osm || !Number.isInteger(vehicles) || vehicles < 1) {
  throw new Error('Usage: npm run bench:roads -- --osm FILE [--vehicles 500] --json');
}
process.exitCode = await withImported(values.osm, async (url, hasPgRouting) => {
  const script = fileURLToPath(new URL('./measure.main.js', import.meta.url));
  const settings = { url, vehicles, hasPgRouting, isOneLine: values.json ?? false };
  const child = spawn(process.execPath, [...NURSERY, script, JSON.stringify(settings)], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
});
