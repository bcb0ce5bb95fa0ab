import { DEFAULT_WEIGHTS, originOf, type Candidate } from './recommend.js';
import type { Priority } from '#contracts';
import { freshness } from '#fleet';
import type { TravelOrigin } from '#roads';
import type { MissionRow } from './entities.js';

/** How long a vehicle on its way still needs: by road from where it is, or what is left of the promise without a fix. */
export interface Way {
  /** Null when its position is lost: then only the promise is known. */
  readonly origin: TravelOrigin | null;
  /** Until its wheels turn. */
  readonly turnoutSeconds: number;
  readonly promisedSeconds: number | null;
}

/** @param notifiedAt when it was sent, which is what the promise counts from */
export function wayOf(
  candidate: Candidate,
  mission: Pick<MissionRow, 'state' | 'etaSeconds'>,
  notifiedAt: Date,
  priority: Priority,
  now: Date,
): Way {
  const elapsed = (now.getTime() - notifiedAt.getTime()) / 1_000;
  const age = candidate.position && (now.getTime() - candidate.position.fixedAt.getTime()) / 1_000;
  const moving = mission.state === 'en_route';
  return {
    origin: moving && freshness(age) === 'lost' ? null : originOf(candidate, priority, now),
    turnoutSeconds: moving ? 0 : Math.max(0, DEFAULT_WEIGHTS.turnoutSeconds - elapsed),
    promisedSeconds: mission.etaSeconds === null ? null : Math.max(0, mission.etaSeconds - elapsed),
  };
}

/** Seconds until it is there; null when neither a road nor a promise tells. */
export function remainingSeconds({ turnoutSeconds, promisedSeconds }: Way, driveSeconds: number | null): number | null {
  return driveSeconds === null ? promisedSeconds : turnoutSeconds + driveSeconds;
}
