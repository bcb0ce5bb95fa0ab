import type { LngLat } from '#contracts';
import { commandOf, NEW_DRAWING, questionOf, shapeOf, stepBack, type Drawing } from './drawing.js';

const at = (n: number): LngLat => [106.66 + n / 1_000, 10.98];
const drawn = (more: Partial<Drawing>): Drawing => ({ ...NEW_DRAWING, points: [at(0)], ...more });
const circle = shapeOf([at(0)], false);

describe('drawing an obstruction', () => {
  it('makes of points what they can make', () => {
    expect(shapeOf([], false)).toBeNull();
    expect(circle).toEqual({ form: 'circle', at: at(0), radiusMetres: 50 });
    expect(shapeOf([at(0), at(1)], false)).toEqual({ form: 'line', points: [at(0), at(1)] });
    expect(shapeOf([at(0), at(1)], true)).toBeNull();
    expect(shapeOf([at(0), at(1), at(2)], true)?.form).toBe('area');
  });

  it.each([
    ['points', {}],
    ['kind', { shape: circle }],
    ['depth', { shape: circle, kind: 'flood' }],
    ['passage', { shape: circle, kind: 'closure' }],
    ['minutes', { shape: circle, kind: 'jam' }],
    ['minutes', { shape: circle, kind: 'flood', depth: 'ankle' }],
  ] as const)('asks for the %s of %j', (question, known) => expect(questionOf(drawn(known))).toBe(question));

  it('sends only what was answered, and nothing before that', () => {
    expect(commandOf(drawn({ shape: circle, kind: 'flood' }), 60)).toBeNull();
    expect(commandOf(drawn({ shape: circle, kind: 'flood', depth: 'ankle' }), 60)).toEqual({
      shape: circle,
      kind: 'flood',
      depth: 'ankle',
      minutes: 60,
    });
  });

  it('goes back answer by answer, then ends', () => {
    let drawing: Drawing | null = drawn({ shape: circle, kind: 'closure', passage: 'none' });
    const questions = [];
    for (; drawing; drawing = stepBack(drawing)) questions.push(questionOf(drawing));
    expect(questions).toEqual(['minutes', 'passage', 'kind', 'points']);
  });
});
