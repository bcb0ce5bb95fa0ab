import type { MessageId, VehicleId } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { MessagesService } from './messages.service.js';

/** Longer than any shift: what is older is history. */
const KEPT_HOURS = 12;
/** Of one vehicle; the oldest give way, so that a talkative night does not fill every screen. */
const KEPT_MESSAGES = 40;

/** Files what is too old for the board, whatever happened to the server meanwhile. */
export class MessageClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly messages: Pick<MessagesService, 'file'>,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_HOURS * 3_600_000);
    const due: { vehicle_id: VehicleId; ids: MessageId[] }[] = await this.dataSource.query(
      `select vehicle_id, array_agg(id) as ids from (
         select id, vehicle_id, sent_at, row_number() over (partition by vehicle_id order by sent_at desc, id desc) as place
         from message where filed_at is null) as kept
       where sent_at < $1 or place > $2 group by vehicle_id`,
      [before, KEPT_MESSAGES],
    );
    for (const { vehicle_id, ids } of due) await this.messages.file(vehicle_id, ids).catch(this.onFault);
  }
}
