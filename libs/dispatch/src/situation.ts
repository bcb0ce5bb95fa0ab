import { withSpecialNeeds, type IncidentId, type LngLat, type MissionId, type VehicleId } from '#contracts';
import { HospitalRow } from '#fleet';
import { IncidentRow, needOf } from '#incidents';
import type { Clock } from '#journal';
import type { TravelTimes } from '#roads';
import { In, type DataSource } from 'typeorm';
import { DEFAULT_THRESHOLD, type Alternative, type Job, type Situation } from './better-choice.js';
import { listOnTheWay, notifiedAt } from './diversion.service.js';
import { MissionRow, SuggestionRow, VehicleRequestRow } from './entities.js';
import { readClearingSeconds, readHandovers } from './handovers.js';
import { exclusionReasons, originOf, scoreVehicles, unfitSeconds, type Candidate } from './recommend.js';
import type { RecommendationsService } from './recommendations.service.js';
import { remainingSeconds, wayOf } from './remaining.js';

/** A vehicle on its last step at a hospital, as if it were free there already. */
interface SoonFree {
  readonly candidate: Candidate;
  readonly freeInSeconds: number;
}

/** Reads what the rule of better choices looks at: who is on the way, who is free or about to be, what was left. */
export class SituationReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recommendations: RecommendationsService,
    private readonly travelTimes: TravelTimes,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Situation> {
    const { manager } = this.dataSource;
    const shown = await manager.findBy(SuggestionRow, { state: 'open' });
    const pairs = shown.map(({ missionId, betterVehicleId }) => ({ missionId, vehicleId: betterVehicleId }));
    const missions = await this.listReplaceable();
    if (missions.length === 0) return { jobs: [], shown: pairs, left: [] };
    const left = await manager.findBy(SuggestionRow, { missionId: In(missions.map(({ id }) => id)), state: 'left' });
    const candidates = await this.recommendations.listCandidates(null);
    const soonFree = await this.listSoonFree(candidates);
    const jobs: Job[] = [];
    for (const mission of missions) {
      const job = await this.jobOf(mission, candidates, soonFree);
      if (job) jobs.push(job);
    }
    return {
      jobs,
      shown: pairs,
      left: left.map(({ missionId, betterVehicleId, gainSeconds }) => ({
        missionId,
        vehicleId: betterVehicleId,
        gainSeconds,
      })),
    };
  }

  /** On the way, and nobody is being asked in their place yet. */
  private async listReplaceable(): Promise<MissionRow[]> {
    const { manager } = this.dataSource;
    const missions = await listOnTheWay(manager);
    const searches = await manager.findBy(VehicleRequestRow, {
      replaces: In(missions.map(({ id }) => id)),
      state: 'seeking',
    });
    const asked = new Set<MissionId | null>(searches.map(({ replaces }) => replaces));
    return missions.filter(({ id }) => !asked.has(id));
  }

  private async jobOf(
    mission: MissionRow,
    candidates: readonly Candidate[],
    soonFree: readonly SoonFree[],
  ): Promise<Job | null> {
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const incident = await manager.findOneBy(IncidentRow, { id: mission.incidentId });
    const request = await manager.findOneBy(VehicleRequestRow, { id: mission.requestId });
    const present = candidates.find(({ vehicleId }) => vehicleId === mission.vehicleId);
    if (!incident?.position || !request || !present) return null;
    const { priority } = incident;
    const need = withSpecialNeeds({ ...(await needOf(manager, incident)), priority }, request.needs);
    const refused = await this.whoRefused(incident.id);
    const others = [...candidates.filter((one) => exclusionReasons(one).length === 0), ...soonFree.map(candidateOf)]
      // A motorbike goes ahead and replaces nobody, and nobody replaces it.
      .filter(({ vehicleId, level }) => level !== 'motorbike' && !refused.has(vehicleId));
    if (present.level === 'motorbike') return null;
    const way = wayOf(present, mission, await notifiedAt(manager, mission), priority, now);
    const times = await this.drive(
      [way.origin, ...others.map((one) => originOf(one, priority, now))],
      incident.position,
    );
    const etaSeconds = remainingSeconds(way, times[0]?.seconds ?? null);
    if (etaSeconds === null) return null;
    const travel = new Map(others.map((one, i) => [one.vehicleId, times[i + 1] ?? null]));
    const { scored } = scoreVehicles(others, travel, need, this.travelTimes.source, now);
    const passedOver = new Set(request.shown?.ranked.map(({ vehicleId }) => vehicleId));
    return {
      missionId: mission.id,
      incidentId: incident.id,
      vehicleId: mission.vehicleId,
      priority,
      etaSeconds,
      drawbackSeconds: unfitSeconds(present, need),
      lateSeconds: way.promisedSeconds === null ? 0 : etaSeconds - way.promisedSeconds,
      alternatives: scored.map(({ vehicle, score }): Alternative => {
        const freeInSeconds = soonFree.find((one) => one.candidate.vehicleId === vehicle.vehicleId)?.freeInSeconds;
        return {
          vehicleId: vehicle.vehicleId,
          etaSeconds: vehicle.etaSeconds + (freeInSeconds ?? 0),
          drawbackSeconds: score - vehicle.etaSeconds,
          freeInSeconds: freeInSeconds ?? null,
          passedOver: passedOver.has(vehicle.vehicleId),
        };
      }),
    };
  }

  private async drive(origins: readonly (ReturnType<typeof originOf> | null)[], place: LngLat) {
    const known = origins.flatMap((origin, i) => (origin ? [{ origin, i }] : []));
    const { times } = await this.travelTimes.toPlace(
      known.map(({ origin }) => origin),
      place,
    );
    const all: ((typeof times)[number] | null)[] = origins.map(() => null);
    known.forEach(({ i }, k) => (all[i] = times[k] ?? null));
    return all;
  }

  /** Whoever refused this incident, or did not answer for it, is not suggested for it. */
  private async whoRefused(incidentId: IncidentId): Promise<Set<VehicleId>> {
    const rows: { vehicle_id: VehicleId }[] = await this.dataSource.query(
      `select vehicle_id from offer where incident_id = $1 and state in ('refused', 'unanswered')`,
      [incidentId],
    );
    return new Set(rows.map(({ vehicle_id }) => vehicle_id));
  }

  /** Vehicles at a hospital that will be free within minutes, by how handovers there went of late. */
  private async listSoonFree(candidates: readonly Candidate[]): Promise<SoonFree[]> {
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const missions = await manager.findBy(MissionRow, { state: In(['at_hospital', 'handed_over']), active: true });
    const clearing = missions.length > 0 ? await readClearingSeconds(manager, now) : null;
    if (clearing === null) return [];
    const handovers = await readHandovers(manager, now);
    const hospitals = new Map((await manager.find(HospitalRow)).map((row) => [row.id, row]));
    return missions.flatMap(({ vehicleId, hospitalId, state, since }) => {
      const candidate = candidates.find((one) => one.vehicleId === vehicleId);
      const hospital = hospitalId && hospitals.get(hospitalId);
      const handover = state === 'handed_over' ? 0 : hospitalId && handovers.get(hospitalId)?.medianSeconds;
      if (!candidate || !hospital || typeof handover !== 'number') return [];
      const elapsed = (now.getTime() - since.getTime()) / 1_000;
      // Late already: it may be free any moment, or in an hour. Nobody is told to count on it.
      const freeInSeconds = handover + clearing - elapsed;
      if (freeInSeconds < 0 || freeInSeconds > DEFAULT_THRESHOLD.soonFreeSeconds) return [];
      const position = { at: hospital.position, fixedAt: now, headingDegrees: null };
      return [{ candidate: { ...candidate, status: 'returning' as const, position }, freeInSeconds }];
    });
  }
}

const candidateOf = ({ candidate }: SoonFree): Candidate => candidate;
