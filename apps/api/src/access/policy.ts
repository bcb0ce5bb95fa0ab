import { CasualtyRow } from '#casualties';
import {
  COMMANDS,
  DomainError,
  READS,
  type CommandBody,
  type CommandName,
  type Role,
  type VehicleId,
} from '#contracts';
import { MissionRow, OfferRow, PrealertRow } from '#dispatch';
import { AccountRow, VehicleRow } from '#fleet';
import { followMerges, type IncidentRow } from '#incidents';
import type { Actor } from '#journal';
import { ObstructionRow } from '#traffic';
import { In, type DataSource } from 'typeorm';
import type { SessionsService } from './sessions.service.js';

export type ReadKey = keyof typeof READS;

/** Deny by default: who may read a route is written in the contract's table and nowhere else. */
export function checkRead(key: ReadKey, actor: Actor | null): void {
  const { roles } = READS[key];
  if (roles === 'anybody') return;
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
  if (roles === 'signed_in') return;
  if (!(roles as readonly Role[]).includes(actor.role as Role))
    throw new DomainError('NOT_ALLOWED', { role: actor.role });
}

/**
 * The second half of the rule: a crew acts only for the vehicle it is on, a station only for its own vehicles. Somebody
 * who is on no vehicle yet may begin a shift at the own station. Roles of the room act for everybody.
 */
export class Policy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsService,
  ) {}

  async checkCommand(name: CommandName, actor: Actor, body: unknown): Promise<void> {
    const roles: readonly Role[] = COMMANDS[name].roles;
    if (!roles.includes(actor.role as Role)) throw new DomainError('NOT_ALLOWED', { role: actor.role });
    if (actor.role === 'crew' && !(await this.mayCrew(name, actor, body)))
      throw new DomainError('NOT_ALLOWED', { role: actor.role });
    if (actor.role === 'station' && !(await this.isOfStation(await this.vehicleOf(body, null), actor)))
      throw new DomainError('NOT_ALLOWED', { role: actor.role });
  }

  private async mayCrew(name: CommandName, actor: Actor, body: unknown): Promise<boolean> {
    const own = await this.sessions.findVehicle(actor.accountId!);
    if (own) return own === (await this.vehicleOf(body, own));
    return name === 'shift.begin' && this.mayBeginShift(actor, body as CommandBody<'shift.begin'>);
  }

  /** Somebody coming on duty: with themselves on board, and everybody and the vehicle of one station. */
  private async mayBeginShift(actor: Actor, { vehicleId, crew }: CommandBody<'shift.begin'>): Promise<boolean> {
    const ids = crew.map(({ accountId }) => accountId);
    if (!actor.accountId || !ids.includes(actor.accountId) || !(await this.isOfStation(vehicleId, actor))) return false;
    const members = await this.dataSource.manager.findBy(AccountRow, { id: In(ids) });
    return members.every(({ stationId }) => stationId === actor.stationId);
  }

  private async isOfStation(vehicleId: VehicleId | null, { stationId }: Actor): Promise<boolean> {
    if (!vehicleId || !stationId) return false;
    return this.dataSource.manager.existsBy(VehicleRow, { id: vehicleId, stationId });
  }

  /** The incident of a patient that was counted. */
  private async incidentOf(casualtyId: string): Promise<string | undefined> {
    const row = await this.dataSource.manager.findOneBy(CasualtyRow, { id: casualtyId as CasualtyRow['id'] });
    return row?.incidentId;
  }

  /** The vehicle a command is about, whichever id it names; for a note, the crew's own one if it is on that incident. */
  private async vehicleOf(body: unknown, own: VehicleId | null): Promise<VehicleId | null> {
    const { vehicleId, offerId, missionId, obstructionId, prealertId, casualtyId, ...about } = body as Partial<
      Record<string, string>
    >;
    if (vehicleId) return vehicleId as VehicleId;
    const { manager } = this.dataSource;
    if (offerId) return (await manager.findOneBy(OfferRow, { id: offerId as OfferRow['id'] }))?.vehicleId ?? null;
    if (missionId)
      return (await manager.findOneBy(MissionRow, { id: missionId as MissionRow['id'] }))?.vehicleId ?? null;
    if (obstructionId)
      return (
        (await manager.findOneBy(ObstructionRow, { id: obstructionId as ObstructionRow['id'] }))?.vehicleId ?? null
      );
    if (prealertId)
      return (await manager.findOneBy(PrealertRow, { id: prealertId as PrealertRow['id'] }))?.vehicleId ?? null;
    const incidentId = casualtyId ? await this.incidentOf(casualtyId) : about['incidentId'];
    if (!incidentId || !own) return null;
    const standing = await followMerges(manager, incidentId as IncidentRow['id']);
    return (await manager.existsBy(MissionRow, { incidentId: standing, vehicleId: own, active: true })) ? own : null;
  }
}
