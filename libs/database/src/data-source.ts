import { AlarmRow, DeskHourRow } from '#alarms';
import { CasualtyRow, MassCasualtyRow } from '#casualties';
import {
  MissionMemberRow,
  MissionRow,
  MissionTimeRow,
  OfferRow,
  PrealertRow,
  SuggestionRow,
  VehicleRequestRow,
} from '#dispatch';
import {
  AccountRow,
  CapacityRow,
  HospitalRow,
  OwnerRow,
  ShiftMemberRow,
  ShiftRow,
  StationRow,
  TrackerRow,
  VehiclePositionRow,
  VehicleRow,
} from '#fleet';
import { CallRow, IncidentRow, NoteRow, ProtocolRow } from '#incidents';
import { CallBackRow, CallerMarkRow, PhonePositionRow, RingRow } from '#telephony';
import { CallerLinkRow } from '#links';
import { DistressRow, MessageRow } from '#messages';
import { ShiftLogEntryRow } from '#shift-log';
import { PaperCardRow, PaperDrillRow } from '#paper';
import { ObstructionRow } from '#traffic';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { SnakeCase } from './naming.js';

export const ENTITIES = [
  OwnerRow,
  HospitalRow,
  StationRow,
  VehicleRow,
  AccountRow,
  ShiftRow,
  ShiftMemberRow,
  TrackerRow,
  VehiclePositionRow,
  CallRow,
  IncidentRow,
  NoteRow,
  VehicleRequestRow,
  MissionRow,
  MissionMemberRow,
  MissionTimeRow,
  OfferRow,
  SuggestionRow,
  CapacityRow,
  ObstructionRow,
  ProtocolRow,
  PrealertRow,
  PaperCardRow,
  PaperDrillRow,
  CallBackRow,
  RingRow,
  CallerMarkRow,
  PhonePositionRow,
  CallerLinkRow,
  AlarmRow,
  DeskHourRow,
  MessageRow,
  DistressRow,
  MassCasualtyRow,
  CasualtyRow,
  ShiftLogEntryRow,
];

/** How the product talks to the database named by `DATABASE_URL`, whichever kind it is. */
export function dataSourceOptions(url: string, poolSize: number, onError: (error: Error) => void): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: ENTITIES,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    installExtensions: false,
    poolSize,
    driver: { ...pg, Pool: watched(onError) } as typeof pg,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: { connectionTimeoutMillis: 10_000 },
  };
}

/** Without an error listener on every client, Node ends the moment the database goes away. */
function watched(onError: (error: Error) => void): typeof pg.Pool {
  return class extends pg.Pool {
    constructor(config?: pg.PoolConfig) {
      super(config);
      this.on('error', onError);
      this.on('connect', (client) => client.on('error', onError));
    }
  } as typeof pg.Pool;
}
