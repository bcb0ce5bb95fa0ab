import type { CrewMember, MissionState, ShiftId, StationId, Unit, VehicleId } from '#contracts';
import { unitStatus } from '#fleet';
import type { EntityManager } from 'typeorm';

interface UnitRow {
  id: VehicleId;
  call_sign: string;
  level: Unit['level'];
  equipment: Unit['equipment'];
  station_id: Unit['stationId'];
  standby_station_id: Unit['standbyStationId'];
  duty: Unit['duty'];
  duty_since: Date;
  out_of_service_reason: Unit['outOfServiceReason'];
  mission_id: Unit['missionId'];
  incident_id: Unit['incidentId'];
  mission_state: MissionState | null;
  mission_since: Date | null;
  shift_id: ShiftId | null;
  starts_at: Date | null;
  ends_at: Date | null;
  crew: CrewMember[] | null;
}

/** Vehicles with what they are doing and who is in them; all of them, those named, or those of one station. */
export async function listUnits(
  tx: EntityManager,
  of: readonly VehicleId[] | StationId | 'all' = 'all',
): Promise<Unit[]> {
  const [where, parameters] =
    of === 'all'
      ? ['', []]
      : typeof of === 'string'
        ? ['where v.station_id = $1', [of]]
        : ['where v.id = any($1::uuid[])', [of]];
  const rows: UnitRow[] = await tx.query(
    `select v.id, v.call_sign, v.level, v.equipment, v.station_id, v.standby_station_id, v.duty, v.duty_since, v.out_of_service_reason,
       m.id as mission_id, m.incident_id, m.state as mission_state, m.since as mission_since,
       s.id as shift_id, s.starts_at, s.ends_at,
       (select json_agg(json_build_object('accountId', a.id, 'name', a.name, 'duty', sm.duty) order by sm.duty)
          from shift_member sm join account a on a.id = sm.account_id where sm.shift_id = s.id) as crew
     from vehicle v
     left join mission m on m.vehicle_id = v.id and m.active
     left join shift s on s.vehicle_id = v.id and s.ended_at is null
     ${where}
     order by v.call_sign`,
    parameters,
  );
  return rows.map(unitView);
}

const unitView = (row: UnitRow): Unit => ({
  id: row.id,
  callSign: row.call_sign,
  level: row.level,
  equipment: row.equipment,
  stationId: row.station_id,
  standbyStationId: row.standby_station_id,
  duty: row.duty,
  outOfServiceReason: row.out_of_service_reason,
  status: unitStatus(row.duty, row.mission_state ? { state: row.mission_state } : null),
  statusSince: new Date(row.mission_since ?? row.duty_since).toISOString(),
  missionId: row.mission_id,
  incidentId: row.incident_id,
  shift: row.shift_id
    ? {
        id: row.shift_id,
        startsAt: new Date(row.starts_at!).toISOString(),
        endsAt: new Date(row.ends_at!).toISOString(),
        crew: row.crew ?? [],
      }
    : null,
});
