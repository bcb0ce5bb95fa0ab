import type { LngLat } from '#contracts';
import {
  RoadGraphTimes,
  soonest,
  type Obstructed,
  type ProfileName,
  type RoadSearch,
  type RoadsInForce,
  type TravelAnswer,
  type TravelOrigin,
  type TravelTime,
  type TravelTimes,
} from '#roads';
import type { Conditions, TrafficNow } from '../traffic-now.js';

/** A difference below this is not worth a word. */
const NOTICEABLE_SECONDS = 15;
/** For so many of those who would come first on free roads it is looked up what is in their way. */
const EXPLAINED = 8;

/**
 * Travel times by road that say how the open obstructions bear on them. A vehicle that they keep from the place gets
 * the time of free roads and is marked: who is sent to somebody inside a closed area is for a person to decide.
 */
export class ObstructedTimes implements TravelTimes {
  readonly source = 'roads';
  private free: { under: Conditions; times: RoadGraphTimes } | null = null;

  constructor(
    private readonly times: RoadGraphTimes,
    private readonly roads: RoadsInForce,
    private readonly traffic: TrafficNow,
    private readonly now: () => Date,
  ) {}

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const { conditions } = this.traffic;
    const answer = await this.times.toPlace(origins, place);
    if (!conditions || conditions.obstructions === 0) return answer;
    const usual = (await this.freeTimes(conditions).toPlace(origins, place)).times;
    const explained = new Set(soonest(usual, EXPLAINED));
    const times = answer.times.map((time, i) =>
      this.compared(origins[i]!, place, time, usual[i]!, explained.has(i) ? conditions : null),
    );
    return { ...answer, times: await Promise.all(times) };
  }

  private async compared(
    origin: TravelOrigin,
    place: LngLat,
    time: TravelTime | null,
    usual: TravelTime | null,
    explain: Conditions | null,
  ): Promise<TravelTime | null> {
    if (!usual) return time;
    const profile = origin.profile ?? 'emergency';
    if (!time) {
      const kinds = this.traffic.obstructions.kindsClosedTo(profile);
      return { ...usual, obstructed: { how: 'blocked', kinds, delaySeconds: 0 } };
    }
    const delaySeconds = time.seconds - usual.seconds;
    if (!explain || delaySeconds < NOTICEABLE_SECONDS) return time;
    return { ...time, obstructed: { ...(await this.explain(origin, place, explain)), delaySeconds } };
  }

  private async explain(
    origin: TravelOrigin,
    place: LngLat,
    under: Conditions,
  ): Promise<Omit<Obstructed, 'delaySeconds'>> {
    const { obstructions } = this.traffic;
    const { profile = 'emergency' } = origin;
    const arcs = (await this.times.findDrive(origin, place))?.arcs ?? [];
    const [first, last] = [arcs[0], arcs.at(-1)];
    if (last !== undefined && obstructions.isClosed(last, profile))
      return { how: 'on_foot', kinds: obstructions.kindsOn([last]) };
    // A vehicle that stands on a closed road leaves it as if it were free.
    const driven = first !== undefined && obstructions.isClosed(first, profile) ? arcs.slice(1) : arcs;
    const met = obstructions.kindsOn(driven);
    if (met.length > 0) return { how: 'passes', kinds: met };
    const freeDrive = await this.freeTimes(under).findDrive(origin, place);
    return { how: 'avoids', kinds: obstructions.kindsOn(freeDrive?.arcs ?? []) };
  }

  /** The same roads as if nothing stood in them; weighed when first asked under the conditions in force. */
  private freeTimes(under: Conditions): RoadGraphTimes {
    if (this.free?.under === under) return this.free.times;
    const { roads } = this;
    const { graph, index } = roads;
    const made: Partial<Record<ProfileName, RoadSearch>> = {};
    const search = (profile: ProfileName) => (made[profile] ??= roads.searchUnder(profile, under.free[profile]));
    // Weighing costs milliseconds, so only the profiles that are asked for are weighed.
    const searches = {
      get emergency() {
        return search('emergency');
      },
      get normal() {
        return search('normal');
      },
      get motorbike() {
        return search('motorbike');
      },
    };
    const edgesInReach = (profile: ProfileName) => roads.edgesInReach(profile);
    const now = async () => ({ searches, outdated: false });
    const times = new RoadGraphTimes({ graph, index, edgesInReach, now }, this.now);
    this.free = { under, times };
    return times;
  }
}
