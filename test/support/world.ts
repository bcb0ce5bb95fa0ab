import {
  AccountId,
  CommandId,
  HospitalId,
  OwnerId,
  ShiftId,
  StationId,
  VehicleId,
  type CommandBody,
  type CommandInput,
  type CommandName,
  type Incident,
  type LngLat,
  type Role,
  COMMANDS,
} from '#contracts';
import { ClosingService, DispatchService, DutyService, MissionsService, RecommendationsService } from '#dispatch';
import {
  AccountRow,
  HospitalRow,
  OwnerRow,
  PositionsService,
  ShiftMemberRow,
  ShiftRow,
  StationRow,
  VehicleRow,
} from '#fleet';
import { IncidentsService } from '#incidents';
import { Journal, systemClock, type Actor, type Clock, type Command } from '#journal';
import { StraightLineTimes } from '#roads';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** A small centre on a real database: the services as the server has them, and a few vehicles with crews. */
export interface World {
  readonly dataSource: DataSource;
  readonly vehicles: VehicleId[];
  readonly crew: (vehicle: number) => AccountId;
  readonly hospital: HospitalId;
  readonly incidents: IncidentsService;
  readonly dispatch: DispatchService;
  readonly missions: MissionsService;
  readonly closing: ClosingService;
  readonly duty: DutyService;
  readonly positions: PositionsService;
  openIncident(more?: Partial<CommandInput<'incident.open'>>): Promise<Incident>;
}

export const SCENE: LngLat = [106.66, 10.98];
const OFFER_SECONDS = 45;

export async function buildWorld(
  dataSource: DataSource,
  vehicleCount: number,
  clock: Clock = systemClock,
): Promise<World> {
  const owner = { id: OwnerId.parse(uuidv7()), code: 'BV', name: 'Bệnh viện' };
  const hospital = {
    id: HospitalId.parse(uuidv7()),
    code: 'BV',
    ownerId: owner.id,
    name: 'Bệnh viện',
    position: SCENE,
    capabilities: [],
  };
  const { manager } = dataSource;
  await manager.insert(OwnerRow, owner);
  await manager.insert(HospitalRow, hospital);
  const crews: AccountId[] = [];
  const vehicles: VehicleId[] = [];
  for (let i = 0; i < vehicleCount; i++) {
    const stationId = StationId.parse(uuidv7());
    const position: LngLat = [SCENE[0] + 0.01 * (i + 1), SCENE[1]];
    await manager.insert(StationRow, {
      id: stationId,
      code: `S${i}`,
      ownerId: owner.id,
      name: `Trạm ${i}`,
      shortName: `${i}`,
      position,
      phone: null,
    });
    const vehicleId = VehicleId.parse(uuidv7());
    await manager.insert(VehicleRow, {
      id: vehicleId,
      callSign: `T-${String(i).padStart(2, '0')}`,
      level: 'als',
      stationId,
      equipment: ['defibrillator', 'oxygen', 'stretcher'],
      duty: 'available',
      dutySince: clock.now(),
      outOfServiceReason: null,
    });
    const accountId = AccountId.parse(uuidv7());
    await manager.insert(AccountRow, {
      id: accountId,
      login: `t${i}`,
      name: `Kíp ${i}`,
      role: 'crew',
      passwordHash: '-',
      stationId,
      crewDuty: 'nurse',
      active: true,
    });
    const shiftId = ShiftId.parse(uuidv7());
    await manager.insert(ShiftRow, {
      id: shiftId,
      vehicleId,
      startsAt: clock.now(),
      endsAt: new Date(clock.now().getTime() + 12 * 3_600_000),
      endedAt: null,
    });
    await manager.insert(ShiftMemberRow, { shiftId, accountId, duty: 'nurse', active: true });
    vehicles.push(vehicleId);
    crews.push(accountId);
  }
  const journal = new Journal(dataSource, clock);
  const positions = new PositionsService(dataSource, clock);
  const recommendations = new RecommendationsService(
    dataSource,
    positions,
    new StraightLineTimes(() => clock.now()),
    clock,
  );
  const incidents = new IncidentsService(journal, { wardAt: () => null, formerUnitAt: () => null });
  return {
    dataSource,
    vehicles,
    crew: (vehicle) => crews[vehicle]!,
    hospital: hospital.id,
    incidents,
    dispatch: new DispatchService(dataSource, journal, recommendations, OFFER_SECONDS),
    missions: new MissionsService(journal),
    closing: new ClosingService(journal),
    duty: new DutyService(journal),
    positions,
    async openIncident(more = {}) {
      const place = { address: 'Chợ Đình', position: SCENE, source: 'pin' as const };
      const { command, body } = commandOf('incident.open', {
        call: { phone: '0908417226' },
        reason: 'fall',
        place,
        ...more,
      });
      return (await incidents.openIncident(command, body)).incident;
    },
  };
}

/** A command as it reaches a service: parsed, with an id and an actor. */
export function commandOf<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
  role: Role = 'dispatcher',
  id = uuidv7(),
): { command: Command; body: CommandBody<N> } {
  const body = COMMANDS[name].body.parse(input) as CommandBody<N>;
  const actor: Actor = { accountId: null, name: role, role, stationId: null };
  return { command: { id: CommandId.parse(id), name, body, actor, clockOffsetMs: 0 }, body };
}

/** What became of each of many promises: how many succeeded, and the refusal codes of the rest. */
export async function outcomes(
  work: readonly Promise<unknown>[],
): Promise<{ done: number; refused: Record<string, number> }> {
  const refused: Record<string, number> = {};
  let done = 0;
  for (const result of await Promise.allSettled(work)) {
    if (result.status === 'fulfilled') done++;
    else {
      const code = (result.reason as { code?: string }).code ?? String(result.reason);
      refused[code] = (refused[code] ?? 0) + 1;
    }
  }
  return { done, refused };
}
