import type { Cell, CellDriving } from './cell.js';

const { exp, log, max, min } = Math;

/**
 * What explains how much longer a stretch takes than its profile says, from the coarsest to the finest. `trust` is the
 * driving (usual seconds) a group needs before half of what it shows is believed: the finer the group, the more.
 */
const LEVELS: readonly { readonly of: (cell: Cell) => string | null; readonly trust: number }[] = [
  { of: ({ profile }) => profile, trust: 300 },
  { of: ({ profile, hour }) => `${profile}|${hour}`, trust: 600 },
  { of: ({ profile, roadClass }) => `${profile}|${roadClass}`, trust: 600 },
  { of: ({ profile, roadClass, hour }) => `${profile}|${roadClass}|${hour}`, trust: 900 },
  { of: ({ profile, corridor }) => (corridor ? `${profile}|${corridor}` : null), trust: 600 },
  { of: ({ profile, corridor, hour }) => (corridor ? `${profile}|${corridor}|${hour}` : null), trust: 1_200 },
];
const SWEEPS = 6;
/** No cell is believed to be driven at less than a fifth or more than three times its usual speed. */
const LEAST_FACTOR = 1 / 3;
const MOST_FACTOR = 5;

/**
 * Factors on usual seconds, learned from what was driven: a sum of effects on the logarithm, one per level, each
 * shrunk towards zero where little was driven (empirical Bayes; fitted by backfitting, Hastie and Tibshirani 1990).
 * A street never driven has the factor of its class and hour, and without any history every factor is the prior's.
 */
export class SpeedLaw {
  private constructor(
    private readonly effects: readonly ReadonlyMap<string, number>[],
    private readonly prior: (cell: Cell) => number,
    readonly drivenSeconds: number,
  ) {}

  /** @param prior the factor that is believed before anything was driven: what the centre entered, or 1 */
  static fit(cells: Iterable<CellDriving>, prior: (cell: Cell) => number = () => 1): SpeedLaw {
    const observed = [...cells].filter(({ usualSeconds, drivenSeconds }) => usualSeconds > 0 && drivenSeconds > 0);
    const effects = LEVELS.map(() => new Map<string, number>());
    const law = new SpeedLaw(
      effects,
      prior,
      observed.reduce((sum, { drivenSeconds }) => sum + drivenSeconds, 0),
    );
    const residuals = Float64Array.from(observed, (cell) =>
      log(cell.drivenSeconds / (cell.usualSeconds * prior(cell))),
    );
    for (let sweep = 0; sweep < SWEEPS; sweep++) LEVELS.forEach((_, level) => law.refit(level, observed, residuals));
    return law;
  }

  /** How many times the usual seconds a stretch in this cell takes. */
  factor(cell: Cell): number {
    let sum = 0;
    LEVELS.forEach(({ of }, level) => {
      const group = of(cell);
      if (group !== null) sum += this.effects[level]!.get(group) ?? 0;
    });
    return max(LEAST_FACTOR, min(MOST_FACTOR, this.prior(cell) * exp(sum)));
  }

  /** One level's effects anew, given all the others; `residuals` are what no level explains yet. */
  private refit(level: number, observed: readonly CellDriving[], residuals: Float64Array): void {
    const { of, trust } = LEVELS[level]!;
    const effects = this.effects[level] as Map<string, number>;
    const groups = observed.map(of);
    const sums = new Map<string, { weight: number; weighted: number }>();
    observed.forEach(({ usualSeconds }, i) => {
      const group = groups[i];
      if (group == null) return;
      const sum = sums.get(group) ?? { weight: 0, weighted: 0 };
      sum.weight += usualSeconds;
      sum.weighted += usualSeconds * (residuals[i]! + (effects.get(group) ?? 0));
      sums.set(group, sum);
    });
    observed.forEach((_, i) => {
      const group = groups[i];
      if (group != null) residuals[i]! += effects.get(group) ?? 0;
    });
    for (const [group, { weight, weighted }] of sums) effects.set(group, weighted / (weight + trust));
    observed.forEach((_, i) => {
      const group = groups[i];
      if (group != null) residuals[i]! -= effects.get(group)!;
    });
  }
}
