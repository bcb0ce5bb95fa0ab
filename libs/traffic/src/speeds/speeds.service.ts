import { localHour, type Clock } from '#journal';
import type { TravelBasis } from '#contracts';
import { USUAL, type ArcFactors, type ProfileName, type RoadsInForce } from '#roads';
import { pause } from '#steps';
import type { DataSource } from 'typeorm';
import { DriveBook, type BookedDrive } from './drive-book.js';
import { learnFrom, type Lesson } from './drive.js';
import { LawFactors } from './law-factors.js';
import { NearRoads } from './near-roads.js';
import { SpeedLaw } from './speed-law.js';
import { priorOf, type SpeedRule } from './speed-rule.js';

/** Below this many drives a P90 of theirs is noise. */
const FEWEST_DRIVES = 30;
const BATCH_DRIVES = 20;

/** How far travel times can be trusted. */
export interface SpeedTrust {
  readonly learnedFromDrives: number;
  /** P90 of driven over predicted of the last drives; null until there are enough of them. */
  readonly p90Factor: number | null;
}

/** The roads that drives are matched to. */
type Roads = Pick<RoadsInForce, 'graph' | 'index' | 'travelProfiles'>;

/** Speeds learned from the centre's own drives, kept in the database and in memory. */
export class SpeedsService {
  private readonly book: DriveBook;
  private law: SpeedLaw;
  private trusted: SpeedTrust = { learnedFromDrives: 0, p90Factor: null };
  private prepared: { roads: Roads; factors: LawFactors; near: Map<ProfileName, NearRoads> } | null = null;

  constructor(
    dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rules: readonly SpeedRule[] = [],
  ) {
    this.book = new DriveBook(dataSource);
    this.law = SpeedLaw.fit([], priorOf(rules));
  }

  get basis(): TravelBasis['speeds'] {
    if (this.trusted.learnedFromDrives > 0) return 'learned';
    return this.rules.length > 0 ? 'entered' : 'assumed';
  }

  /** Reads what was learned before; called at the start and after every lesson. */
  async load(): Promise<void> {
    const [cells, learnedFromDrives, ratios] = await Promise.all([
      this.book.listCells(),
      this.book.countLearned(),
      this.book.listLastRatios(),
    ]);
    this.law = SpeedLaw.fit(cells, priorOf(this.rules));
    const sorted = ratios.toSorted((a, b) => a - b);
    const p90 = sorted[Math.ceil(0.9 * sorted.length) - 1] ?? null;
    this.trusted = { learnedFromDrives, p90Factor: sorted.length < FEWEST_DRIVES ? null : p90 };
  }

  trust(): SpeedTrust {
    return this.trusted;
  }

  /** What the learned speeds make of the roads in the present hour. */
  factorsNow(roads: Roads): ArcFactors {
    if (this.basis === 'assumed') return USUAL;
    return this.prepare(roads).factors.at(localHour(this.clock.now()), this.law);
  }

  /**
   * Looks at the drives that ended since the last time; returns how many taught something. A drive that cannot be
   * worked out is put aside, so that it never stands in the way of those after it, and told at the end.
   */
  async learn(roads: Roads): Promise<number> {
    let taught = 0;
    const faults: unknown[] = [];
    for (;;) {
      const drives = await this.book.listNew(this.clock.now(), BATCH_DRIVES);
      for (const booked of drives) {
        // Matching one drive keeps the processor busy for some milliseconds: calls and orders go first.
        await pause();
        if (await this.learnOne(booked, roads, faults)) taught++;
      }
      if (drives.length < BATCH_DRIVES) break;
    }
    if (taught > 0) await this.load();
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} drives could not be worked out`);
    return taught;
  }

  private async learnOne(booked: BookedDrive, roads: Roads, faults: unknown[]): Promise<boolean> {
    const { profile } = booked.drive;
    const { near } = this.prepare(roads);
    if (!near.has(profile)) near.set(profile, new NearRoads(roads.graph, roads.travelProfiles[profile]));
    const lesson = lessonOf(() => learnFrom(booked.drive, roads.index, near.get(profile)!), faults);
    if ('refused' in lesson) {
      await this.book.enter(booked, lesson, null);
      return false;
    }
    const predicted = lesson.cells.reduce((sum, cell) => sum + cell.usualSeconds * this.law.factor(cell), 0);
    await this.book.enter(booked, lesson, predicted);
    return true;
  }

  private prepare(roads: Roads) {
    if (this.prepared?.roads.graph !== roads.graph)
      this.prepared = { roads, factors: new LawFactors(roads.graph), near: new Map() };
    return this.prepared;
  }
}

function lessonOf(learn: () => Lesson, faults: unknown[]): Lesson {
  try {
    return learn();
  } catch (fault) {
    faults.push(fault);
    return { refused: 'fault' };
  }
}
