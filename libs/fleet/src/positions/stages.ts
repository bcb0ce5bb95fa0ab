import { distanceMetres } from '#geo';
import type { Fix, Judgement } from './fix.js';

/** What is remembered of one vehicle between fixes. */
export interface Track {
  /** The last accepted fix: where the marker is. */
  current: Fix | null;
  /** Fixes in a row that disagree with the current one but agree with each other. */
  doubted: Fix[];
  /** Since when the very same fix keeps coming although the device says that it moves. */
  frozenSince: Date | null;
  seen: Set<string>;
}
export const newTrack = (): Track => ({ current: null, doubted: [], frozenSince: null, seen: new Set() });

/** A stage passes a fix on (null) or judges it. Order matters: see {@link STAGES}. */
type Stage = (fix: Fix, track: Track) => Judgement | null;
const drop = (why: string): Judgement => ({ outcome: 'dropped', why });
const quarantine = (why: string): Judgement => ({ outcome: 'quarantined', why });

const MAX_ACCURACY_METRES = 1_000;
const MAX_FUTURE_MS = 60_000;
const MAX_SPEED_MPS = 50;
const AGREEING_FIXES = 3;
/** A clock outside these years is broken, and some of them no database can store. */
const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;
const FROZEN_MS = 600_000;
const REMEMBERED_FIXES = 200;
const OTHER_DEVICE_METRES = 2_000;
const OTHER_DEVICE_MS = 60_000;
/** Vietnam and 50 km around it, as a box: west, south, east, north. */
const VIETNAM = [101.7, 7.9, 110.0, 23.9] as const;

const impossible: Stage = ({ at: [lng, lat], accuracyMetres, fixedAt }) => {
  const year = fixedAt.getUTCFullYear();
  if (!(year >= EARLIEST_YEAR && year <= LATEST_YEAR)) return drop('not_a_time');
  if (!Number.isFinite(lng) || !Number.isFinite(lat) || Math.abs(lng) > 180 || Math.abs(lat) > 90)
    return drop('not_on_earth');
  if (lng === 0 && lat === 0) return drop('null_island');
  return accuracyMetres !== null && accuracyMetres > MAX_ACCURACY_METRES ? drop('too_inaccurate') : null;
};

const repeated: Stage = (fix, track) => {
  const key = `${fix.deviceId}|${fix.fixedAt.getTime()}`;
  if (track.seen.has(key)) return drop('repeated');
  track.seen.add(key);
  if (track.seen.size > REMEMBERED_FIXES) track.seen.delete(track.seen.values().next().value!);
  return null;
};

const invented: Stage = (fix) => (fix.mock ? quarantine('mock') : null);

const future: Stage = (fix) =>
  fix.fixedAt.getTime() - fix.receivedAt.getTime() > MAX_FUTURE_MS ? quarantine('future') : null;

const outside: Stage = ({ at: [lng, lat] }) =>
  lng < VIETNAM[0] || lat < VIETNAM[1] || lng > VIETNAM[2] || lat > VIETNAM[3] ? quarantine('outside_vietnam') : null;

/** A buffer flushed after a dead spot: history, never the marker. */
const late: Stage = (fix, { current }) => (current && fix.fixedAt < current.fixedAt ? quarantine('older') : null);

const frozen: Stage = (fix, track) => {
  const { current } = track;
  const same = current !== null && fix.at[0] === current.at[0] && fix.at[1] === current.at[1];
  if (!same || !fix.moving) {
    track.frozenSince = null;
    return null;
  }
  track.frozenSince ??= current.fixedAt;
  return fix.fixedAt.getTime() - track.frozenSince.getTime() > FROZEN_MS ? quarantine('frozen') : null;
};

const otherDevice: Stage = (fix, { current }) => {
  if (!current || current.deviceId === fix.deviceId) return null;
  const together = Math.abs(fix.fixedAt.getTime() - current.fixedAt.getTime()) < OTHER_DEVICE_MS;
  return together && distanceMetres(fix.at, current.at) > OTHER_DEVICE_METRES ? quarantine('devices_disagree') : null;
};

/** Faster than 180 km/h since the last good fix: doubted, until three in a row agree that it was the earlier one. */
const tooFast: Stage = (fix, track) => {
  const previous = track.doubted.at(-1);
  if (!track.current || plausible(track.current, fix)) {
    track.doubted = [];
    return null;
  }
  track.doubted = previous && plausible(previous, fix) ? [...track.doubted, fix] : [fix];
  if (track.doubted.length < AGREEING_FIXES) return quarantine('too_fast');
  track.doubted = [];
  return null;
};

function plausible(from: Fix, to: Fix): boolean {
  const seconds = Math.max(1, (to.fixedAt.getTime() - from.fixedAt.getTime()) / 1_000);
  const slack = (from.accuracyMetres ?? 0) + (to.accuracyMetres ?? 0);
  return distanceMetres(from.at, to.at) - slack <= MAX_SPEED_MPS * seconds;
}

const STAGES: readonly Stage[] = [impossible, repeated, invented, future, outside, late, frozen, otherDevice, tooFast];

/** Sends a fix through the stages and, if none objects, moves the track. */
export function judge(fix: Fix, track: Track): Judgement {
  for (const stage of STAGES) {
    const judgement = stage(fix, track);
    if (judgement) return judgement;
  }
  track.current = fix;
  return { outcome: 'accepted', why: null };
}
