import { HospitalId, OwnerId, StationId, VehicleId, type Hospital, type Owner, type Station } from '#contracts';
import type { Directory } from '#region';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { nameStationAreas } from './station-areas.js';
import { HospitalRow, OwnerRow, StationRow, VehicleRow } from './entities.js';

/** Enters owners, hospitals, stations and vehicles by their codes; those already known keep their id and history. */
export async function enterDirectory(dataSource: DataSource, directory: Directory, now: Date): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const owners = await enter(tx, OwnerRow, directory.owners, (owner, id) => ({ id: OwnerId.parse(id), ...owner }));
    await enter(tx, HospitalRow, directory.hospitals, ({ ownerCode, ...hospital }, id) => ({
      id: HospitalId.parse(id),
      ...hospital,
      capabilities: [...hospital.capabilities],
      ownerId: OwnerId.parse(owners.get(ownerCode)),
    }));
    const stations = await enter(tx, StationRow, directory.stations, ({ ownerCode, ...station }, id) => ({
      id: StationId.parse(id),
      ...station,
      ownerId: OwnerId.parse(owners.get(ownerCode)),
      ward: null,
      formerUnit: null,
    }));
    await nameStationAreas(tx);
    const known = new Set((await tx.find(VehicleRow, { select: { callSign: true } })).map((row) => row.callSign));
    for (const vehicle of directory.vehicles) {
      if (known.has(vehicle.callSign)) continue;
      await tx.insert(VehicleRow, {
        id: VehicleId.parse(uuidv7()),
        callSign: vehicle.callSign,
        level: vehicle.level,
        stationId: StationId.parse(stations.get(vehicle.stationCode)),
        standbyStationId: null,
        equipment: [...vehicle.equipment],
        duty: 'available',
        dutySince: now,
        outOfServiceReason: null,
      });
    }
  });
}

/** Inserts what is new by code; returns the id of every code. */
async function enter<S extends { code: string }, R extends { id: string; code: string }>(
  tx: EntityManager,
  entity: new () => R,
  items: readonly S[],
  rowOf: (item: S, id: string) => object,
): Promise<Map<string, string>> {
  const ids = new Map((await tx.find(entity)).map((row) => [row.code, row.id]));
  for (const item of items) {
    if (ids.has(item.code)) continue;
    const id = uuidv7();
    await tx.insert(entity, rowOf(item, id) as never);
    ids.set(item.code, id);
  }
  return ids;
}

export interface DirectoryView {
  readonly owners: Owner[];
  readonly stations: Station[];
  readonly hospitals: Hospital[];
}

/** Owners, stations and hospitals as screens show them. */
export async function listDirectory(tx: EntityManager): Promise<DirectoryView> {
  // One after the other: inside a transaction there is one connection.
  const owners = await tx.find(OwnerRow, { order: { name: 'ASC' } });
  const stations = await tx.find(StationRow, { order: { shortName: 'ASC' } });
  const hospitals = await tx.find(HospitalRow, { order: { name: 'ASC' } });
  const withoutCode = <R extends { code: string }>({ code: _code, ...row }: R) => row;
  return {
    owners: owners.map(withoutCode),
    stations: stations.map(withoutCode),
    hospitals: hospitals.map(withoutCode),
  };
}
