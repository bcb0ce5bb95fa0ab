import { DomainError, type CommandBody, type CommandReply, type VehicleId } from '#contracts';
import { beginShift, changeDuty, endShift, lockVehicle, standBy, StationRow, type VehicleRow } from '#fleet';
import { Journal, systemCommand, type Command, type Pen } from '#journal';
import { MissionRow } from './entities.js';
import { currentTimes, writeTime } from './missions.js';
import { In } from 'typeorm';
import { listUnits } from './units.js';

/** What a vehicle does between missions, and who is in it. */
export class DutyService {
  constructor(private readonly journal: Journal) {}

  setDuty(command: Command, body: CommandBody<'vehicle.setDuty'>): Promise<CommandReply<'vehicle.setDuty'>> {
    return this.journal.write(command, async (pen) => {
      const vehicle = await lockIdleVehicle(pen, body.vehicleId);
      await changeDuty(pen, vehicle, body.duty, body.duty === 'out_of_service' ? (body.reason ?? null) : null);
      return unitOf(pen, vehicle.id);
    });
  }

  /** Nothing moves by itself: the crew sees where to stand by, and the way there is a return to another post. */
  standBy(command: Command, body: CommandBody<'vehicle.standby'>): Promise<CommandReply<'vehicle.standby'>> {
    return this.journal.write(command, async (pen) => {
      const vehicle = await lockIdleVehicle(pen, body.vehicleId);
      if (vehicle.duty === 'out_of_service') throw new DomainError('VEHICLE_NOT_AVAILABLE');
      if (body.stationId && !(await pen.tx.existsBy(StationRow, { id: body.stationId })))
        throw new DomainError('NOT_FOUND', { what: 'station' });
      await standBy(pen, vehicle, body.stationId);
      await changeDuty(pen, vehicle, 'returning');
      return unitOf(pen, vehicle.id);
    });
  }

  beginShift(command: Command, body: CommandBody<'shift.begin'>): Promise<CommandReply<'shift.begin'>> {
    return this.journal.write(command, async (pen) => {
      await lockIdleVehicle(pen, body.vehicleId);
      await beginShift(pen, body);
      return unitOf(pen, body.vehicleId);
    });
  }

  endShift(command: Command, body: CommandBody<'shift.end'>): Promise<CommandReply<'shift.end'>> {
    return this.journal.write(command, async (pen) => {
      await lockIdleVehicle(pen, body.vehicleId);
      await endShift(pen, body.vehicleId);
      return unitOf(pen, body.vehicleId);
    });
  }

  /** A returning vehicle has come into its station's yard: it is at its post again (eTimes.15). */
  arriveAtStation(vehicleId: VehicleId): Promise<boolean> {
    return this.journal.write(systemCommand('vehicle.arriveAtStation', { vehicleId }), async (pen) => {
      const vehicle = await lockVehicle(pen.tx, vehicleId);
      if (vehicle.duty !== 'returning' || (await isCommitted(pen, vehicleId))) return false;
      await changeDuty(pen, vehicle, 'available', null, { source: 'geofence' });
      const where = { vehicleId, state: In(['completed', 'cancelled']) };
      const last = await pen.tx.findOne(MissionRow, { where, order: { since: 'DESC' } });
      const home = last && (await currentTimes(pen.tx, [last.id])).some((time) => time.etime === '15');
      if (last && !home) await writeTime(pen, last, '15', { at: pen.now, source: 'geofence' });
      return true;
    });
  }
}

const isCommitted = (pen: Pen, vehicleId: VehicleId): Promise<boolean> =>
  pen.tx.existsBy(MissionRow, { vehicleId, active: true });

/** Neither its duty nor its crew changes while a mission runs: the patient's data would change hands with it. */
async function lockIdleVehicle(pen: Pen, id: VehicleId): Promise<VehicleRow> {
  const vehicle = await lockVehicle(pen.tx, id);
  if (await isCommitted(pen, id)) throw new DomainError('VEHICLE_ALREADY_COMMITTED', { callSign: vehicle.callSign });
  return vehicle;
}

async function unitOf(pen: Pen, id: VehicleId) {
  const [unit] = await listUnits(pen.tx, [id]);
  return { unit: unit! };
}
