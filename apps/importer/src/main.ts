import { parseArgs } from 'node:util';
import { FolderHeldError } from '#database';
import { parseBounds } from './bounds.js';
import { openDatabase } from './database.js';
import { importFile } from './import-file.js';
import { ImportRefused, refuse } from './osm.js';
import { ProgressBar } from './progress-bar.js';
import { printReport } from './report.js';

const USAGE =
  'npm run roads:import -- FILE.osm.pbf [--name NAME] [--within west,south,east,north] [--wards FILE.geojson]';

const LABELS = { ways: 'Đường / ways', nodes: 'Điểm / nodes', store: 'Ghi / storing' };

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (!file || positionals.length > 1) throw refuse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`);
  const within = values.within === undefined ? null : parseBounds(values.within);

  const bar = new ProgressBar(process.stderr, LABELS);
  const database = await openDatabase(process.env as Record<'DATABASE_URL' | 'DATA_FOLDER', string | undefined>);
  try {
    const { url, sharedWith } = database;
    if (sharedWith !== null) process.stderr.write(besideServer(sharedWith));
    const { name, wards: wardsFile } = values;
    const imported = await importFile(url, { file, name, within, wardsFile, progress: bar.show });
    bar.finish();
    printReport(process.stdout, imported);
  } finally {
    bar.finish();
    await database.close();
  }
}

const besideServer = (pid: number) =>
  `Máy chủ (tiến trình ${pid}) đang chạy: nhập qua cơ sở dữ liệu của máy chủ, không cần dừng.\n` +
  `The server (process ${pid}) is running: importing through its database, no need to stop it.\n`;

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { name: text, within: text, wards: text } });
  } catch (error) {
    throw refuse(`Cách dùng: ${USAGE}`, `${(error as Error).message}\nUsage: ${USAGE}`, error);
  }
}

function explain(error: unknown): string {
  if (error instanceof ImportRefused) return `${error.wording.vi}\n${error.wording.en}`;
  if (error instanceof FolderHeldError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = message || code || String(error);
  return `Không nhập được, vùng cũ giữ nguyên: ${why}\nThe import failed, the old region stays: ${why}`;
}

run().catch((error: unknown) => {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
});
