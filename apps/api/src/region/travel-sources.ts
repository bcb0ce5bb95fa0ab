import type { Clock } from '#journal';
import type { Query } from '#region';
import {
  FallbackTimes,
  GoogleTimes,
  PgRoutingTimes,
  SecondOpinion,
  StraightLineTimes,
  type Attempt,
  type TravelTimes,
} from '#roads';
import type { Config } from '../config.js';

export type TravelSettings = Pick<Config, 'TRAVEL_TIMES' | 'GOOGLE_MAPS_KEY' | 'GOOGLE_MAPS_URL' | 'GOOGLE_PLACES_URL'>;

const OWN_GRAPH_DEADLINE_MS = 2_000;
const PGROUTING_DEADLINE_MS = 5_000;
const GOOGLE_DEADLINE_MS = 1_000;
const STRAIGHT_LINE_DEADLINE_MS = 1_000;

export interface TravelSources {
  /** The own graph. */
  readonly roads: TravelTimes;
  readonly query: Query;
  readonly clock: Clock;
  readonly settings: TravelSettings;
  /** Hears of every source that failed or was late. */
  readonly report: (source: string, failure: unknown) => void;
}

/** Who is asked for travel times, in which order and with which deadline; the last is the straight line. */
export function travelSources({ roads, query, clock, settings, report }: TravelSources): TravelTimes {
  const now = () => clock.now();
  const own: Attempt = { times: roads, deadlineMs: OWN_GRAPH_DEADLINE_MS };
  const straight: Attempt = { times: new StraightLineTimes(now), deadlineMs: STRAIGHT_LINE_DEADLINE_MS };
  const first: Attempt[] = [];
  const google = settings.TRAVEL_TIMES === 'google' ? findGoogle(settings, clock) : null;
  if (google) first.push({ times: google, deadlineMs: GOOGLE_DEADLINE_MS });
  if (settings.TRAVEL_TIMES === 'pgrouting')
    first.push({ times: new PgRoutingTimes(query, now), deadlineMs: PGROUTING_DEADLINE_MS });
  const [head, ...rest] = [...first, own, straight];
  return new FallbackTimes([head!, ...rest], report);
}

/** Google as a second opinion, where a key is set and it is not the first source already. */
export function findSecondOpinion({ clock, settings, report }: Omit<TravelSources, 'roads' | 'query'>) {
  const google = settings.TRAVEL_TIMES === 'google' ? null : findGoogle(settings, clock);
  return (
    google &&
    new SecondOpinion(
      google,
      () => clock.now(),
      (failure) => report('google', failure),
    )
  );
}

function findGoogle({ GOOGLE_MAPS_KEY: key, GOOGLE_MAPS_URL: url }: TravelSettings, clock: Clock): GoogleTimes | null {
  if (!key) return null;
  return new GoogleTimes({ key, deadlineMs: GOOGLE_DEADLINE_MS, ...(url && { url }) }, () => clock.now());
}
