import type {
  CasualtyId,
  CasualtyState,
  HospitalId,
  IncidentId,
  LngLat,
  MassCasualty,
  MethaneReport,
  MissionId,
  TriageTag,
} from '#contracts';
import { POINT } from '#geo';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('mass_casualty')
export class MassCasualtyRow {
  @PrimaryColumn('uuid') incidentId: IncidentId;
  @Column('timestamptz') declaredAt: Date;
  @Column('text') declaredBy: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedBy: string | null;
  @Column({ ...POINT, nullable: true }) staging: LngLat | null;
  @Column('text') stagingWords: string;
  @Column('text') commandPost: string;
  @Column('jsonb') report: MethaneReport;
}

@Entity('casualty')
export class CasualtyRow {
  @PrimaryColumn('uuid') id: CasualtyId;
  @Column('uuid') incidentId: IncidentId;
  @Column('integer') number: number;
  @Column('text') tag: TriageTag;
  /** As it was entered; with a vehicle, the vehicle's own state says more. */
  @Column('text') state: CasualtyState;
  @Column('uuid', { nullable: true }) missionId: MissionId | null;
  @Column('uuid', { nullable: true }) hospitalId: HospitalId | null;
  @Column('timestamptz') countedAt: Date;
  @Column('text') countedBy: string;
}

export const massCasualtyView = (row: MassCasualtyRow): MassCasualty => ({
  id: row.incidentId,
  incidentId: row.incidentId,
  declaredAt: row.declaredAt.toISOString(),
  declaredBy: row.declaredBy,
  endedAt: row.endedAt && row.endedAt.toISOString(),
  endedBy: row.endedBy,
  staging: row.staging && { position: row.staging, words: row.stagingWords },
  commandPost: row.commandPost,
  report: row.report,
});
