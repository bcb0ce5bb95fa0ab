import {
  digestOf,
  ON_BOARD,
  RECORD_KINDS,
  type BoardChange,
  type BoardRecords,
  type BoardSnapshot,
  type Cursor,
  type Digest,
  type Expectation,
  type Hospital,
  type Owner,
  type Position,
  type RecordKind,
  type Station,
} from '#contracts';

type Table<T> = Record<string, T>;
/** Everything the live feed has told this screen, by id. */
export type BoardTables = { [K in keyof BoardRecords]: Table<BoardRecords[K][number]> } & {
  stations: Table<Station>;
  hospitals: Table<Hospital>;
  owners: Table<Owner>;
  /** By vehicle. */
  positions: Table<Position>;
  /** When vehicles under way will be where they are going, by mission. */
  expected: Table<Expectation>;
};
export interface Board extends BoardTables {
  cursor: Cursor | null;
  /** Number of the last journal entry about each incident: whoever shows its history fetches it again when this grows. */
  touched: Table<number>;
}

const byId = <T extends { id: string }>(records: readonly T[]): Table<T> =>
  Object.fromEntries(records.map((record) => [record.id, record]));
const byVehicle = (positions: readonly Position[]): Table<Position> =>
  Object.fromEntries(positions.map((position) => [position.vehicleId, position]));

/** One entry for every kind of record. */
const perKind = (of: (kind: RecordKind) => unknown) =>
  Object.fromEntries(RECORD_KINDS.map((kind) => [kind, of(kind)])) as Pick<BoardTables, RecordKind>;

export const EMPTY_BOARD: Board = {
  cursor: null,
  touched: {},
  ...perKind(() => ({})),
  stations: {},
  hospitals: {},
  owners: {},
  positions: {},
  expected: {},
};

/** A snapshot replaces everything. */
export const boardOf = (snapshot: BoardSnapshot): Board => ({
  cursor: snapshot.cursor,
  touched: {},
  ...perKind((kind) => byId<{ id: string }>(snapshot[kind])),
  stations: byId(snapshot.stations),
  hospitals: byId(snapshot.hospitals),
  owners: byId(snapshot.owners),
  positions: byVehicle(snapshot.positions),
  expected: {},
});

/** The records of a kind that a snapshot taken now would hold. */
function onBoard(board: Board, kind: RecordKind): { id: string }[] {
  const isOpen = (incidentId: string) => {
    const incident = board.incidents[incidentId];
    return incident !== undefined && ON_BOARD.incidents(incident, () => true);
  };
  const belongs = ON_BOARD[kind] as (record: unknown, open: typeof isOpen) => boolean;
  return Object.values<{ id: string }>(board[kind]).filter((record) => belongs(record, isOpen));
}

/** The kinds whose records do not add up to what the server counted at the same number; null at another number. */
export function differingKinds(board: Board, { cursor, board: counted }: Digest): RecordKind[] | null {
  if (board.cursor?.epoch !== cursor.epoch || board.cursor.n !== cursor.n) return null;
  return RECORD_KINDS.filter((kind) => digestOf(onBoard(board, kind)) !== counted[kind]);
}

/**
 * Forgets what has left the board, so that a shift of twelve hours does not fill the memory. What left since the last
 * time stays once more: somebody may still be looking at it.
 * @returns the board, and the ids to be forgotten the next time
 */
export function forget(board: Board, leaving: ReadonlySet<string>): { board: Board; leaving: ReadonlySet<string> } {
  const left = new Set<string>();
  const kept = perKind((kind) => {
    const stays = new Set(onBoard(board, kind).map(({ id }) => id));
    const table: Table<{ id: string }> = board[kind];
    const gone = Object.keys(table).filter((id) => !stays.has(id));
    for (const id of gone) left.add(id);
    if (!gone.some((id) => leaving.has(id))) return table;
    return Object.fromEntries(Object.entries(table).filter(([id]) => stays.has(id) || !leaving.has(id)));
  });
  const touched = Object.fromEntries(Object.entries(board.touched).filter(([id]) => kept.incidents[id]));
  return { board: { ...board, ...kept, touched }, leaving: left };
}

/** What a change does to a board: it continues it, is already in it, or proves that something was missed. */
export function applyChange(board: Board, change: BoardChange): { fit: 'applied' | 'known' | 'gap'; board: Board } {
  const { cursor } = board;
  if (!cursor || cursor.epoch !== change.cursor.epoch) return { fit: 'gap', board };
  if (change.cursor.n <= cursor.n) return { fit: 'known', board };
  if (change.after !== cursor.n) return { fit: 'gap', board };
  const touched = Object.fromEntries(
    change.entries.flatMap(({ incidentId, n }) => (incidentId ? [[incidentId, n] as const] : [])),
  );
  const next: Board = { ...board, cursor: change.cursor, touched: { ...board.touched, ...touched } };
  for (const name of RECORD_KINDS) {
    const records: readonly { id: string }[] = change.records[name];
    if (records.length > 0) Object.assign(next, { [name]: { ...board[name], ...byId(records) } });
  }
  return { fit: 'applied', board: next };
}

/** Newer fixes replace older ones; a late packet does not move a vehicle back. */
export function applyPositions(board: Board, moved: readonly Position[]): Board {
  const newer = moved.filter((position) => {
    const known = board.positions[position.vehicleId];
    return !known || known.fixedAt <= position.fixedAt;
  });
  return newer.length > 0 ? { ...board, positions: { ...board.positions, ...byVehicle(newer) } } : board;
}
