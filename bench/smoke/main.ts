import type { Verdict } from '#journal';
import { setMaxListeners } from 'node:events';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Journey, type Measured } from './journey.js';
import { emptyData, runCommand, startProduct, type EmptyData } from './product.js';

/**
 * `npm run smoke -- [--json] [--osm FILE] [--keep]`: the product once from an empty folder to its end. The build and
 * the import are not part of `startSeconds`; an empty database, the region and the fleet are.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, osm: { type: 'string' }, keep: { type: 'boolean' } },
});

interface Result extends Measured {
  startSeconds: number;
  journalOk: boolean;
  database: 'embedded' | 'postgresql';
  roads: string;
  failed?: string;
}

const result: Result = {
  startSeconds: 0,
  recommendMs: 0,
  offerToAckMs: 0,
  statusToConsoleMs: 0,
  refusals: 0,
  missionComplete: false,
  statisticsOk: false,
  journalOk: false,
  database: process.env.DATABASE_URL ? 'postgresql' : 'embedded',
  roads: values.osm ? basename(values.osm) : 'demonstration',
};

const say = (line: string) => process.stderr.write(`  · ${line}\n`);

async function smoke(data: EmptyData): Promise<void> {
  if (values.osm) {
    say(`Nhập bản đồ / importing ${values.osm}`);
    await runCommand('apps/importer/src/main.js', [values.osm], data);
  }
  say('Khởi động / starting the product');
  const product = await startProduct(data);
  result.startSeconds = round(product.startSeconds);
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  try {
    say('Một cuộc gọi, từ đầu đến cuối / one call, from end to end');
    const measured = await new Journey(product.url, leaving.signal).travel();
    Object.assign(result, measured, {
      recommendMs: round(measured.recommendMs),
      offerToAckMs: round(measured.offerToAckMs),
      statusToConsoleMs: round(measured.statusToConsoleMs),
    });
    leaving.abort();
    await product.stop();
  } finally {
    leaving.abort();
    product.kill();
  }
  say('Kiểm tra nhật ký / verifying the journal');
  const verdict = JSON.parse(await runCommand('apps/api/src/verify-journal.main.js', [], data)) as Verdict;
  result.journalOk = verdict.ok && verdict.checked > 0;
  if (!result.journalOk) throw new Error('the journal has no entries');
}

const round = (value: number) => Math.round(value * 10) / 10;

const data = await emptyData(process.env.DATABASE_URL);
try {
  await smoke(data);
} catch (error) {
  result.failed = (error as Error).message;
  process.exitCode = 1;
}
if (values.keep) say(`Giữ lại / kept: ${data.folder} ${data.environment.DATABASE_URL ?? ''}`);
else await data.drop();
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const [key, value] of Object.entries(result)) process.stdout.write(`${key.padEnd(18)} ${value}\n`);
