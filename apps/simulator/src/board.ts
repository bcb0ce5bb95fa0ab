import {
  isActiveMission,
  type BoardChange,
  type BoardRecords,
  type BoardSnapshot,
  type Incident,
  type IncidentId,
  type Mission,
  type VehicleRequest,
} from '#contracts';

/** What the dispatcher's screen holds: open incidents, what was asked for them, and who is on the way. */
export class Board {
  readonly incidents = new Map<string, Incident>();
  private readonly requests = new Map<string, VehicleRequest>();
  private readonly missions = new Map<string, Mission>();
  private cursor = 0;

  show(snapshot: BoardSnapshot): void {
    for (const records of [this.incidents, this.requests, this.missions]) records.clear();
    this.merge(snapshot);
    this.cursor = snapshot.cursor.n;
  }

  /** False when changes are missing in between: then a snapshot is needed. */
  apply(change: BoardChange): boolean {
    if (change.after > this.cursor) return false;
    this.merge(change.records);
    this.cursor = Math.max(this.cursor, change.cursor.n);
    return true;
  }

  requestsOf(id: IncidentId): VehicleRequest[] {
    return [...this.requests.values()].filter((request) => request.incidentId === id);
  }

  activeMissionsOf(id: IncidentId): Mission[] {
    return [...this.missions.values()].filter((mission) => mission.incidentId === id && isActiveMission(mission.state));
  }

  private merge({ incidents, requests, missions }: BoardRecords): void {
    for (const incident of incidents) this.incidents.set(incident.id, incident);
    for (const request of requests) this.requests.set(request.id, request);
    for (const mission of missions) this.missions.set(mission.id, mission);
    for (const incident of incidents) if (incident.state === 'closed') this.forget(incident.id);
  }

  private forget(id: IncidentId): void {
    this.incidents.delete(id);
    for (const request of this.requestsOf(id)) this.requests.delete(request.id);
    for (const mission of this.missions.values()) if (mission.incidentId === id) this.missions.delete(mission.id);
  }
}
