import {
  DomainError,
  ETIME_OF_STEP,
  isActiveMission,
  MISSION_STEPS,
  MISSION_TRANSITIONS,
  MissionId,
  type ETime,
  type IncidentId,
  type Mission,
  type MissionState,
  type MissionStep,
  type OverrideReason,
  type RankedVehicle,
  type RequestId,
  type TimeSource,
  type VehicleId,
} from '#contracts';
import { changeDuty, endStandby, findOpenShift, lockVehicle, ShiftMemberRow } from '#fleet';
import type { Pen } from '#journal';
import { In, IsNull, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { MissionMemberRow, MissionRow, MissionTimeRow } from './entities.js';
import { turnPrealerts } from './prealerts/prealerts.js';
import { missionView } from './views.js';

export async function lockMission(tx: EntityManager, id: MissionId): Promise<MissionRow> {
  const mission = await tx.findOne(MissionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!mission) throw new DomainError('NOT_FOUND', { what: 'mission' });
  return mission;
}

/** The incident a mission belongs to, read before its lock is taken: incident first, then mission, always. */
export async function incidentOfMission(tx: EntityManager, id: MissionId): Promise<IncidentId> {
  const mission = await tx.findOne(MissionRow, { where: { id }, select: { incidentId: true } });
  if (!mission) throw new DomainError('NOT_FOUND', { what: 'mission' });
  return mission.incidentId;
}

export type Promised = Pick<
  RankedVehicle,
  'etaSeconds' | 'etaP90Seconds' | 'travelSeconds' | 'travelSource' | 'learnedFromDrives'
>;

export interface NewMission {
  readonly incidentId: IncidentId;
  readonly requestId: RequestId;
  readonly vehicleId: VehicleId;
  /** What was promised for it, when it was on the list of those who could go. */
  readonly promised: Promised | null;
  readonly orderedBecause: OverrideReason | null;
}

export type Commitment =
  { readonly mission: MissionRow; readonly refusal: null } | { readonly mission: null; readonly refusal: DomainError };

/**
 * Commits a vehicle and its crew to an incident, or says why not. The unique indexes decide, not a check: of two at
 * the same moment one wins (invariant I1).
 */
export async function commitVehicle(pen: Pen, wanted: NewMission): Promise<Commitment> {
  const refused = (refusal: DomainError): Commitment => ({ mission: null, refusal });
  const vehicle = await lockVehicle(pen.tx, wanted.vehicleId);
  if (vehicle.duty === 'out_of_service')
    return refused(new DomainError('VEHICLE_NOT_AVAILABLE', { reason: vehicle.outOfServiceReason }));
  const shift = await findOpenShift(pen.tx, wanted.vehicleId);
  if (!shift) return refused(new DomainError('SHIFT_NOT_FOUND'));
  const { promised, ...order } = wanted;
  const mission: MissionRow = {
    id: MissionId.parse(uuidv7()),
    ...order,
    etaSeconds: promised?.etaSeconds ?? null,
    homeIncidentId: null,
    shiftId: shift.id,
    state: 'notified',
    since: pen.now,
    hospitalId: null,
    outcome: null,
    cancelReason: null,
    active: true,
  };
  if ((await insertUnlessTaken(pen.tx, MissionRow, [mission])) === 0)
    return refused(new DomainError('VEHICLE_ALREADY_COMMITTED', await commitmentOf(pen.tx, wanted.vehicleId)));
  const members = await pen.tx.findBy(ShiftMemberRow, { shiftId: shift.id, active: true });
  const crew = members.map(({ accountId }) => ({ missionId: mission.id, accountId, active: true }));
  if ((await insertUnlessTaken(pen.tx, MissionMemberRow, crew)) < crew.length) {
    await pen.tx.delete(MissionMemberRow, { missionId: mission.id });
    await pen.tx.delete(MissionRow, { id: mission.id });
    return refused(new DomainError('CREW_ALREADY_COMMITTED'));
  }
  pen.record({
    kind: 'mission.notified',
    incidentId: mission.incidentId,
    missionId: mission.id,
    vehicleId: mission.vehicleId,
    facts: {
      requestId: mission.requestId,
      stationId: vehicle.stationId,
      level: vehicle.level,
      callSign: vehicle.callSign,
      ...(promised && promiseFacts(promised)),
      orderedBecause: mission.orderedBecause,
    },
  });
  await writeTime(pen, mission, '03', { at: pen.now, source: 'system' });
  await turnPrealerts(pen, mission);
  return { mission, refusal: null };
}

/** The promise as it was made: what the calibration record holds against the drive. */
const promiseFacts = ({ etaSeconds, etaP90Seconds, travelSeconds, travelSource, learnedFromDrives }: Promised) => ({
  etaSeconds,
  etaP90Seconds,
  travelSeconds,
  travelSource,
  learnedFromDrives,
});

/** Inserts the rows that no unique index objects to; returns how many. */
async function insertUnlessTaken<R extends object>(tx: EntityManager, entity: new () => R, rows: R[]): Promise<number> {
  if (rows.length === 0) return 0;
  const insert = tx
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(rows as never)
    .orIgnore()
    .returning('*');
  return ((await insert.execute()).raw as unknown[]).length;
}

/** By whom a vehicle is held and since when: what the loser of a race is told. */
async function commitmentOf(tx: EntityManager, vehicleId: VehicleId): Promise<Record<string, unknown>> {
  const [held]: { number: string; since: Date }[] = await tx.query(
    'select i.number, m.since from mission m join incident i on i.id = m.incident_id where m.vehicle_id = $1 and m.active',
    [vehicleId],
  );
  return held ? { incident: held.number, since: new Date(held.since).toISOString() } : {};
}

export interface TimeWritten {
  readonly at: Date;
  readonly deviceAt?: Date | null;
  readonly source: TimeSource;
  readonly because?: string;
}

/** Writes one NEMSIS time; the one it replaces, if any, stays on record. */
export async function writeTime(pen: Pen, mission: MissionRow, etime: ETime, time: TimeWritten): Promise<void> {
  await pen.tx.update(MissionTimeRow, { missionId: mission.id, etime, replacedAt: IsNull() }, { replacedAt: pen.now });
  const row: MissionTimeRow = {
    id: uuidv7(),
    missionId: mission.id,
    etime,
    at: time.at,
    deviceAt: time.deviceAt ?? null,
    receivedAt: pen.now,
    source: time.source,
    by: pen.command.actor.name,
    because: time.because ?? null,
    replacedAt: null,
  };
  await pen.tx.insert(MissionTimeRow, row);
  pen.record({
    kind: 'mission.timed',
    incidentId: mission.incidentId,
    missionId: mission.id,
    vehicleId: mission.vehicleId,
    // Why is written in the row: free words may name a patient, and the journal is kept for ever.
    facts: { etime, at: row.at, deviceAt: row.deviceAt, source: row.source, explained: row.because !== null },
  });
}

/** Withdraws a time that turned out not to have happened; it stays on record as replaced. */
export async function withdrawTimesAfter(pen: Pen, mission: MissionRow, step: MissionStep): Promise<void> {
  const later = MISSION_STEPS.slice(MISSION_STEPS.indexOf(step) + 1).map((next) => ETIME_OF_STEP[next]);
  if (later.length === 0) return;
  await pen.tx.update(
    MissionTimeRow,
    { missionId: mission.id, etime: In(later), replacedAt: IsNull() },
    { replacedAt: pen.now },
  );
  pen.record({
    kind: 'mission.untimed',
    incidentId: mission.incidentId,
    missionId: mission.id,
    vehicleId: mission.vehicleId,
    facts: { etimes: later },
  });
}

/** The one place where a mission moves forward; ending it frees the vehicle and its crew in the same statement run. */
export async function moveMission(
  pen: Pen,
  mission: MissionRow,
  state: MissionState,
  columns: Partial<Pick<MissionRow, 'hospitalId' | 'outcome' | 'cancelReason'>> = {},
): Promise<MissionRow> {
  if (!MISSION_TRANSITIONS[mission.state].includes(state))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state, to: state });
  return setMissionState(pen, mission, state, 'mission.moved', columns);
}

