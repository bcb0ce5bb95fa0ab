import { distanceMetres } from '#geo';
import { at, sketchTimes, type Sketch } from './network.fixture.js';
import { EMERGENCY, findSpeedKmh, MOTORBIKE, NORMAL, PROFILE_NAMES, type ProfileName } from './profile.js';

const STEP_METRES = distanceMetres(at(0, 0), at(1, 0));

/** Seconds and metres of the drive of each profile; null where there is no road for it. */
async function driveOf(sketch: Sketch, from: [number, number], to: [number, number]) {
  const times = sketchTimes(sketch);
  const ask = async (profile: ProfileName) =>
    (await times.toPlace([{ at: at(...from), profile }], at(...to))).times[0] ?? null;
  const found = await Promise.all(PROFILE_NAMES.map(ask));
  const [emergency, normal, motorbike] = found;
  const stepsOf = (time: (typeof found)[number]) => time && Math.round(time.metres! / STEP_METRES);
  return { emergency, normal, motorbike, steps: found.map((time) => stepsOf(time!)) };
}

/** A cross at o with arms n, e, s, w, and a way round from e to n by far corners. */
const CROSS: Sketch = {
  nodes: { w: [-5, 0], o: [0, 0], e: [5, 0], n: [0, 5], s: [0, -5], x: [9, 0], y: [9, 9], z: [0, 9] },
  ways: [{ path: 'wo' }, { path: 'oe' }, { path: 'on' }, { path: 'so' }, { path: 'exyzn' }],
};

describe('turn restrictions', () => {
  it('send traffic round, and cost an emergency run a moment', async () => {
    const free = await driveOf(CROSS, [-2, 0], [0, 2]);
    expect(free.steps).toEqual([4, 4, 4]);
    const noLeft = await driveOf({ ...CROSS, turns: [{ turn: 'won', kind: 'no' }] }, [-2, 0], [0, 2]);
    expect(noLeft.emergency!.seconds).toBeCloseTo(free.emergency!.seconds + EMERGENCY.forbiddenTurnSeconds!);
    expect(noLeft.steps[0]).toBe(4);
    // Straight on and back from the next junction is the shortest lawful way.
    expect(noLeft.steps.slice(1)).toEqual([14, 14]);
  });

  it('that bar a street from every side leave its mouth to stop at', async () => {
    const sketch: Sketch = {
      ...CROSS,
      ways: CROSS.ways.slice(0, 4),
      turns: [
        { turn: 'won', kind: 'no' },
        { turn: 'eon', kind: 'no' },
        { turn: 'son', kind: 'no' },
      ],
    };
    expect((await driveOf(sketch, [-2, 0], [0, 2])).steps).toEqual([4, 2, 2]);
  });

  it('of one only direction forbid all others', async () => {
    const onlyStraight = await driveOf({ ...CROSS, turns: [{ turn: 'woe', kind: 'only' }] }, [-2, 0], [0, -2]);
    expect(onlyStraight.steps).toEqual([4, 14, 14]);
  });

  it('spare motorbikes where the sign says so', async () => {
    const turns = [{ turn: 'won', kind: 'no', motorbikeExempt: true } as const];
    const drive = await driveOf({ ...CROSS, turns }, [-2, 0], [0, 2]);
    expect(drive.steps).toEqual([4, 14, 4]);
  });

  it('forbid turning back at a junction', async () => {
    const road: Sketch = { nodes: { a: [0, 0], b: [10, 0], c: [20, 0] }, ways: [{ path: 'ab' }, { path: 'bc' }] };
    // Heading for the junction, away from the place: turning round in the street costs 15 s, at the junction nothing.
    const origin = { at: at(9.7, 0), headingDegrees: 90, profile: 'normal' } as const;
    const metresOf = async (sketch: Sketch) =>
      (await sketchTimes(sketch).toPlace([origin], at(9.5, 0))).times[0]!.metres;
    expect(await metresOf(road)).toBeCloseTo(0.8 * STEP_METRES, 0);
    expect(await metresOf({ ...road, turns: [{ turn: 'aba', kind: 'no' }] })).toBeCloseTo(0.2 * STEP_METRES, 0);
  });
});

