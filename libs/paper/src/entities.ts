import type { IncidentId, PaperCard, PaperDrill } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('paper_card')
export class PaperCardRow {
  @PrimaryColumn('text') number: string;
  @Column('timestamptz') allocatedAt: Date;
  @Column('text') allocatedBy: string;
  @Column('timestamptz', { nullable: true }) enteredAt: Date | null;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  @Column('timestamptz', { nullable: true }) voidedAt: Date | null;
  @Column('text', { nullable: true }) voidBecause: string | null;
}

@Entity('paper_drill')
export class PaperDrillRow {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') begunAt: Date;
  @Column('text') begunBy: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sheetAt: Date | null;
  @Column('integer') cards: number;
  @Column('timestamptz', { nullable: true }) firstCardAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastEnteredAt: Date | null;
}

const iso = (at: Date | null) => at && at.toISOString();

export const cardView = (row: PaperCardRow): PaperCard => ({
  number: row.number,
  allocatedAt: row.allocatedAt.toISOString(),
  allocatedBy: row.allocatedBy,
  enteredAt: iso(row.enteredAt),
  incidentId: row.incidentId,
  voidedAt: iso(row.voidedAt),
});

const secondsBetween = (from: Date | null, to: Date | null) => from && to && (to.getTime() - from.getTime()) / 1_000;

export const drillView = (row: PaperDrillRow): PaperDrill => ({
  id: row.id,
  begunAt: row.begunAt.toISOString(),
  begunBy: row.begunBy,
  endedAt: iso(row.endedAt),
  sheetSeconds: secondsBetween(row.begunAt, row.sheetAt),
  cards: row.cards,
  entrySeconds: secondsBetween(row.firstCardAt, row.lastEnteredAt),
});
