import type { LngLat } from '#contracts';
import { EMERGENCY, NORMAL, RoadGraph, RoadIndex } from '#roads';
import { at, sketchNetwork, type Sketch } from '../../../roads/src/network.fixture.js';
import { learnFrom } from './drive.js';
import { matchTrack } from './match-track.js';
import { NearRoads } from './near-roads.js';
import type { TrackFix } from './track.js';

/** Two parallel streets 55 m apart, joined at both ends and in the middle. */
const LADDER: Sketch = {
  nodes: { a: [0, 0], b: [10, 0], c: [20, 0], d: [0, 0.5], e: [10, 0.5], f: [20, 0.5] },
  ways: [
    { path: 'abc', name: 'Lê Lợi', roadClass: 'primary' },
    { path: 'def', name: 'Yersin' },
    { path: 'ad' },
    { path: 'be' },
    { path: 'cf' },
  ],
};
const START = Date.UTC(2026, 0, 5, 1);
const fix = (position: LngLat, seconds: number, accuracyMetres: number | null = 10): TrackFix => ({
  at: position,
  fixedAt: new Date(START + seconds * 1_000),
  accuracyMetres,
});
const graph = RoadGraph.of(sketchNetwork(LADDER));
const index = new RoadIndex(graph);
const near = new NearRoads(graph, EMERGENCY);
const namesOf = (fixes: TrackFix[]) => [
  ...new Set(matchTrack(fixes, index, near).map(({ arc }) => graph.name(arc >> 1) ?? 'ngang')),
];
const secondsOf = (fixes: TrackFix[]) => matchTrack(fixes, index, near).reduce((sum, { seconds }) => sum + seconds, 0);

describe('Matching a track to roads', () => {
  it('stays on the street that was driven, though single fixes lie nearer to the next', () => {
    const wobble = [0.05, -0.1, 0.3, 0.1, -0.05, 0.28, 0, 0.1];
    expect(namesOf(wobble.map((north, i) => fix(at(1 + 2 * i, north), 20 * i)))).toEqual(['Lê Lợi']);
  });

  it('follows a turn and shares the time out over what was driven', () => {
    const fixes = [fix(at(2, 0), 0), fix(at(6, 0), 30), fix(at(10, 0.25), 70), fix(at(14, 0.5), 110)];
    expect(namesOf(fixes)).toEqual(['Lê Lợi', 'ngang', 'Yersin']);
    expect(secondsOf(fixes)).toBeCloseTo(110, 6);
  });

  it('never drives a one-way street backward when there is another way', () => {
    const oneWay = RoadGraph.of(
      sketchNetwork({
        ...LADDER,
        ways: LADDER.ways.map((way) => (way.name === 'Lê Lợi' ? { ...way, direction: 'forward' as const } : way)),
      }),
    );
    const roads = new NearRoads(oneWay, NORMAL);
    const west = [18, 15, 12, 9, 6, 3].map((east, i) => fix(at(east, 0.22), 30 * i));
    const driven = matchTrack(west, new RoadIndex(oneWay), roads);
    expect(driven.map(({ arc }) => oneWay.name(arc >> 1))).not.toContain('Lê Lợi');
  });

  it('leaves out what lies between two fixes when nobody can know it', () => {
    const fixes = [fix(at(1, 0), 0), fix(at(4, 0), 30), fix(at(15, 0), 600), fix(at(18, 0), 630)];
    expect(secondsOf(fixes)).toBeCloseTo(60, 6);
  });

  it('leaves out bad fixes, fixes out of order and a track off the roads', () => {
    expect(secondsOf([fix(at(1, 0), 0), fix(at(3, 9), 20, 500), fix(at(5, 0), 40)])).toBeCloseTo(40, 6);
    expect(secondsOf([fix(at(5, 0), 40), fix(at(1, 0), 0)])).toBeCloseTo(40, 6);
    expect(matchTrack([fix(at(0, 50), 0), fix(at(5, 50), 60)], index, near)).toEqual([]);
    expect(matchTrack([], index, near)).toEqual([]);
  });
});

describe('A lesson', () => {
  const drive = (fixes: TrackFix[], seconds: number) => ({
    profile: 'emergency' as const,
    departedAt: new Date(START),
    arrivedAt: new Date(START + seconds * 1_000),
    fixes,
  });
  const along = [1, 4, 7, 10, 13, 16].map((east, i) => fix(at(east, 0), 40 * i));

  it('tells class, corridor and local hour, and how long it took against the usual', () => {
    const lesson = learnFrom(drive(along, 200), index, near);
    if ('refused' in lesson) throw new Error(lesson.refused);
    expect(lesson.cells).toHaveLength(1);
    expect(lesson.cells[0]).toMatchObject({ roadClass: 'primary', corridor: 'Lê Lợi', hour: 8 });
    expect(lesson.drivenSeconds).toBeCloseTo(200, 6);
    // 1,640 m at 40 km/h and 1.2 for the siren.
    expect(lesson.usualSeconds).toBeCloseTo((1_640 * 3.6) / 48, 0);
  });

  it.each([
    ['few_fixes', drive(along.slice(0, 3), 200)],
    ['too_short', drive(along, 30)],
    ['off_the_roads', drive(along, 900)],
  ])('is refused: %s', (refused, given) => {
    expect(learnFrom(given, index, near)).toEqual({ refused });
  });
});