describe('profiles', () => {
  it('let an emergency run go a short stretch against a one-way, at a price, and nobody else', async () => {
    const block: Sketch = {
      nodes: { a: [0, 0], b: [1, 0], c: [1, 9], d: [0, 9], w: [-2, 0], e: [3, 0] },
      ways: [{ path: 'wa' }, { path: 'ba', direction: 'forward' }, { path: 'be' }, { path: 'bcda' }],
    };
    const drive = await driveOf(block, [-1, 0], [2, 0]);
    expect(drive.steps).toEqual([3, 21, 21]);
    const { kmh, seconds } = EMERGENCY.wrongWay!;
    const lawful = (2 * STEP_METRES * 3.6) / (EMERGENCY.speedKmh.residential! * EMERGENCY.sirenFactor);
    expect(drive.emergency!.seconds).toBeCloseTo(lawful + (STEP_METRES * 3.6) / kmh + seconds, 1);
  });

  it.each([
    ['a long one', { path: 'ba', direction: 'forward' }, 2],
    ['a trunk road', { path: 'ba', direction: 'forward', roadClass: 'trunk' }, 1],
  ] as const)('do not let anybody go against %s', async (_, oneWay, steps) => {
    const block: Sketch = {
      nodes: { a: [0, 0], b: [steps, 0], c: [steps, 9], d: [0, 9], w: [-2, 0], e: [steps + 2, 0] },
      ways: [{ path: 'wa' }, oneWay, { path: 'be' }, { path: 'bcda' }],
    };
    const drive = await driveOf(block, [-1, 0], [steps + 1, 0]);
    expect(drive.steps).toEqual([20 + steps, 20 + steps, 20 + steps]);
  });

  it('put motorbikes through alleys that no ambulance fits into, and keep them off motorways', async () => {
    const town: Sketch = {
      nodes: { a: [0, 0], b: [4, 0], c: [4, 6], d: [0, 6], m: [2, 3], w: [-2, 0], e: [6, 0] },
      ways: [
        { path: 'wa' },
        { path: 'be' },
        { path: 'adcb' },
        { path: 'ab', roadClass: 'alley', widthMetres: 1.5 },
        { path: 'amb', roadClass: 'motorway' },
      ],
    };
    const drive = await driveOf(town, [-1, 0], [5, 0]);
    expect(drive.steps[2]).toBe(6);
    expect(drive.steps[0]).toBe(9);
    expect(drive.steps[1]).toBe(9);
  });

  it('find an ambulance on the street and a motorbike in the alley beside it', async () => {
    const times = sketchTimes({
      nodes: { a: [0, 0], b: [10, 0], c: [10, 0.4], d: [0, 0.4] },
      ways: [{ path: 'ab' }, { path: 'bc' }, { path: 'ad' }, { path: 'dc', roadClass: 'alley', widthMetres: 1.2 }],
    });
    const inAlley = { at: at(5, 0.35) };
    const from = async (profile: ProfileName) =>
      (await times.toPlace([{ ...inAlley, profile }], at(9, 0.4))).times[0]!.metres!;
    // The ambulance stops in the street beside the place; the motorbike rides up the alley to it.
    expect(await from('emergency')).toBeCloseTo(4 * STEP_METRES, 0);
    expect(await from('motorbike')).toBeCloseTo(4 * STEP_METRES, 0);
    const alley = { among: times.roads.edgesInReach('motorbike') };
    const street = { among: times.roads.edgesInReach('emergency') };
    expect(times.index.findNearest(inAlley.at, alley)!.offRoadMetres).toBeLessThan(10);
    expect(times.index.findNearest(inAlley.at, street)!.offRoadMetres).toBeGreaterThan(30);
  });

  it('wait at gates, and stop at bollards unless on two wheels', async () => {
    const road = (kind: 'gate' | 'bollard'): Sketch => ({
      nodes: { a: [0, 0], g: [3, 0], b: [6, 0], c: [6, 5], d: [0, 5] },
      ways: [{ path: 'agb' }, { path: 'bcda' }],
      barriers: [{ at: 'g', kind }],
    });
    const open = await driveOf({ ...road('gate'), barriers: [] }, [1, 0], [5, 0]);
    const gate = await driveOf(road('gate'), [1, 0], [5, 0]);
    expect(gate.emergency!.seconds - open.emergency!.seconds).toBeCloseTo(EMERGENCY.barrierSeconds.gate!);
    expect(gate.normal!.seconds - open.normal!.seconds).toBeCloseTo(NORMAL.barrierSeconds.gate!);
    const bollard = await driveOf(road('bollard'), [1, 0], [5, 0]);
    expect(bollard.steps).toEqual([18, 18, 4]);
    // A place before the bollard is reached without passing it.
    expect((await driveOf(road('bollard'), [1, 0], [2, 0])).steps).toEqual([1, 1, 1]);
  });

  it('board a ferry once, however many pieces its line has', async () => {
    const river: Sketch = {
      nodes: { a: [0, 0], b: [5, 0], m: [8, 0], c: [11, 0], d: [16, 0], x: [8, 1] },
      ways: [
        { path: 'ab' },
        { path: 'bm', roadClass: 'ferry' },
        { path: 'mc', roadClass: 'ferry' },
        { path: 'mx', roadClass: 'ferry' },
        { path: 'cd' },
      ],
    };
    const { normal } = await driveOf(river, [4, 0], [12, 0]);
    const onLand = (2 * STEP_METRES * 3.6) / NORMAL.speedKmh.residential!;
    const afloat = (6 * STEP_METRES * 3.6) / NORMAL.speedKmh.ferry!;
    expect(normal!.seconds).toBeCloseTo(onLand + afloat + NORMAL.boardingSeconds, 0);
  });

  it('enter where the signs let them', async () => {
    const signed: Sketch = {
      nodes: { a: [0, 0], b: [4, 0], c: [4, 6], d: [0, 6], w: [-2, 0], e: [6, 0] },
      ways: [
        { path: 'wa' },
        { path: 'be' },
        { path: 'adcb' },
        { path: 'ab', admits: { car: false, motorbike: false, emergency: true } },
      ],
    };
    expect((await driveOf(signed, [-1, 0], [5, 0])).steps).toEqual([6, 18, 18]);
  });

  it('drive an alley by its width', () => {
    const alley = {
      roadClass: 'alley',
      link: false,
      maxSpeedKmh: null,
      admits: { car: true, motorbike: true, emergency: true },
    } as const;
    const kmh = (widthMetres: number | null, profile = EMERGENCY) => findSpeedKmh({ ...alley, widthMetres }, profile);
    expect([5, 3.5, 2.2, 1.9].map((width) => kmh(width))).toEqual([15, 10, 7, null]);
    expect(kmh(1.2, MOTORBIKE)).toBe(10);
    expect(kmh(null)).toBe(EMERGENCY.speedKmh.alley);
  });
});
