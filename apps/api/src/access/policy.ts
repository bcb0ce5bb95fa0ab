import { COMMANDS, DomainError, READS, type CommandName, type Role, type VehicleId } from '#contracts';
import type { Actor } from '#journal';
import { MissionRow, OfferRow } from '#dispatch';
import { VehicleRow } from '#fleet';
import type { DataSource } from 'typeorm';
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
 * The second half of the rule: a crew acts only for the vehicle it is on, a station only for its own vehicles. Roles of
 * the room act for everybody.
 */
export class Policy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsService,
  ) {}

  async checkCommand(name: CommandName, actor: Actor, body: unknown): Promise<void> {
    const roles: readonly Role[] = COMMANDS[name].roles;
    if (!roles.includes(actor.role as Role)) throw new DomainError('NOT_ALLOWED', { role: actor.role });
    if (actor.role === 'crew') {
      const own = await this.sessions.findVehicle(actor.accountId!);
      if (!own || own !== (await this.vehicleOf(body, own))) throw new DomainError('NOT_ALLOWED', { role: actor.role });
    }
    if (actor.role === 'station') {
      const vehicleId = await this.vehicleOf(body, null);
      const vehicle = vehicleId && (await this.dataSource.manager.findOneBy(VehicleRow, { id: vehicleId }));
      if (!vehicle || vehicle.stationId !== actor.stationId) throw new DomainError('NOT_ALLOWED', { role: actor.role });
    }
  }

  /** The vehicle a command is about, whichever id it names; for a note, the crew's own one if it is on that incident. */
  private async vehicleOf(body: unknown, own: VehicleId | null): Promise<VehicleId | null> {
    const { vehicleId, offerId, missionId, incidentId } = body as Partial<Record<string, string>>;
    if (vehicleId) return vehicleId as VehicleId;
    const { manager } = this.dataSource;
    if (offerId) return (await manager.findOneBy(OfferRow, { id: offerId as OfferRow['id'] }))?.vehicleId ?? null;
    if (missionId)
      return (await manager.findOneBy(MissionRow, { id: missionId as MissionRow['id'] }))?.vehicleId ?? null;
    if (!incidentId || !own) return null;
    const on = { incidentId: incidentId as MissionRow['incidentId'], vehicleId: own, active: true };
    return (await manager.existsBy(MissionRow, on)) ? own : null;
  }
}
