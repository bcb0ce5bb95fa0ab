import { Departures } from './departures.js';
import { at, sketchTimes, type Sketch } from './network.fixture.js';
import type { SnapOptions } from './snap.js';
import type { LngLat } from '#contracts';

const STREET: Sketch = { nodes: { a: [0, 0], b: [10, 0] }, ways: [{ path: 'ab' }] };

function countingDepartures() {
  const { roads } = sketchTimes(STREET);
  const asked: LngLat[] = [];
  const index = {
    findNearest(position: LngLat, options?: SnapOptions) {
      asked.push(position);
      return roads.index.findNearest(position, options);
    },
  };
  return { asked, departures: new Departures({ index, edgesInReach: (name) => roads.edgesInReach(name) }) };
}

describe('departures', () => {
  it('are put on the road once for each new position, heading and profile', () => {
    const { asked, departures } = countingDepartures();
    const first = departures.find({ at: at(3, 0.1) });
    expect(first!.fraction).toBeCloseTo(0.3, 2);
    expect(departures.find({ at: [...at(3, 0.1)] as LngLat })).toBe(first);
    expect(asked).toHaveLength(1);
    expect(departures.find({ at: at(3, 0.1), headingDegrees: 90 })!.backwardDelayMs).toBe(15_000);
    expect(departures.find({ at: at(3, 0.1), profile: 'motorbike' })).toEqual(first);
    expect(departures.find({ at: at(3.1, 0.1) })!.fraction).toBeCloseTo(0.31, 2);
    expect(asked).toHaveLength(4);
  });

  it('remember that a position is far from every road', () => {
    const { asked, departures } = countingDepartures();
    expect([departures.find({ at: at(3, 99) }), departures.find({ at: at(3, 99) })]).toEqual([null, null]);
    expect(asked).toHaveLength(1);
  });

  it('of two positions that share a slot are both right', () => {
    const { departures } = countingDepartures();
    // A tenth of a metre apart and a fleet of them: whatever the slots, each is where it is.
    for (let i = 0; i < 2_000; i++) {
      expect(departures.find({ at: at(i / 200, 0) })!.fraction).toBeCloseTo(i / 2_000, 5);
    }
  });
});
