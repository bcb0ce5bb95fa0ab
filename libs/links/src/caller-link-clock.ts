import type { CallerLinkId } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { CallerLinksService } from './caller-links.service.js';

/** Nobody waits longer than this for a message service. */
const SENDING_MS = 60_000;

/** Joins links to the incident that their call became, ends those whose time or incident is over; a restart forgets none. */
export class CallerLinkClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: CallerLinksService,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const now = this.clock.now();
    const due: { id: CallerLinkId }[] = await this.dataSource.query(
      `select link.id from caller_link link
       left join incident own on own.id = link.incident_id
       left join incident saved on link.incident_id is null and saved.draft_id = link.draft_id
       where link.ended_at is null
         and (link.expires_at <= $1 or own.state = 'closed' or saved.id is not null
           or (link.delivery = 'sending' and link.delivery_at <= $2))
       order by link.created_at`,
      [now, new Date(now.getTime() - SENDING_MS)],
    );
    for (const { id } of due) await this.links.settle(id, SENDING_MS).catch(this.onFault);
  }
}
