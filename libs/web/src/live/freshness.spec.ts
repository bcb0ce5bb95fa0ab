import { freshnessAt, heardPulse, staleInMs } from './freshness.js';

const heard = { connected: true, begun: true, pulseAtMs: 100_000, behindSinceMs: null };

describe('freshness', () => {
  it.each([
    [0, 'live', 0],
    [2_000, 'live', 0],
    [2_001, 'stale', 2],
    [3_001, 'warning', 3],
    [15_000, 'warning', 15],
    [15_001, 'alarm', 15],
  ])('after %i ms of silence is %s', (silenceMs, state, seconds) => {
    expect(freshnessAt(heard, 100_000 + silenceMs)).toEqual({ state, seconds });
  });

  it('is lost while pulses come but name a newer change than the one shown', () => {
    let hearing = heardPulse(heard, 8, 7, 101_000);
    expect(hearing.behindSinceMs).toBe(101_000);
    hearing = heardPulse(hearing, 8, 7, 103_500);
    expect(freshnessAt(hearing, 103_500)).toEqual({ state: 'stale', seconds: 2 });
    hearing = heardPulse(hearing, 8, 8, 104_000);
    expect(freshnessAt(hearing, 104_000).state).toBe('live');
  });
});

it('never calls a screen live that has shown nothing yet', () => {
  const waiting = { ...heard, begun: false };
  expect(freshnessAt(waiting, 100_000).state).toBe('connecting');
  expect(freshnessAt(waiting, 103_001).state).toBe('warning');
  expect(freshnessAt(waiting, 115_001).state).toBe('alarm');
});

it('stops being live at the moment the line closes', () => {
  expect(freshnessAt({ ...heard, connected: false }, 100_100)).toEqual({ state: 'stale', seconds: 0 });
});

it('knows to the millisecond when it stops being live', () => {
  for (const hearing of [heard, { ...heard, behindSinceMs: 99_500 }]) {
    const atMs = 100_000 + staleInMs(hearing, 100_000);
    expect(freshnessAt(hearing, atMs - 1).state).toBe('live');
    expect(freshnessAt(hearing, atMs).state).toBe('stale');
  }
});
