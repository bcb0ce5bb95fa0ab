import type { PhonePosition } from '#contracts';
import { metresApart, positionOf } from './phone-position.js';

const position = (id: string, more: Partial<PhonePosition>): PhonePosition =>
  ({
    id,
    phone: '+84908417226',
    ringId: null,
    at: [106.66, 10.98],
    accuracyMetres: 30,
    fixedAt: '2026-11-21T09:00:00Z',
    endedAt: null,
    ...more,
  }) as PhonePosition;
type RingIdOf = PhonePosition['ringId'];

describe('the position of the call in the form', () => {
  const draft = { ringId: null, phone: '0908 417 226' };
  it('is of its number, however it is written, or of its ring', () => {
    expect(positionOf(draft, [position('own', {})])?.id).toBe('own');
    expect(positionOf({ ...draft, phone: '0912000111' }, [position('other', {})])).toBeNull();
    const unnamed = position('ring', { phone: null, ringId: 'r' as RingIdOf });
    expect(positionOf({ ringId: 'r' as RingIdOf, phone: '' }, [unnamed])?.id).toBe('ring');
    expect(positionOf({ ringId: null, phone: '' }, [unnamed])).toBeNull();
  });
  it('is the newest that is still shown', () => {
    const all = [
      position('old', {}),
      position('new', { fixedAt: '2026-11-21T09:01:00Z' }),
      position('gone', { fixedAt: '2026-11-21T09:02:00Z', endedAt: '2026-11-21T09:03:00Z' }),
    ];
    expect(positionOf(draft, all)?.id).toBe('new');
  });
});

describe('a place and a telephone', () => {
  // A hundredth of a degree north is 1,112 m.
  const away = (hundredths: number): [number, number] => [106.66, 10.98 + hundredths / 100];
  it('are apart only by more than the accuracy explains', () => {
    expect(metresApart(null, position('p', {}))).toBeNull();
    expect(metresApart(away(0.25), position('p', {}))).toBeNull();
    expect(metresApart(away(1), position('p', {}))).toBeCloseTo(1_112, -1);
    expect(metresApart(away(1), position('p', { accuracyMetres: 1_000 }))).toBeNull();
    expect(metresApart(away(1), position('p', { accuracyMetres: null }))).not.toBeNull();
  });
});
