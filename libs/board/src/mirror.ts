import {
  ON_BOARD,
  RECORD_KINDS,
  type BoardChange,
  type BoardRecords,
  type Hospital,
  type RecordKind,
  type RecordOf,
  type Station,
} from '#contracts';
import type { DataSource } from 'typeorm';
import { readSnapshot } from './records.js';

export type Tables = { readonly [K in RecordKind]: Readonly<Record<string, RecordOf<K>>> };
type Mutable = { [K in RecordKind]: Record<string, RecordOf<K>> };

/**
 * The board as every screen has it, kept in the server by the same changes: for rules that look at the whole board every
 * second and must not ask the database each time.
 */
export class BoardMirror {
  private tables: Mutable | null = null;
  private n = -1;
  private loading: Promise<void> | null = null;
  stations: Readonly<Record<string, Station>> = {};
  hospitals: Readonly<Record<string, Hospital>> = {};

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => Date,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** What is on the board now; null while it is being read. */
  get records(): Tables | null {
    return this.loading ? null : this.tables;
  }

  load(): Promise<void> {
    return (this.loading ??= this.read().finally(() => (this.loading = null)));
  }

  /** A change that does not continue what is known means that something was missed: everything is read anew. */
  apply(change: BoardChange): void {
    if (!this.tables || change.cursor.n <= this.n) return;
    if (change.after !== this.n) return void this.load().catch(this.onError);
    for (const kind of RECORD_KINDS) this.put(this.tables, kind, change.records[kind]);
    this.n = change.cursor.n;
    this.dropWhatLeft(this.tables);
  }

  private async read(): Promise<void> {
    const snapshot = await readSnapshot(this.dataSource, [], this.now());
    const tables = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, {}])) as Mutable;
    for (const kind of RECORD_KINDS) this.put(tables, kind, snapshot[kind]);
    this.stations = Object.fromEntries(snapshot.stations.map((station) => [station.id, station]));
    this.hospitals = Object.fromEntries(snapshot.hospitals.map((hospital) => [hospital.id, hospital]));
    this.tables = tables;
    this.n = snapshot.cursor.n;
  }

  private put<K extends RecordKind>(tables: Mutable, kind: K, records: BoardRecords[K]): void {
    const table: Record<string, unknown> = tables[kind];
    for (const record of records) table[record.id] = record;
  }

  private dropWhatLeft(tables: Mutable): void {
    const isOpen = (id: string) => tables.incidents[id] !== undefined && tables.incidents[id].state !== 'closed';
    for (const kind of RECORD_KINDS) {
      const stays = ON_BOARD[kind] as (record: unknown, open: typeof isOpen) => boolean;
      const table: Record<string, unknown> = tables[kind];
      for (const [id, record] of Object.entries(table)) if (!stays(record, isOpen)) delete table[id];
    }
  }
}
