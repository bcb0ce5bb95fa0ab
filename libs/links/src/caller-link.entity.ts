import type { CallerLink, CallerLinkId, DeliveryFailure, DraftId, IncidentId, LinkDelivery } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('caller_link')
export class CallerLinkRow {
  @PrimaryColumn('uuid') id: CallerLinkId;
  @Column('bytea') secretHash: Buffer;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  @Column('uuid', { nullable: true }) draftId: DraftId | null;
  /** E.164; joins a shared position to a call that is still being typed. */
  @Column('text', { nullable: true }) phone: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('text') createdBy: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('integer') openedCount: number;
  @Column('timestamptz', { nullable: true }) lastOpenedAt: Date | null;
  @Column('text') delivery: LinkDelivery;
  @Column('timestamptz', { nullable: true }) deliveryAt: Date | null;
  @Column('text', { nullable: true }) deliveryFailure: DeliveryFailure | null;
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
}

const iso = (at: Date | null) => at && at.toISOString();

export const callerLinkView = ({ secretHash: _secretHash, phone: _phone, ...row }: CallerLinkRow): CallerLink => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  endedAt: iso(row.endedAt),
  lastOpenedAt: iso(row.lastOpenedAt),
  deliveryAt: iso(row.deliveryAt),
  leftAt: iso(row.leftAt),
});
