import type { Incident } from '#contracts';
import { parseArgs } from 'node:util';
import { emptyData, runCommand, startProduct } from '../smoke/product.js';
import { writeCentre } from './centre.js';
import { Room } from './room.js';
import { openBrowser, Screen, scriptSizes } from './screen.js';

/**
 * `npm run bench:console -- [--json] [--hours 6]`: the console in a real browser while 300 vehicles move, 40 incidents
 * are open and 60 positions a second arrive. The growth of memory is measured over a shift that is run fast: an hour is
 * forty incidents opened and closed.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, hours: { type: 'string', default: '6' } } });
const INCIDENTS = 40;
const POSITIONS_PER_SECOND = 60;
const ROUNDS = 8;
/** Records that left the board are forgotten after the second digest. */
const FORGOTTEN_MS = 25_000;

const say = (line: string) => process.stderr.write(`  · ${line}\n`);
const round = (value: number) => Math.round(value * 10) / 10;
const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));
const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;

const data = await emptyData(process.env.DATABASE_URL);
let product = await startProduct(data);
await product.stop();
await runCommand('apps/api/src/enter-centre.main.js', [writeCentre(data.folder)], data);
product = await startProduct(data);
const browser = await openBrowser();
try {
  say('Nhập cảnh / setting the scene');
  const room = await Room.enter(product.url);
  const snapshot = await room.readBoard();
  await room.equip(snapshot.units, ({ stationId }) => snapshot.stations.find(({ id }) => id === stationId)!.position);
  const open: Incident[] = [];
  for (let n = 0; n < INCIDENTS; n++) open.push(await room.open(n));
  room.drive(POSITIONS_PER_SECOND);
  const screen = await Screen.signIn(browser, product.url);

  say('Tải lần đầu / first load');
  const loads = [];
  for (let i = 0; i < 3; i++) loads.push(await screen.coldLoad());

  say('Từ phím đến hình / from key to picture');
  const sentBefore = room.sent;
  const from = performance.now();
  const painted = await screen.work(ROUNDS);
  const positionsPerSecond = (room.sent - sentBefore) / ((performance.now() - from) / 1_000);

  say('Bộ nhớ qua ca / memory over a shift');
  const hours = Number(values.hours);
  const turnOver = async (from: number) => {
    for (let n = 0; n < INCIDENTS; n++) {
      open.push(await room.open(from + n));
      await room.close(open.shift()!);
    }
    await wait(FORGOTTEN_MS);
    return screen.heapBytes();
  };
  await turnOver(1_000);
  const heaps = [await turnOver(2_000)];
  for (let hour = 0; hour < hours; hour++) heaps.push(await turnOver(10_000 + hour * 1_000));
  room.stop();
  const { first, withMap } = scriptSizes();
  const result = {
    inputToPaintP95Ms: round(percentile(painted, 0.95)),
    inputToPaintP50Ms: round(percentile(painted, 0.5)),
    keys: painted.length,
    usableMs: Math.round(percentile(loads, 0.5)),
    firstLoadKbGzip: round(first),
    withMapKbGzip: round(withMap),
    memoryGrowthPerHourPct: round(slopePercent(heaps)),
    heapMb: heaps.map((bytes) => round(bytes / 1_048_576)),
    vehicles: snapshot.units.length,
    incidents: INCIDENTS,
    positionsPerSecond: round(positionsPerSecond),
    positionsFailed: room.failed,
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.table(result);
} finally {
  await browser.close();
  await product.stop().catch((error: unknown) => say(String(error)));
  await data.drop();
}

/** The straight line through the heaps, hour by hour, in percent of where it begins. */
function slopePercent(heaps: readonly number[]): number {
  const middle = (heaps.length - 1) / 2;
  const mean = heaps.reduce((sum, heap) => sum + heap, 0) / heaps.length;
  const rise = heaps.reduce((sum, heap, i) => sum + (i - middle) * (heap - mean), 0);
  const run = heaps.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return run === 0 ? 0 : ((rise / run) * 100) / (mean - (rise / run) * middle);
}
