import { COMMANDS, DomainError, type CommandBody, type CommandReply, type VehicleId } from '#contracts';
import { lockVehicle, TrackerRow } from '#fleet';
import { sha256, type Command, type Journal } from '#journal';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Phones and trackers that report for a vehicle. Their protocols know no sign-in: the key in the address is it. */
export class TrackersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly secret: Buffer,
  ) {}

  /** Registers a device for a vehicle and gives its key; registering again replaces the key. */
  register(command: Command, body: CommandBody<'tracker.register'>): Promise<CommandReply<'tracker.register'>> {
    // Derived from the command, so that a repeated command gives the same key although the key itself is not stored.
    const key = createHmac('sha256', this.secret).update(command.id).digest('base64url').slice(0, 32);
    return this.journal.write(command, async (pen) => {
      await lockVehicle(pen.tx, body.vehicleId);
      await pen.tx.upsert(TrackerRow, { ...body, keyHash: sha256(key) }, ['deviceId']);
      pen.record({ kind: 'tracker.registered', vehicleId: body.vehicleId, facts: { deviceId: body.deviceId } });
      return { deviceId: body.deviceId, osmAndPath: `/t/${key}?id=${encodeURIComponent(body.deviceId)}`, key };
    });
  }

  /** The vehicle a device reports for. @throws DEVICE_UNKNOWN for a wrong device or key */
  async getVehicle(deviceId: string, key: string): Promise<VehicleId> {
    const known = COMMANDS['tracker.register'].body.shape.deviceId.safeParse(deviceId);
    const tracker = known.success && (await this.dataSource.manager.findOneBy(TrackerRow, { deviceId: known.data }));
    if (!tracker || !timingSafeEqual(Buffer.from(tracker.keyHash), sha256(key)))
      throw new DomainError('DEVICE_UNKNOWN');
    return tracker.vehicleId;
  }
}
