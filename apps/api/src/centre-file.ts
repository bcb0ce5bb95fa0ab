import { AccountId, Capability, Equipment, LngLat, RequiredText, Role, VehicleLevel, type StationId } from '#contracts';
import { AccountRow, enterDirectory, StationRow } from '#fleet';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { hashPassword } from './access/passwords.js';

const Code = RequiredText(40);
const Name = RequiredText(200);
const PASSWORD_LENGTH = 8;

/** What a centre writes about itself: owners, hospitals, stations, vehicles and who may sign in. */
export const CentreFile = z.object({
  owners: z.array(z.object({ code: Code, name: Name })),
  hospitals: z.array(
    z.object({ code: Code, ownerCode: Code, name: Name, position: LngLat, capabilities: z.array(Capability) }),
  ),
  stations: z.array(
    z.object({
      code: Code,
      ownerCode: Code,
      name: Name,
      shortName: Name,
      position: LngLat,
      phone: z.string().nullable().default(null),
    }),
  ),
  vehicles: z.array(
    z.object({ callSign: Code, level: VehicleLevel, stationCode: Code, equipment: z.array(Equipment) }),
  ),
  accounts: z.array(
    z.object({
      login: Code.transform((login) => login.toLowerCase()),
      name: Name,
      role: Role,
      password: z.string().min(PASSWORD_LENGTH),
      stationCode: Code.optional(),
      crewDuty: z.enum(['doctor', 'nurse', 'driver']).optional(),
    }),
  ),
});
export type CentreFile = z.output<typeof CentreFile>;

/** A code that is used but not defined: every one of them, so that the file is mended in one go. */
export function unknownCodes({ owners, hospitals, stations, vehicles, accounts }: CentreFile): string[] {
  const ownerCodes = new Set(owners.map(({ code }) => code));
  const stationCodes = new Set(stations.map(({ code }) => code));
  return [
    ...[...hospitals, ...stations]
      .filter(({ ownerCode }) => !ownerCodes.has(ownerCode))
      .map((item) => `${item.code}: ownerCode ${item.ownerCode}`),
    ...vehicles
      .filter(({ stationCode }) => !stationCodes.has(stationCode))
      .map((item) => `${item.callSign}: stationCode ${item.stationCode}`),
    ...accounts
      .filter(({ stationCode }) => stationCode !== undefined && !stationCodes.has(stationCode))
      .map((item) => `${item.login}: stationCode ${item.stationCode}`),
    ...accounts
      .filter(({ role, stationCode }) => (role === 'station' || role === 'crew') && stationCode === undefined)
      .map((item) => `${item.login}: stationCode`),
  ];
}

/** Enters what is new by code, call sign and login; what is known already stays as it is. Returns the new logins. */
export async function enterCentre(dataSource: DataSource, file: CentreFile, now: Date): Promise<string[]> {
  await enterDirectory(dataSource, file, now);
  const { manager } = dataSource;
  const stationIds = new Map((await manager.find(StationRow)).map(({ code, id }) => [code, id]));
  const known = new Set((await manager.find(AccountRow, { select: { login: true } })).map(({ login }) => login));
  const fresh = file.accounts.filter(({ login }) => !known.has(login));
  for (const { login, name, role, password, stationCode, crewDuty } of fresh) {
    const stationId: StationId | null = stationCode ? stationIds.get(stationCode)! : null;
    const passwordHash = await hashPassword(password);
    await manager.insert(AccountRow, {
      id: AccountId.parse(uuidv7()),
      login,
      name,
      role,
      passwordHash,
      stationId,
      crewDuty: crewDuty ?? null,
      active: true,
    });
  }
  return fresh.map(({ login }) => login);
}
