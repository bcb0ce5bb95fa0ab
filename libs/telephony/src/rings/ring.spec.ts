import { RING_TRANSITIONS, type ExchangeEvent } from '#contracts';
import type { RingRow } from '../entities.js';
import { deadlineOf, hear, ringStateOf, waitSeconds } from './ring.js';

const START = Date.parse('2026-11-21T09:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1_000);
const event = (type: ExchangeEvent['type'], seconds: number, more: Partial<ExchangeEvent> = {}): ExchangeEvent => ({
  eventId: `${type}-${seconds}`,
  pbx: 'pbx',
  callId: '1',
  type,
  at: at(seconds).toISOString(),
  ...more,
});
type Ring = Parameters<typeof hear>[0] & Pick<RingRow, 'takenAt'>;
const fresh = (first: ExchangeEvent): Ring => ({
  rangAt: new Date(first.at),
  answeredAt: null,
  endedAt: null,
  abandoned: false,
  queue: null,
  extension: null,
  recordingId: null,
  takenAt: null,
});
const after = (events: readonly ExchangeEvent[]) =>
  events.reduce((ring, next) => hear(ring, next, new Date(next.at)), fresh(events[0]!));

const orders = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, i) => orders([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]));

describe('a ring', () => {
  const courses: [string, ExchangeEvent[], string][] = [
    [
      'answered',
      [event('ringing', 0), event('answered', 9, { extension: '201' }), event('ended', 200), event('recording', 10)],
      'ended',
    ],
    ['given up', [event('ringing', 0), event('abandoned', 20), event('ended', 20)], 'abandoned'],
    ['never answered', [event('ringing', 0), event('ended', 40), event('ringing', 5)], 'missed'],
    [
      'transferred',
      [event('ringing', 0), event('answered', 9, { extension: '201' }), event('answered', 60, { extension: '305' })],
      'answered',
    ],
  ];
  it.each(courses)('that is %s comes to the same, in whatever order it is told, twice or once', (_, events, state) => {
    const expected = after(events);
    expect(ringStateOf(expected)).toBe(state);
    for (const order of orders(events)) {
      const told = after([...order, order[0]!]);
      expect(told).toEqual(expected);
      // Each word alone is a step that the lifecycle knows.
      let ring = fresh(order[0]!);
      for (const next of order) {
        const [from, moved] = [ringStateOf(ring), hear(ring, next, new Date(next.at))];
        const to = ringStateOf(moved);
        if (to !== from) expect(RING_TRANSITIONS[from]).toContain(to);
        ring = moved;
      }
    }
  });

  it('keeps the telephone that answered first', () => {
    expect(after(courses[3]![1]).extension).toBe('201');
  });

  const patience = { silenceSeconds: 600, takeSeconds: 60, recordSeconds: 900 };
  const [rings, answered] = [event('ringing', 0), event('answered', 9)];
  it.each([
    ['rings in silence', after([rings]), 600, 'missed'],
    ['was given up', after([rings, event('abandoned', 20)]), 20, 'abandoned'],
    ['was answered by nobody', after([rings, event('ended', 40)]), 40, 'missed'],
    ['was answered and not taken', after([rings, answered]), 69, 'not_taken'],
    ['was taken and not saved', { ...after([rings, answered]), takenAt: at(12) }, 912, 'not_recorded'],
    [
      'was given up though somebody took it',
      { ...after([rings, event('abandoned', 20)]), takenAt: at(12) },
      20,
      'abandoned',
    ],
  ] as const)('that %s always has a deadline', (_, ring, seconds, cause) => {
    expect(deadlineOf(ring, patience)).toEqual({ at: at(seconds), cause });
  });

  it('waits until it is answered, given up, or now', () => {
    expect(waitSeconds(after([rings, answered, event('ended', 99)]), at(500))).toBe(9);
    expect(waitSeconds(after([rings, event('abandoned', 31)]), at(500))).toBe(31);
    expect(waitSeconds(after([rings]), at(12))).toBe(12);
  });
});
