import { buildNetwork } from '#roads';
import { listLeftOut } from './left-out.js';
import { gridTown } from './grid.fixture.js';
import { toPbf, writeFixture, type OsmWorld } from './osm.fixture.js';
import { ProgressBar } from './progress-bar.js';
import { readOsm } from './read-osm.js';
import { printReport } from './report.js';
import { listSuspiciousOneWays } from './suspicious.js';

const TOWN = gridTown(6, [106.66, 10.97], (i) => `Đường ${i}`);
const at = (id: number, lon: number, lat: number) => ({ id, lon, lat });

/** The town with an island beside it, a one-way street into nowhere, and an avenue with one carriageway only. */
const WORLD: OsmWorld = {
  nodes: [
    ...TOWN.nodes,
    at(901, 106.7, 10.99),
    at(902, 106.702, 10.99),
    at(903, 106.704, 10.99),
    at(911, 106.65, 10.97),
    at(921, 106.66, 10.95),
    at(922, 106.667, 10.95),
    at(931, 106.64, 10.96),
    at(932, 106.64, 10.9602),
  ],
  ways: [
    ...TOWN.ways,
    { id: 801, refs: [901, 902, 903], tags: { highway: 'residential', name: 'Đảo' } },
    { id: 811, refs: [1, 911], tags: { highway: 'residential', name: 'Vào rồi kẹt', oneway: 'yes' } },
    { id: 821, refs: [1, 921, 922, 6], tags: { highway: 'primary', name: 'Đại lộ Một Làn', oneway: 'yes' } },
    // Where the map ends, a divided road just stops.
    { id: 831, refs: [31, 931], tags: { highway: 'primary', name: 'QL', oneway: 'yes' } },
    { id: 832, refs: [932, 31], tags: { highway: 'primary', name: 'QL', oneway: 'yes' } },
  ],
};

describe('what an administrator is told', () => {
  const read = () => readOsm(writeFixture('report.osm.pbf', toPbf(WORLD)));

  it('says where islands and one-way traps lie', async () => {
    const region = await read();
    const pieces = listLeftOut(region, buildNetwork(region));
    expect(pieces.find(({ name }) => name === 'Đảo')).toMatchObject({ ways: 1, oneWayOnly: false });
    const { at: position, metres } = pieces.find(({ name }) => name === 'Đảo')!;
    expect([position[0].toFixed(3), position[1], Math.round(metres / 10)]).toEqual(['106.702', 10.99, 44]);
    expect(pieces.filter(({ oneWayOnly }) => oneWayOnly).map(({ name }) => name)).toEqual(['QL', 'Vào rồi kẹt']);
  });

  it('suspects a one-way street into nowhere and a long one without a way back, and no divided road', async () => {
    const found = listSuspiciousOneWays(await read());
    expect(found.map(({ why, name }) => [why, name])).toEqual([
      ['no way back', 'Đại lộ Một Làn'],
      ['dead end', 'Vào rồi kẹt'],
    ]);
  });

  it('reads all of it in one table', async () => {
    const region = await read();
    let text = '';
    const output = { write: (part: string) => Boolean((text += part)) };
    printReport(
      output as never,
      { version: 7, region, network: buildNetwork(region) },
      { seconds: 12.4, peakMegabytes: 345 },
    );
    expect(text).toMatch(/report \(v7\)/);
    expect(text).toMatch(/đảo \/ islands +1\n.*10.99000,106.70200 .*Đảo/);
    expect(text).toMatch(/Một chiều đáng ngờ \/ suspicious one-ways +2/);
    expect(text).toMatch(/12 s, 345 MB/);
  });
});

describe('the progress bar', () => {
  it('tells share, rate and what is left, and begins again with a second reading', () => {
    let now = 0;
    const written: string[] = [];
    const output = { isTTY: true, write: (text: string) => Boolean(written.push(text)) };
    const bar = new ProgressBar(output as never, { nodes: 'Nodes' }, () => now);
    bar.show('nodes', 0, 100e6, 'bytes');
    now = 5_000;
    bar.show('nodes', 25e6, 100e6, 'bytes');
    expect(written.at(-1)).toMatch(/25% 5.0 MB\/s · còn \/ left 15 s/);
    now = 5_500;
    bar.show('nodes', 1e6, 100e6, 'bytes');
    expect(written.at(-2)).toBe('\n');
    expect(written.at(-1)).toMatch(/ 1% /);
  });

  it('writes a line now and then where nothing can be rewritten', () => {
    let now = 0;
    let text = '';
    const output = { isTTY: false, write: (part: string) => Boolean((text += part)) };
    const bar = new ProgressBar(output as never, { store: 'Storing' }, () => now);
    for (; now <= 25_000; now += 1_000) bar.show('store', now, 100_000, 'rows');
    expect(text.split('\n').filter(Boolean)).toHaveLength(3);
  });
});
