import { DomainError, type HospitalRanking, type MissionId } from '#contracts';
import { HospitalRow, listCapacities, VehicleRow } from '#fleet';
import { getIncident, needOf } from '#incidents';
import type { Clock } from '#journal';
import { profileOf, type TravelTimes } from '#roads';
import type { DataSource } from 'typeorm';
import { MissionRow } from './entities.js';
import { readHandovers } from './handovers.js';
import { rankHospitals, type HospitalCandidate } from './hospitals.js';

/** Where the patient of a mission could go, and why: reads only. */
export class HospitalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly travelTimes: TravelTimes,
    private readonly clock: Clock,
  ) {}

  /** @throws PLACE_UNKNOWN when the incident has no position */
  async forMission(missionId: MissionId): Promise<HospitalRanking> {
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const mission = await manager.findOneBy(MissionRow, { id: missionId });
    if (!mission) throw new DomainError('NOT_FOUND', { what: 'mission' });
    const incident = await getIncident(manager, mission.incidentId);
    if (!incident.position) throw new DomainError('PLACE_UNKNOWN');
    const vehicle = await manager.findOneByOrFail(VehicleRow, { id: mission.vehicleId });
    const [hospitals, capacities, handovers] = await Promise.all([
      manager.find(HospitalRow),
      listCapacities(manager),
      readHandovers(manager, now),
    ]);
    const scene = { at: incident.position, profile: profileOf(vehicle.level, incident.priority) };
    const answers = await Promise.all(
      hospitals.map(({ position }) => this.travelTimes.toPlace([scene], position).catch(offRoads)),
    );
    const candidates = hospitals.map((hospital, i): HospitalCandidate => {
      const time = answers[i]?.times[0] ?? null;
      return {
        hospitalId: hospital.id,
        capabilities: hospital.capabilities,
        drive: time,
        handover: handovers.get(hospital.id) ?? null,
        capacity: capacities.find(({ id }) => id === hospital.id) ?? null,
      };
    });
    const { capabilities } = await needOf(this.dataSource.manager, incident);
    return {
      incidentId: incident.id,
      computedAt: now.toISOString(),
      travelSource: answers.find((answer) => answer !== null)?.source ?? this.travelTimes.source,
      ranked: rankHospitals(candidates, capabilities, now),
    };
  }
}

/** One hospital away from every road takes nothing from the others. */
function offRoads(failure: unknown): null {
  if (failure instanceof DomainError && failure.code === 'PLACE_OFF_ROADS') return null;
  throw failure;
}
