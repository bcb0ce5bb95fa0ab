import {
  DomainError,
  type Answers,
  type IncidentId,
  type LngLat,
  type Need,
  type Priority,
  type ReasonKey,
  type Recommendation,
  type Unit,
  type VehicleId,
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
  readonly incidentId: IncidentId | null;
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
  async forIncident(incidentId: IncidentId): Promise<Recommendation> {
    const incident = await getIncident(this.dataSource.manager, incidentId);
    if (!incident.position) throw new DomainError('PLACE_UNKNOWN');
    const need = { ...(await needOf(this.dataSource.manager, incident)), priority: incident.priority };
    return this.recommend({ position: incident.position, need, incidentId });
  }

  /** The same before anything is saved: the form asks as soon as a place is known. */
  async forPlace(position: LngLat, reason: ReasonKey, answers: Answers, priority?: Priority): Promise<Recommendation> {
    const need = await needOf(this.dataSource.manager, { reason, answers, protocolVersion: null });
    return this.recommend({ position, need: { ...need, priority: priority ?? need.priority }, incidentId: null });
  }

  /** Where every vehicle that could be sent now would start from, and its turnout in seconds. */
  async listReady(): Promise<{ origin: TravelOrigin; turnoutSeconds: number }[]> {
    const now = this.clock.now();
    const able = (await this.listCandidates(null)).filter((candidate) => exclusionReasons(candidate).length === 0);
    return able.map((candidate) => ({
      origin: originOf(candidate, MOST_URGENT, now),
      turnoutSeconds: turnoutSecondsOf(candidate, this.weights),
    }));
  }

  private async recommend({ position, need, incidentId }: Asked): Promise<Recommendation> {
    const now = this.clock.now();
    const candidates = await this.listCandidates(incidentId);
    const able = candidates.filter((candidate) => exclusionReasons(candidate).length === 0);
    const answer = await this.travelTimes.toPlace(
      able.map((candidate) => originOf(candidate, need.priority, now)),
      position,
    );
    const travel = new Map(able.map((candidate, i) => [candidate.vehicleId, answer.times[i] ?? null]));
    const { ranked, excluded } = rankVehicles(candidates, travel, need, answer.source, now, this.weights, this.trust());
    const { source: travelSource, basis = null } = answer;
    return { incidentId, computedAt: now.toISOString(), travelSource, basis, ranked, excluded };
  }

  private async listCandidates(incidentId: IncidentId | null): Promise<Candidate[]> {
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
      stationId: unit.stationId,
      stationAt: stationAt.get(unit.stationId)!,
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
