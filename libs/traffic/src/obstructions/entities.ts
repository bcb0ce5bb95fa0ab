import type {
  FloodDepth,
  ObstructedDirection,
  Obstruction,
  ObstructionId,
  ObstructionKind,
  ObstructionShape,
  ObstructionState,
  Passage,
  VehicleId,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('obstruction')
export class ObstructionRow {
  @PrimaryColumn('uuid') id: ObstructionId;
  @Column('text') kind: ObstructionKind;
  @Column('jsonb') shape: ObstructionShape;
  @Column('text') direction: ObstructedDirection;
  @Column('text', { nullable: true }) depth: FloodDepth | null;
  @Column('text') passage: Passage;
  @Column('double precision') slowdown: number;
  @Column('text', { array: true }) streets: string[];
  @Column('text') state: ObstructionState;
  @Column('text') source: Obstruction['source'];
  @Column('timestamptz') reportedAt: Date;
  @Column('text') reportedBy: string;
  @Column('uuid', { nullable: true }) vehicleId: VehicleId | null;
  @Column('timestamptz') confirmedAt: Date;
  @Column('timestamptz') until: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') note: string;
}

export const obstructionView = ({ reportedAt, confirmedAt, until, endedAt, ...row }: ObstructionRow): Obstruction => ({
  ...row,
  reportedAt: reportedAt.toISOString(),
  confirmedAt: confirmedAt.toISOString(),
  until: until.toISOString(),
  endedAt: endedAt && endedAt.toISOString(),
});
