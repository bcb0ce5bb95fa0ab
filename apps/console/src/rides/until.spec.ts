import { fill, type Say } from '#web';
import { untilWords } from './until';

const t = ((wording: { vi: string }, facts: Record<string, string>) => fill(wording.vi, facts)) as Say;
const now = Date.parse('2026-11-21T14:00:00Z');

it.each([
  ['2026-11-21T14:42:30Z', 'còn 42 phút'],
  ['2026-11-21T16:05:00Z', 'còn 2 giờ 5 phút'],
  ['2026-11-21T14:00:20Z', 'còn 0 phút'],
  ['2026-11-21T13:59:30Z', 'trễ 1 phút'],
  ['2026-11-21T12:55:00Z', 'trễ 1 giờ 5 phút'],
])('due %s: %s', (dueAt, words) => expect(untilWords(dueAt, now, t)).toBe(words));
