import {
  DomainError,
  DUTY_TRANSITIONS,
  ShiftId,
  type CommandBody,
  type Duty,
  type OutOfServiceReason,
  type StationId,
  type VehicleId,
} from '#contracts';
import { violatedConstraint, type Pen } from '#journal';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ShiftMemberRow, ShiftRow, VehicleRow } from './entities.js';

export async function lockVehicle(tx: EntityManager, id: VehicleId): Promise<VehicleRow> {
  const vehicle = await tx.findOne(VehicleRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!vehicle) throw new DomainError('NOT_FOUND', { what: 'vehicle' });
  return vehicle;
}

/** The one place where a vehicle's duty changes; the same duty again is no change. The row must be locked. */
export async function changeDuty(
  pen: Pen,
  vehicle: VehicleRow,
  duty: Duty,
  reason: OutOfServiceReason | null = null,
  facts: Record<string, unknown> = {},
): Promise<void> {
  if (vehicle.duty === duty && vehicle.outOfServiceReason === reason) return;
  if (vehicle.duty !== duty && !DUTY_TRANSITIONS[vehicle.duty].includes(duty))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: vehicle.duty, to: duty });
  if (duty === 'out_of_service' && !reason) throw new DomainError('REASON_REQUIRED');
  await pen.tx.update(VehicleRow, { id: vehicle.id }, { duty, dutySince: pen.now, outOfServiceReason: reason });
  pen.record({
    kind: 'vehicle.dutyChanged',
    vehicleId: vehicle.id,
    facts: { from: vehicle.duty, to: duty, reason, ...facts },
  });
}

/** Sends a free vehicle to stand by at another station, or home again. The row must be locked. */
export async function standBy(pen: Pen, vehicle: VehicleRow, stationId: StationId | null): Promise<void> {
  const standbyStationId = stationId === vehicle.stationId ? null : stationId;
  await pen.tx.update(VehicleRow, { id: vehicle.id }, { standbyStationId });
  pen.record({
    kind: 'vehicle.standbyChanged',
    vehicleId: vehicle.id,
    facts: { from: vehicle.standbyStationId, to: standbyStationId },
  });
  Object.assign(vehicle, { standbyStationId });
}

export async function endStandby(pen: Pen, vehicle: VehicleRow): Promise<void> {
  if (vehicle.standbyStationId) await standBy(pen, vehicle, null);
}

export async function findOpenShift(tx: EntityManager, vehicleId: VehicleId): Promise<ShiftRow | null> {
  return tx
    .createQueryBuilder(ShiftRow, 'shift')
    .where('shift.vehicle_id = :vehicleId and shift.ended_at is null', { vehicleId })
    .getOne();
}

/** A crew takes over: the crew before is released, and nobody can be on two vehicles. The vehicle must be locked. */
export async function beginShift(pen: Pen, body: CommandBody<'shift.begin'>): Promise<void> {
  await endShift(pen, body.vehicleId);
  const shift: ShiftRow = {
    id: ShiftId.parse(uuidv7()),
    vehicleId: body.vehicleId,
    startsAt: pen.now,
    endsAt: new Date(body.endsAt),
    endedAt: null,
  };
  if (shift.endsAt <= shift.startsAt) throw new DomainError('PERIOD_INVALID', { endsAt: body.endsAt });
  await pen.tx.insert(ShiftRow, shift);
  try {
    await pen.tx.insert(
      ShiftMemberRow,
      body.crew.map((member) => ({ shiftId: shift.id, accountId: member.accountId, duty: member.duty, active: true })),
    );
  } catch (error) {
    if (violatedConstraint(error) === 'shift_member_one_shift_ux') throw new DomainError('CREW_ON_OTHER_SHIFT');
    if (violatedConstraint(error) === 'shift_member_account_fk')
      throw new DomainError('NOT_FOUND', { what: 'account' });
    throw error;
  }
  pen.record({
    kind: 'shift.began',
    vehicleId: body.vehicleId,
    facts: { shiftId: shift.id, endsAt: shift.endsAt, crew: body.crew },
  });
}

export async function endShift(pen: Pen, vehicleId: VehicleId): Promise<void> {
  const shift = await findOpenShift(pen.tx, vehicleId);
  if (!shift) return;
  await pen.tx.update(ShiftRow, { id: shift.id }, { endedAt: pen.now });
  await pen.tx.update(ShiftMemberRow, { shiftId: shift.id }, { active: false });
  pen.record({ kind: 'shift.ended', vehicleId, facts: { shiftId: shift.id } });
}
