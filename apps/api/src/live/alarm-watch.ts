import type { AlarmsService } from '#alarms';
import type { BoardMirror } from '#board';
import { alarmsOf, type AccountId, type AlarmRules, type Position, type Priority } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { Expectations } from './expectations.js';

const MINUTE_MS = 60_000;

export interface AlarmWatchParts {
  readonly mirror: BoardMirror;
  readonly alarms: Pick<AlarmsService, 'follow' | 'countMinute'>;
  readonly expectations: Pick<Expectations, 'list'>;
  readonly listPositions: () => Position[];
  /** Who sits at a console now. */
  readonly listDesks: () => AccountId[];
  readonly rules: AlarmRules;
  readonly targetSeconds: Readonly<Record<Priority, number>>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/**
 * Looks at the whole board every second by the very rule that the screens use, and has what it sees kept. A screen does
 * not wait for this: it sees its alarms by itself, and learns from here who has acknowledged them.
 */
export class AlarmWatch extends Repeating {
  private countedAtMs: number;

  constructor(private readonly parts: AlarmWatchParts) {
    super(() => this.look(), parts.onError);
    this.countedAtMs = parts.clock.now().getTime();
  }

  private async look(): Promise<void> {
    const { mirror, alarms, expectations, rules, targetSeconds } = this.parts;
    const { records } = mirror;
    if (!records) return;
    const nowMs = this.parts.clock.now().getTime();
    const positions = Object.fromEntries(this.parts.listPositions().map((position) => [position.vehicleId, position]));
    const expectedMs = Object.fromEntries(
      expectations.list().map(({ missionId, arrivesAt }) => [missionId, new Date(arrivesAt).getTime()]),
    );
    const { stations } = mirror;
    const situation = { ...records, stations, positions, expectedMs, rules, targetSeconds, unprovedSeconds: 0, nowMs };
    await alarms.follow(alarmsOf(situation), Object.values(records.alarms));
    if (nowMs - this.countedAtMs < MINUTE_MS) return;
    this.countedAtMs = nowMs;
    await alarms.countMinute(this.parts.listDesks());
  }
}
