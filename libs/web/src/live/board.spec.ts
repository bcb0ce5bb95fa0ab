import { digestOf, RECORD_KINDS, type BoardChange, type BoardSnapshot, type Digest, type Position } from '#contracts';
import { applyChange, applyPositions, boardOf, differingKinds, forget } from './board.js';

const NONE = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, []]));
const EPOCH = '018f0000-0000-7000-8000-000000000001';
const snapshotAt = (n: number, incidents: unknown[] = [], positions: unknown[] = []) =>
  ({
    cursor: { epoch: EPOCH, n },
    serverTime: '2026-11-21T14:00:00.000Z',
    ...NONE,
    incidents,
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
      ...NONE,
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

describe('the digest of a board', () => {
  const waiting = { id: 'i1', state: 'waiting' };
  const mission = { id: 'm1', incidentId: 'i1', state: 'en_route' };
  const board = boardOf({ ...snapshotAt(7, [waiting]), missions: [mission] } as unknown as BoardSnapshot);
  const digest = (n: number, counted: object = {}): Digest =>
    ({
      cursor: { epoch: EPOCH, n },
      board: {
        ...Object.fromEntries(RECORD_KINDS.map((kind) => [kind, digestOf([])])),
        incidents: digestOf([{ ...waiting }]),
        missions: digestOf([{ ...mission }]),
        ...counted,
      },
    }) as unknown as Digest;

  it('agrees whatever the order, and is not asked at another number', () => {
    expect(digestOf([waiting, mission])).toBe(digestOf([{ ...mission }, { ...waiting }]));
    expect(differingKinds(board, digest(7))).toEqual([]);
    expect(differingKinds(board, digest(8))).toBeNull();
  });

  it('names the kind in which one field differs, or a record is missing or too many', () => {
    expect(differingKinds(board, digest(7, { incidents: digestOf([{ ...waiting, state: 'attended' }]) }))).toEqual([
      'incidents',
    ]);
    expect(differingKinds(board, digest(7, { missions: digestOf([]) }))).toEqual(['missions']);
  });

  it('counts what a snapshot would hold: a closed incident and what belongs to it have left', () => {
    const { board: closed } = applyChange(board, changeTo(7, 8, { incidents: [{ id: 'i1', state: 'closed' }] }));
    expect(differingKinds(closed, digest(8, { incidents: digestOf([]), missions: digestOf([]) }))).toEqual([]);
  });

  it('forgets what has left the board, but not at once: somebody may still look at it', () => {
    const { board: closed } = applyChange(board, changeTo(7, 8, { incidents: [{ id: 'i1', state: 'closed' }] }));
    const first = forget(closed, new Set());
    expect(first.board.incidents).toEqual(closed.incidents);
    expect(first.leaving).toEqual(new Set(['i1', 'm1']));
    const second = forget(first.board, first.leaving);
    expect(second.board.incidents).toEqual({});
    expect(second.board.missions).toEqual({});
    expect(second.board.touched).toEqual({});
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
