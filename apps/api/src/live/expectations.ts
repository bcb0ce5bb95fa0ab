import type { BoardMirror } from '#board';
import { DomainError, type Expectation, type LngLat, type Mission, type MissionId, type Position } from '#contracts';
import { DEFAULT_WEIGHTS, destinationOf, expectedArrivalMs } from '#dispatch';
import { Repeating, type Clock } from '#journal';
import { profileOf, type TravelAnswer, type TravelOrigin, type TravelTimes } from '#roads';

/** A position older than this says nothing about how far a vehicle has come. */
const LOST_MS = 300_000;

interface Going {
  readonly mission: Mission;
  readonly to: LngLat;
  readonly position: Position;
}

/**
 * When every vehicle under way will now be where it is going, by road from where it is: asked again every few seconds,
 * kept in memory only. One question for all vehicles of one destination.
 */
export class Expectations extends Repeating {
  private expected: ReadonlyMap<MissionId, Expectation> = new Map();
  private readonly listeners = new Set<(expected: Expectation[]) => void>();

  constructor(
    private readonly mirror: Pick<BoardMirror, 'records' | 'hospitals'>,
    private readonly positions: { findPosition(id: Mission['vehicleId']): Position | null },
    private readonly travelTimes: TravelTimes,
    private readonly clock: Clock,
    onError: (error: unknown) => void,
  ) {
    super(() => this.ask(), onError);
  }

  list(): Expectation[] {
    return [...this.expected.values()];
  }

  onChange(listener: (expected: Expectation[]) => void): void {
    this.listeners.add(listener);
  }

  private async ask(): Promise<void> {
    const { records } = this.mirror;
    if (!records) return;
    const found = new Map<MissionId, Expectation>();
    for (const going of groupsOf(this.listGoing())) {
      const origins = going.map(({ mission, position }) => ({
        at: position.at,
        headingDegrees: position.headingDegrees,
        profile: profileOf(
          records.units[mission.vehicleId]?.level ?? 'bls',
          records.incidents[mission.incidentId]?.priority ?? 1,
        ),
      }));
      const times = await this.timesTo(going[0]!.to, origins);
      const now = this.clock.now();
      going.forEach(({ mission }, i) => {
        const time = times[i];
        if (!time) return;
        const arrivesMs = expectedArrivalMs(mission, time.seconds, DEFAULT_WEIGHTS.turnoutSeconds, now.getTime());
        found.set(mission.id, {
          missionId: mission.id,
          arrivesAt: new Date(arrivesMs).toISOString(),
          computedAt: now.toISOString(),
        });
      });
    }
    this.expected = found;
    for (const listener of this.listeners) listener(this.list());
  }

  /** A place that no road leads to leaves its own vehicles without a time, and nobody else. */
  private async timesTo(place: LngLat, origins: readonly TravelOrigin[]): Promise<TravelAnswer['times']> {
    try {
      return (await this.travelTimes.toPlace(origins, place)).times;
    } catch (failure) {
      if (failure instanceof DomainError) return [];
      throw failure;
    }
  }

  private listGoing(): Going[] {
    const { records, hospitals } = this.mirror;
    const nowMs = this.clock.now().getTime();
    return Object.values(records?.missions ?? {}).flatMap((mission) => {
      const to = destinationOf(mission, records?.incidents[mission.incidentId], hospitals);
      const position = this.positions.findPosition(mission.vehicleId);
      const known = position && nowMs - new Date(position.fixedAt).getTime() < LOST_MS;
      return to && known ? [{ mission, to, position }] : [];
    });
  }
}

function groupsOf(going: readonly Going[]): Going[][] {
  const groups = new Map<string, Going[]>();
  for (const one of going) groups.set(one.to.join(), [...(groups.get(one.to.join()) ?? []), one]);
  return [...groups.values()];
}
