import { AccountId, crewLogin, ShiftId, stationLogin, type CrewMember, type Role, type StationId } from '#contracts';
import { AccountRow, enterDirectory, ShiftMemberRow, ShiftRow, StationRow, VehicleRow } from '#fleet';
import { RegionStore, type Directory, type Query } from '#region';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { demonstrationRegion } from '#demonstration';
import { hashPassword } from './access/passwords.js';
import type { Tell } from './start-up.js';

/** One password for every demonstration sign-in; it is printed at every start and exists in no other database. */
export const DEMONSTRATION_PASSWORD = 'demo115';
const SHIFT_MS = 12 * 3_600_000;

const ROOM: readonly [login: string, name: string, role: Role][] = [
  ['tiepnhan', 'Lê Thị Thu Hà', 'call_taker'],
  ['dieuphoi', 'Nguyễn Thị Mai Phương', 'dispatcher'],
  ['dieuphoi2', 'Trần Minh Khoa', 'dispatcher'],
  ['giamsat', 'BS Võ Hoàng Sơn', 'supervisor'],
  ['quantri', 'Phạm Quốc Việt', 'admin'],
];
const DUTIES: readonly CrewMember['duty'][] = ['doctor', 'nurse', 'driver'];
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const GIVEN = [
  'Quốc Huy',
  'Ngọc Ánh',
  'Văn Tám',
  'Thanh Tùng',
  'Thị Lan',
  'Minh Đức',
  'Hữu Phước',
  'Kim Oanh',
  'Văn Lợi',
  'Thị Hồng',
  'Anh Tuấn',
];

/** Stations, vehicles and people of the demonstration, entered once; crews whose shift has run out begin a new one. */
export async function enterDemonstrationFleet(
  dataSource: DataSource,
  query: Query,
  now: Date,
  tell: Tell,
): Promise<void> {
  const { manager } = dataSource;
  if ((await manager.count(VehicleRow)) === 0) {
    tell('Nhập trạm, xe và tài khoản mô phỏng', 'Entering demonstration stations, vehicles and sign-ins');
    await enterDirectory(dataSource, await directoryFor(query), now);
    await enterAccounts(manager);
  }
  await renewShifts(manager, now);
}

/** The generated region brings its own fleet; on imported roads the fleet stands at the hospitals of that map. */
async function directoryFor(query: Query): Promise<Directory> {
  const store = new RegionStore(query);
  const region = await store.findRegion();
  const { directory } = demonstrationRegion();
  if (region?.demonstration !== false) return directory!;
  const hospitals = (await store.listPlaces()).filter((place) => place.kind === 'hospital');
  return relocate(directory!, hospitals);
}

/** The same owners and vehicles, moved to real hospitals that lie far from each other. */
function relocate(
  directory: Directory,
  places: readonly { name: string; position: Directory['stations'][number]['position'] }[],
): Directory {
  const chosen = spreadOut(places, directory.stations.length);
  const at = (i: number, own: Directory['stations'][number]['position']) =>
    chosen[i % Math.max(1, chosen.length)]?.position ?? own;
  return {
    ...directory,
    stations: directory.stations.map((station, i) => ({ ...station, position: at(i, station.position) })),
    hospitals: directory.hospitals.map((hospital, i) => ({ ...hospital, position: at(i, hospital.position) })),
  };
}

/** Farthest-point sampling: each next place is the one farthest from all chosen so far. */
function spreadOut<P extends { position: readonly [number, number] }>(places: readonly P[], count: number): P[] {
  const chosen = places.slice(0, 1);
  const gap = (a: P, b: P) => Math.hypot(a.position[0] - b.position[0], a.position[1] - b.position[1]);
  while (chosen.length < Math.min(count, places.length)) {
    const distances = places.map((place) => Math.min(...chosen.map((other) => gap(place, other))));
    chosen.push(places[distances.indexOf(Math.max(...distances))]!);
  }
  return chosen;
}

async function enterAccounts(tx: EntityManager): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const account = (
    login: string,
    name: string,
    role: Role,
    stationId: StationId | null = null,
    crewDuty: CrewMember['duty'] | null = null,
  ) => ({
    id: AccountId.parse(uuidv7()),
    login,
    name,
    role,
    passwordHash,
    stationId,
    crewDuty,
    active: true,
  });
  const stations = await tx.find(StationRow);
  const vehicles = await tx.find(VehicleRow, { order: { callSign: 'ASC' } });
  const rows: AccountRow[] = [
    ...ROOM.map(([login, name, role]) => account(login, name, role)),
    ...stations.map((station) =>
      account(stationLogin(station.shortName), `Trạm ${station.shortName}`, 'station', station.id),
    ),
    ...vehicles.flatMap((vehicle, v) =>
      crewOf(vehicle).map((duty, d) => {
        const name = `${FAMILY[(v * 5 + d * 3) % FAMILY.length]} ${GIVEN[(v * 7 + d * 4) % GIVEN.length]}`;
        return account(crewLogin(vehicle.callSign, d), name, 'crew', vehicle.stationId, duty);
      }),
    ),
  ];
  await tx.insert(AccountRow, rows);
}

/** ALS has a doctor, BLS a nurse, a motorbike one nurse who rides. */
const crewOf = ({ level }: Pick<VehicleRow, 'level'>): readonly CrewMember['duty'][] =>
  level === 'als' ? DUTIES : level === 'bls' ? ['nurse', 'driver'] : ['nurse'];
/** Shifts of the demonstration have no history worth a journal entry: they exist so that crews can be asked. */
async function renewShifts(tx: EntityManager, now: Date): Promise<void> {
  const open = await tx.findBy(ShiftRow, { endedAt: IsNull() });
  const running = new Set(open.filter((shift) => shift.endsAt > now).map((shift) => shift.vehicleId));
  const over = open.filter((shift) => shift.endsAt <= now);
  for (const shift of over) {
    await tx.update(ShiftRow, { id: shift.id }, { endedAt: shift.endsAt });
    await tx.update(ShiftMemberRow, { shiftId: shift.id }, { active: false });
  }
  const accounts = new Map((await tx.findBy(AccountRow, { role: 'crew' })).map((row) => [row.login, row]));
  for (const vehicle of await tx.find(VehicleRow)) {
    if (running.has(vehicle.id)) continue;
    const crew = crewOf(vehicle)
      .map((_, i) => accounts.get(crewLogin(vehicle.callSign, i)))
      .filter((row) => row !== undefined);
    if (crew.length === 0) continue;
    const id = ShiftId.parse(uuidv7());
    await tx.insert(ShiftRow, {
      id,
      vehicleId: vehicle.id,
      startsAt: now,
      endsAt: new Date(now.getTime() + SHIFT_MS),
      endedAt: null,
    });
    await tx.insert(
      ShiftMemberRow,
      crew.map((row) => ({ shiftId: id, accountId: row.id, duty: row.crewDuty!, active: true })),
    );
  }
}
