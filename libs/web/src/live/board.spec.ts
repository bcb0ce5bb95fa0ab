import type { BoardChange, BoardSnapshot, Position } from '#contracts';
import { applyChange, applyPositions, boardOf } from './board.js';

const EPOCH = '018f0000-0000-7000-8000-000000000001';
const snapshotAt = (n: number, incidents: unknown[] = [], positions: unknown[] = []) =>
  ({
    cursor: { epoch: EPOCH, n },
    serverTime: '2026-11-21T14:00:00.000Z',
    calls: [],
    incidents,
    units: [],
    missions: [],
    requests: [],
    offers: [],
    obstructions: [],
  prealerts: [],
    stations: [],
    hospitals: [],
    owners: [],
    positions,
  }) as unknown as BoardSnapshot;
const changeTo = (after: number, n: number, records: object = {}, epoch = EPOCH) =>
  ({
    after,
    cursor: { epoch, n },
    serverTime: '2026-11-21T14:00:01.000Z',
    entries: [{ n, incidentId: 'i1' }],
    records: {
      calls: [],
      incidents: [],
      units: [],
      missions: [],
      requests: [],
      offers: [],
      obstructions: [],
  prealerts: [],
      ...records,
    },
  }) as unknown as BoardChange;
const fix = (vehicleId: string, fixedAt: string, at: [number, number]) =>
  ({ vehicleId, fixedAt, at }) as unknown as Position;

describe('a change on a board', () => {
  const board = boardOf(snapshotAt(7, [{ id: 'i1', state: 'waiting' }]));

  it('is applied when it continues the cursor, and leaves untouched tables as they were', () => {
    const { fit, board: next } = applyChange(
      board,
      changeTo(7, 9, { incidents: [{ id: 'i1', state: 'attended' }, { id: 'i2' }] }),
    );
    expect(fit).toBe('applied');
    expect(next.cursor?.n).toBe(9);
    expect(next.incidents).toEqual({ i1: { id: 'i1', state: 'attended' }, i2: { id: 'i2' } });
    expect(next.units).toBe(board.units);
    expect(next.touched).toEqual({ i1: 9 });
  });

  it('is already known when its cursor is not ahead: a change repeated after a resume does nothing', () => {
    const { fit, board: next } = applyChange(board, changeTo(5, 7, { incidents: [{ id: 'i1', state: 'closed' }] }));
    expect(fit).toBe('known');
    expect(next).toBe(board);
  });

  it('proves a gap when it continues another cursor, another epoch, or no snapshot came yet', () => {
    expect(applyChange(board, changeTo(8, 9)).fit).toBe('gap');
    expect(applyChange(board, changeTo(7, 9, {}, '018f0000-0000-7000-8000-000000000002')).fit).toBe('gap');
    expect(applyChange({ ...board, cursor: null }, changeTo(0, 1)).fit).toBe('gap');
  });
});

describe('positions on a board', () => {
  it('replace older fixes and never move a vehicle back', () => {
    const board = boardOf(snapshotAt(1, [], [fix('a', '2026-11-21T14:00:05.000Z', [106.7, 11])]));
    const next = applyPositions(board, [
      fix('a', '2026-11-21T14:00:04.000Z', [106.6, 11]),
      fix('b', '2026-11-21T14:00:04.000Z', [106.5, 11]),
    ]);
    expect(next.positions['a']?.at).toEqual([106.7, 11]);
    expect(next.positions['b']?.at).toEqual([106.5, 11]);
    expect(applyPositions(next, [fix('b', '2026-11-21T14:00:03.000Z', [0, 0])])).toBe(next);
  });
});
