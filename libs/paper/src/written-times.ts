import {
  DomainError,
  ETIME_OF_STEP,
  MISSION_STEPS,
  type ETime,
  type MissionStep,
  type PaperEntry,
  type PaperRun,
} from '#contracts';

/** One time of a run, with the step that it stands for. */
export interface WrittenTime {
  readonly step: MissionStep;
  readonly etime: ETime;
  readonly at: Date;
}

/** The times of a run in the order of the work; steps that nobody wrote down are left out. */
export const writtenTimes = ({ times }: PaperRun): WrittenTime[] =>
  MISSION_STEPS.flatMap((step) => {
    const etime = ETIME_OF_STEP[step];
    const at = times[etime];
    return at ? [{ step, etime, at: new Date(at) }] : [];
  });

/**
 * Handwriting is taken as it is, as long as it can be true: nothing before the call, nothing in the future, no later
 * step before an earlier one, no end before the last time. @throws PERIOD_INVALID naming the time that cannot be
 */
export function checkTimes(entry: PaperEntry, now: Date): void {
  const wrong = (what: string) => new DomainError('PERIOD_INVALID', { what });
  const receivedAt = new Date(entry.receivedAt);
  if (receivedAt > now) throw wrong('receivedAt');
  let latest = receivedAt;
  for (const run of entry.runs) {
    let before = receivedAt;
    for (const { etime, at } of writtenTimes(run)) {
      if (at < before || at > now) throw wrong(etime);
      before = at;
    }
    if (before > latest) latest = before;
  }
  if (!entry.closedAt) return;
  const closedAt = new Date(entry.closedAt);
  if (closedAt < latest || closedAt > now) throw wrong('closedAt');
}

/** When everything that was written had happened. */
export const lastTime = (entry: PaperEntry): Date =>
  new Date(
    Math.max(
      new Date(entry.closedAt ?? entry.receivedAt).getTime(),
      ...entry.runs.flatMap((run) => writtenTimes(run).map(({ at }) => at.getTime())),
    ),
  );