/** May still be called off for another vehicle: it has not reached its patient's place. */
export const isOnTheWay = ({ state }: { state: MissionState }): boolean =>
  state === 'notified' || state === 'acknowledged' || state === 'en_route';

/** Calls a vehicle off in favour of a nearer one that has accepted; one that has arrived meanwhile stays. */
export async function callOff(pen: Pen, id: MissionId): Promise<void> {
  const mission = await lockMission(pen.tx, id);
  if (!isOnTheWay(mission)) return;
  const cancelled = await moveMission(pen, mission, 'cancelled', { cancelReason: 'nearer_vehicle' });
  await writeTime(pen, cancelled, '14', { at: pen.now, source: 'system' });
  await returnToStation(pen, cancelled);
}

/** A vehicle whose job ended goes home, wherever it stood by before. */
export async function returnToStation(pen: Pen, mission: MissionRow): Promise<void> {
  const vehicle = await lockVehicle(pen.tx, mission.vehicleId);
  await endStandby(pen, vehicle);
  if (vehicle.duty === 'available') await changeDuty(pen, vehicle, 'returning', null, { missionId: mission.id });
}

/** Forward or, for a correction, backward. Who calls this has decided that the step is allowed. */
export async function setMissionState(
  pen: Pen,
  mission: MissionRow,
  state: MissionState,
  kind: 'mission.moved' | 'mission.corrected',
  columns: Partial<Pick<MissionRow, 'hospitalId' | 'outcome' | 'cancelReason'>> = {},
  facts: Record<string, unknown> = {},
): Promise<MissionRow> {
  const moved: MissionRow = { ...mission, ...columns, state, since: pen.now, active: isActiveMission(state) };
  await pen.tx.update(MissionRow, { id: mission.id }, { ...columns, state, since: pen.now, active: moved.active });
  if (mission.active !== moved.active)
    await pen.tx.update(MissionMemberRow, { missionId: mission.id }, { active: moved.active });
  pen.record({
    kind,
    incidentId: mission.incidentId,
    missionId: mission.id,
    vehicleId: mission.vehicleId,
    facts: { from: mission.state, to: state, ...columns, ...facts },
  });
  return moved;
}

export async function currentTimes(tx: EntityManager, ids: readonly MissionId[]): Promise<MissionTimeRow[]> {
  return ids.length === 0 ? [] : tx.findBy(MissionTimeRow, { missionId: In([...ids]), replacedAt: IsNull() });
}

export async function viewMission(tx: EntityManager, mission: MissionRow): Promise<Mission> {
  return missionView(mission, await currentTimes(tx, [mission.id]));
}
