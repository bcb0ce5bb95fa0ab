import { CasualtyRow, MassCasualtyRow } from '#casualties';
import { AlarmRow, DeskHourRow } from '#alarms';
import { MissionMemberRow, MissionRow, MissionTimeRow, OfferRow, PrealertRow, VehicleRequestRow } from '#dispatch';
import {
  AccountRow,
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
import { DistressRow, MessageRow } from '#messages';
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
  ObstructionRow,
  ProtocolRow,
  PrealertRow,
  PaperCardRow,
  PaperDrillRow,
  CallBackRow,
  RingRow,
  CallerMarkRow,
  PhonePositionRow,
  AlarmRow,
  DeskHourRow,
  MessageRow,
  DistressRow,
  MassCasualtyRow,
  CasualtyRow,
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
