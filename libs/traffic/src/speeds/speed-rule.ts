import type { RoadClass } from '#region';
import type { ProfileName } from '#roads';
import type { Cell } from './cell.js';

/** What a centre knows of its roads without having measured it, e.g. Đại lộ Bình Dương from 16 to 18 takes 1.8 times as long. */
export interface SpeedRule {
  /** Local hours, 0 to 23. */
  readonly hours: readonly number[];
  /** Left out: every class, every road, every kind of vehicle. */
  readonly classes?: readonly RoadClass[];
  readonly corridor?: string;
  readonly profiles?: readonly ProfileName[];
  /** How many times the usual seconds a stretch takes. */
  readonly factor: number;
}

/** The factor of a cell by all rules that fit it; 1 where none does. What is learned later corrects it. */
export const priorOf =
  (rules: readonly SpeedRule[]) =>
  (cell: Cell): number =>
    rules.reduce((factor, rule) => (fits(rule, cell) ? factor * rule.factor : factor), 1);

const fits = ({ hours, classes, corridor, profiles }: SpeedRule, cell: Cell): boolean =>
  hours.includes(cell.hour) &&
  (!classes || classes.includes(cell.roadClass)) &&
  (!corridor || corridor === cell.corridor) &&
  (!profiles || profiles.includes(cell.profile));
