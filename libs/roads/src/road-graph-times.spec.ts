import { distanceMetres, lineLengthMetres } from '#geo';
import { at, sketchTimes, type Sketch } from './network.fixture.js';
import { TURN_ROUND_SECONDS } from './departures.js';

const SPEED_MPS = (24 * 1.2) / 3.6;
const STEP_METRES = distanceMetres(at(0, 0), at(1, 0));

/** A block one kilometre wide: the south side is one-way to the east. */
const BLOCK: Sketch = {
  nodes: { a: [0, 0], b: [10, 0], c: [10, 5], d: [0, 5] },
  ways: [{ path: 'ab', direction: 'forward', name: 'Lê Lợi' }, { path: 'bc' }, { path: 'cd' }, { path: 'da' }],
};

describe('travel times on the road graph', () => {
  it('are measured between points on the road, not between junctions', async () => {
    const { times, source } = await sketchTimes(BLOCK).toPlace([{ at: at(2, 0.1) }], at(6, -0.1));
    expect(source).toBe('roads');
    expect(times[0]!.metres).toBeCloseTo(4 * STEP_METRES, 0);
    expect(times[0]!.seconds).toBeCloseTo((4 * STEP_METRES) / SPEED_MPS, 0);
  });

  it('go round the block when the place lies behind on a one-way street', async () => {
    const { times } = await sketchTimes(BLOCK).toPlace([{ at: at(6, 0) }, { at: at(2, 0) }], at(4, 0));
    const round = distanceMetres(at(0, 0), at(0, 5)) * 2 + distanceMetres(at(0, 5), at(10, 5)) + 8 * STEP_METRES;
    expect(times[0]!.metres).toBeCloseTo(round, 0);
    expect(times[1]!.metres).toBeCloseTo(2 * STEP_METRES, 0);
  });

  it('drive a two-way edge straight in both directions', async () => {
    const { times } = await sketchTimes(BLOCK).toPlace([{ at: at(3, 5) }, { at: at(8, 5) }], at(5, 5));
    expect(times[0]!.metres).toBeCloseTo(2 * STEP_METRES, 0);
    expect(times[1]!.metres).toBeCloseTo(3 * STEP_METRES, 0);
  });

  it('leave a long edge when the way round is faster', async () => {
    const times = sketchTimes({
      nodes: { a: [0, 0], b: [2, 0], x: [0, 20], y: [2, 20], p: [1, 0] },
      ways: [
        { path: 'axyb', roadClass: 'alley' },
        { path: 'apb', roadClass: 'primary' },
      ],
    });
    const answer = await times.toPlace([{ at: at(0, 1) }], at(2, 1));
    expect(answer.times[0]!.metres).toBeLessThan(5 * STEP_METRES);
  });

  it('make a vehicle that drives away turn round first', async () => {
    const times = sketchTimes(BLOCK);
    const {
      times: [resting, towards, away],
    } = await times.toPlace(
      [{ at: at(3, 5) }, { at: at(3, 5), headingDegrees: 95 }, { at: at(3, 5), headingDegrees: 275 }],
      at(5, 5),
    );
    expect(towards!.seconds).toBe(resting!.seconds);
    expect(away!.seconds).toBeCloseTo(resting!.seconds + TURN_ROUND_SECONDS);
  });

  it('put a moving vehicle on the carriageway of its direction', async () => {
    const divided = sketchTimes({
      nodes: { a: [0, 0], b: [10, 0], c: [10, 0.2], d: [0, 0.2] },
      ways: [
        { path: 'ab', direction: 'forward' },
        { path: 'cd', direction: 'forward' },
        { path: 'bc' },
        { path: 'da' },
      ],
    });
    const nearerToEastbound = at(5, 0.08);
    const place = at(3, 0.2);
    const {
      times: [westbound, unknown],
    } = await divided.toPlace([{ at: nearerToEastbound, headingDegrees: 270 }, { at: nearerToEastbound }], place);
    expect(westbound!.metres).toBeCloseTo(2 * STEP_METRES, 0);
    expect(unknown!.metres).toBeGreaterThan(10 * STEP_METRES);
  });

  it('answer null for a vehicle off the roads, and refuse a place at sea', async () => {
    const times = sketchTimes(BLOCK);
    const { times: found } = await times.toPlace([{ at: at(200, 0) }, { at: at(0, 1) }], at(5, 5));
    expect(found[0]).toBeNull();
    expect(found[1]).not.toBeNull();
    await expect(times.toPlace([{ at: at(0, 0) }], at(200, 0))).rejects.toMatchObject({ code: 'PLACE_OFF_ROADS' });
  });

  it('drive over a ferry, but find nobody on the water', async () => {
    const river = sketchTimes({
      nodes: { a: [0, 0], b: [5, 0], c: [15, 0], d: [20, 0] },
      ways: [{ path: 'ab' }, { path: 'bc', roadClass: 'ferry' }, { path: 'cd' }],
    });
    const { times } = await river.toPlace([{ at: at(0, 0) }], at(20, 0));
    expect(times[0]!.metres).toBeCloseTo(20 * STEP_METRES, 0);
    const afloat = river.index.findNearest(at(9, 0))!;
    expect(afloat.offRoadMetres).toBeCloseTo(4 * STEP_METRES, 0);
  });

  it('draw the drive they measured', async () => {
    const drive = (await sketchTimes(BLOCK).findDrive({ at: at(6, 0) }, at(4, 0)))!;
    expect(distanceMetres(drive.line[0]!, at(6, 0))).toBeLessThan(0.01);
    expect(drive.line.map(([lng]) => Math.round((lng - 106.7) * 1000))).toEqual([6, 10, 10, 0, 0, 4]);
    expect(lineLengthMetres(drive.line)).toBeCloseTo(drive.metres, 0);
  });

  it('draw a drive within one edge, against its line too', async () => {
    const drive = (await sketchTimes(BLOCK).findDrive({ at: at(3, 5) }, at(5, 5)))!;
    expect(drive.line.map(([lng]) => Math.round((lng - 106.7) * 1000))).toEqual([3, 5]);
  });

  it('know the name of the road at a pin', () => {
    expect(sketchTimes(BLOCK).findRoadName(at(5, 0.1))).toBe('Lê Lợi');
    expect(sketchTimes(BLOCK).findRoadName(at(5, 2), 50)).toBeNull();
  });
});
