import { parseArgs } from 'node:util';
import { readWithin } from './bounds.js';
import { runCommand, wrongUse } from './command.js';
import { importFile } from './import-file.js';
import { printReport } from './report.js';
import { restoreFormer } from './restore.js';

const USAGE =
  'npm run roads:import -- FILE.osm.pbf [--name NAME] [--within west,south,east,north|FILE.geojson] [--wards FILE.geojson] · npm run roads:import -- --restore';

await runCommand(process.env, async ({ url }, bar) => {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (values.restore) return restoreFormer(url, process.stdout);
  if (!file || positionals.length > 1) throw wrongUse(USAGE);
  const started = performance.now();
  const within = values.within === undefined ? null : await readWithin(values.within);
  const imported = await importFile(url, {
    file,
    name: values.name,
    within,
    wardsFile: values.wards,
    progress: bar.show,
  });
  bar.finish();
  const seconds = (performance.now() - started) / 1000;
  printReport(process.stdout, imported, { seconds, peakMegabytes: process.resourceUsage().maxRSS / 1000 });
});

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { name: text, within: text, wards: text, restore: { type: 'boolean' } },
    });
  } catch (error) {
    throw wrongUse(USAGE, error as Error);
  }
}
