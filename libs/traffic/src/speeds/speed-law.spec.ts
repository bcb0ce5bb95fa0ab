import type { RoadClass } from '#region';
import { Random } from '#chance';
import { addDriving, cellKey, corridorOf, type Cell, type CellDriving } from './cell.js';
import { SpeedLaw } from './speed-law.js';

const cell = (more: Partial<CellDriving> = {}): CellDriving => ({
  profile: 'emergency',
  roadClass: 'primary',
  corridor: '',
  hour: 8,
  usualSeconds: 100,
  drivenSeconds: 100,
  ...more,
});

describe('A speed law', () => {
  it('says nothing without history', () => {
    const law = SpeedLaw.fit([]);
    expect(law.factor(cell())).toBe(1);
    expect(law.drivenSeconds).toBe(0);
  });

  it('believes much driving and doubts little', () => {
    const of = (usualSeconds: number) =>
      SpeedLaw.fit([cell({ usualSeconds, drivenSeconds: 2 * usualSeconds })]).factor(cell());
    expect(of(50)).toBeGreaterThan(1);
    expect(of(50)).toBeLessThan(1.3);
    expect(of(50_000)).toBeCloseTo(2, 1);
  });

  it('tells a slow hour from a slow street', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const corridors = ['QL13', 'ĐT743', 'Phú Lợi'];
    const truth = ({ hour, corridor }: Pick<Cell, 'hour' | 'corridor'>) =>
      (hour === 17 ? 1.8 : 1.1) * (corridor === 'QL13' ? 1.5 : 1);
    const law = SpeedLaw.fit(
      hours.flatMap((hour) =>
        corridors.map((corridor) =>
          cell({ hour, corridor, usualSeconds: 2_000, drivenSeconds: 2_000 * truth({ hour, corridor }) }),
        ),
      ),
    );
    for (const hour of [3, 17]) {
      for (const corridor of corridors) {
        const error = Math.abs(law.factor(cell({ hour, corridor })) / truth({ hour, corridor }) - 1);
        expect(error).toBeLessThan(0.06);
      }
    }
    // A street that nobody drove takes what its class and hour tell.
    const unknown = law.factor(cell({ hour: 17, corridor: 'Cách Mạng Tháng Tám' }));
    expect(unknown).toBeGreaterThan(1.6);
    expect(unknown).toBeLessThan(2.4);
  });

  it('keeps vehicles with and without sirens apart', () => {
    const law = SpeedLaw.fit([cell({ usualSeconds: 50_000, drivenSeconds: 100_000 })]);
    expect(law.factor(cell({ profile: 'normal' }))).toBe(1);
  });

  it('never believes the impossible', () => {
    const law = SpeedLaw.fit([cell({ usualSeconds: 100_000, drivenSeconds: 9_000_000 })]);
    expect(law.factor(cell())).toBe(5);
    const fast = SpeedLaw.fit([cell({ usualSeconds: 100_000, drivenSeconds: 10 })]);
    expect(fast.factor(cell())).toBeCloseTo(1 / 3);
  });

  it('does not depend on the order of what was driven', () => {
    const random = new Random(7);
    const classes: RoadClass[] = ['primary', 'residential', 'alley'];
    const cells = Array.from({ length: 60 }, (_, i) =>
      cell({
        hour: i % 24,
        roadClass: classes[i % 3]!,
        corridor: i % 3 === 0 ? `Đường ${i % 5}` : '',
        usualSeconds: 50 + 1_000 * random.next(),
        drivenSeconds: 50 + 1_000 * random.next(),
      }),
    );
    const [a, b] = [SpeedLaw.fit(cells), SpeedLaw.fit(cells.toReversed())];
    for (const one of cells) expect(a.factor(one)).toBeCloseTo(b.factor(one), 9);
  });
});

describe('Cells', () => {
  it('add up what was driven', () => {
    const known = new Map<string, CellDriving>();
    addDriving(known, [cell(), cell({ hour: 9 })]);
    addDriving(known, [cell({ usualSeconds: 10, drivenSeconds: 30 })]);
    expect(known.get(cellKey(cell()))).toMatchObject({ usualSeconds: 110, drivenSeconds: 130 });
    expect(known.size).toBe(2);
  });

  it('know main roads by name or number, and small streets by class alone', () => {
    expect(corridorOf({ roadClass: 'primary', name: 'Phú Lợi', ref: 'ĐT743' })).toBe('Phú Lợi');
    expect(corridorOf({ roadClass: 'trunk', name: null, ref: 'QL13' })).toBe('QL13');
    expect(corridorOf({ roadClass: 'residential', name: 'Đường số 3' })).toBe('');
  });
});
