import type { BoardChange, BoardRecords, BoardSnapshot, Cursor, Hospital, Owner, Position, Station } from '#contracts';

type Table<T> = Record<string, T>;
/** Everything the live feed has told this screen, by id. */
export type BoardTables = { [K in keyof BoardRecords]: Table<BoardRecords[K][number]> } & {
  stations: Table<Station>;
  hospitals: Table<Hospital>;
  owners: Table<Owner>;
  /** By vehicle. */
  positions: Table<Position>;
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

export const EMPTY_BOARD: Board = {
  cursor: null,
  touched: {},
  calls: {},
  incidents: {},
  units: {},
  missions: {},
  obstructions: {},
  requests: {},
  offers: {},
  stations: {},
  hospitals: {},
  owners: {},
  positions: {},
};

/** A snapshot replaces everything. */
export const boardOf = (snapshot: BoardSnapshot): Board => ({
  cursor: snapshot.cursor,
  touched: {},
  calls: byId(snapshot.calls),
  incidents: byId(snapshot.incidents),
  units: byId(snapshot.units),
  missions: byId(snapshot.missions),
  obstructions: byId(snapshot.obstructions),
  requests: byId(snapshot.requests),
  offers: byId(snapshot.offers),
  stations: byId(snapshot.stations),
  hospitals: byId(snapshot.hospitals),
  owners: byId(snapshot.owners),
  positions: byVehicle(snapshot.positions),
});

const RECORDS = ['calls', 'incidents', 'units', 'missions', 'requests', 'offers', 'obstructions'] as const;

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
  for (const name of RECORDS) {
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
