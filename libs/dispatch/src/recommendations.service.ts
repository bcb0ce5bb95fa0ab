import {
  DomainError,
  type IncidentId,
  type LngLat,
  type Need,
  type Priority,
  type Recommendation,
  type RecommendationQuery,
  type SpecialNeed,
  type StationId,
  type Unit,
  type VehicleId,
  withSpecialNeeds,
} from '#contracts';
import { PositionsService, StationRow } from '#fleet';
import { getIncident, needOf } from '#incidents';
import type { Clock } from '#journal';
import type { TravelOrigin, TravelTimes } from '#roads';
import type { DataSource } from 'typeorm';
import {
  DEFAULT_WEIGHTS,
  exclusionReasons,
  NO_HISTORY,
  originOf,
  rankVehicles,
  turnoutSecondsOf,
  type Candidate,
  type Trust,
  type Weights,
} from './recommend.js';
import { listUnits } from './units.js';

/** Below this a receiver's heading is noise. */
const HEADING_SPEED_MPS = 2;

/** Coverage is for the worst that may happen. */
const MOST_URGENT: Priority = 1;

interface Asked {
  readonly position: LngLat;
  readonly need: Need;
  readonly special: readonly SpecialNeed[];
  readonly incidentId: IncidentId | null;
}

/** A vehicle that could be sent: from where, how soon, and where it belongs for now. */
export interface ReadyVehicle {
  readonly vehicleId: VehicleId;
  readonly postId: StationId;
  readonly isReturning: boolean;
  readonly origin: TravelOrigin;
  readonly turnoutSeconds: number;
}

/** Who could go, and why: reads only, reserves nothing. */
export class RecommendationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionsService,
    private readonly travelTimes: TravelTimes,
    private readonly clock: Clock,
    private readonly trust: () => Trust = () => NO_HISTORY,
    private readonly weights: Weights = DEFAULT_WEIGHTS,
  ) {}

  /** @throws PLACE_UNKNOWN without a position, PLACE_OFF_ROADS when no road is near it */
  async forIncident(incidentId: IncidentId, special: readonly SpecialNeed[] = []): Promise<Recommendation> {
    const incident = await getIncident(this.dataSource.manager, incidentId);
    if (!incident.position) throw new DomainError('PLACE_UNKNOWN');
    const need = { ...(await needOf(this.dataSource.manager, incident)), priority: incident.priority };
    return this.recommend({ position: incident.position, need, special, incidentId });
  }

  /** The same before anything is saved: the form asks as soon as a place is known. */
  async forPlace({ position, reason, answers, priority, needs }: RecommendationQuery): Promise<Recommendation> {
    const need = await needOf(this.dataSource.manager, { reason, answers, protocolVersion: null });
    const asked = { ...need, priority: priority ?? need.priority };
    return this.recommend({ position, need: asked, special: needs, incidentId: null });
  }

  /** Where every vehicle that could be sent now would start from, and its turnout in seconds. */
  async listReady(): Promise<ReadyVehicle[]> {
    const now = this.clock.now();
    const able = (await this.listCandidates(null)).filter((candidate) => exclusionReasons(candidate).length === 0);
    return able.map((candidate) => ({
      vehicleId: candidate.vehicleId,
      postId: candidate.stationId,
      isReturning: candidate.status === 'returning',
      origin: originOf(candidate, MOST_URGENT, now),
      turnoutSeconds: turnoutSecondsOf(candidate, this.weights),
    }));
  }

  private async recommend({ position, need: usual, special, incidentId }: Asked): Promise<Recommendation> {
    const now = this.clock.now();
    const need = withSpecialNeeds(usual, special);
    const candidates = await this.listCandidates(incidentId);
    const able = candidates.filter((candidate) => exclusionReasons(candidate, need).length === 0);
    const answer = await this.travelTimes.toPlace(
      able.map((candidate) => originOf(candidate, need.priority, now)),
      position,
    );
    const travel = new Map(able.map((candidate, i) => [candidate.vehicleId, answer.times[i] ?? null]));
    const { ranked, excluded } = rankVehicles(candidates, travel, need, answer.source, now, this.weights, this.trust());
    const { source: travelSource, basis = null } = answer;
    return { incidentId, computedAt: now.toISOString(), travelSource, basis, needs: [...special], ranked, excluded };
  }

  /** One vehicle as the rules see it now; null when there is no such vehicle. */
  async findCandidate(vehicleId: VehicleId): Promise<Candidate | null> {
    return (await this.listCandidates(null)).find((candidate) => candidate.vehicleId === vehicleId) ?? null;
  }

  /** Every vehicle as the rules see it now. */
  async listCandidates(incidentId: IncidentId | null): Promise<Candidate[]> {
    const { manager } = this.dataSource;
    const [units, stations, numbers, answered] = await Promise.all([
      listUnits(manager),
      manager.find(StationRow),
      manager.query<{ id: IncidentId; number: string }[]>(`select id, number from incident where state <> 'closed'`),
      incidentId
        ? manager.query<{ vehicle_id: VehicleId; state: 'refused' | 'unanswered' }[]>(
            `select vehicle_id, state from offer where incident_id = $1 and state in ('refused', 'unanswered') order by answered_at`,
            [incidentId],
          )
        : [],
    ]);
    const stationAt = new Map(stations.map((station) => [station.id, station.position]));
    const numberOf = new Map(numbers.map((row) => [row.id, row.number]));
    const answers = new Map(answered.map((row) => [row.vehicle_id, row.state]));
    return units.map((unit) => this.candidateOf(unit, stationAt, numberOf, answers));
  }

  private candidateOf(
    unit: Unit,
    stationAt: ReadonlyMap<Unit['stationId'], LngLat>,
    numberOf: ReadonlyMap<IncidentId, string>,
    answers: ReadonlyMap<VehicleId, 'refused' | 'unanswered'>,
  ): Candidate {
    const position = this.positions.findPosition(unit.id);
    return {
      vehicleId: unit.id,
      callSign: unit.callSign,
      level: unit.level,
      equipment: unit.equipment,
      stationId: unit.standbyStationId ?? unit.stationId,
      stationAt: stationAt.get(unit.standbyStationId ?? unit.stationId)!,
      status: unit.status,
      outOfServiceReason: unit.outOfServiceReason,
      incidentNumber: unit.incidentId ? (numberOf.get(unit.incidentId) ?? null) : null,
      shiftEndsAt: unit.shift ? new Date(unit.shift.endsAt) : null,
      position: position && {
        at: position.at,
        fixedAt: new Date(position.fixedAt),
        headingDegrees: (position.speedMps ?? 0) > HEADING_SPEED_MPS ? position.headingDegrees : null,
      },
      answeredBefore: answers.get(unit.id) ?? null,
    };
  }
}
