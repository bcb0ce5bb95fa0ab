import type { BoardChange, BoardSnapshot, Digest } from '#contracts';
import { io, type Socket } from 'socket.io-client';
import { applyChange, boardOf, differingKinds, EMPTY_BOARD, type Board } from '../../libs/web/src/live/board.js';
import { openRoom, type Room } from '../support/room.js';
import { until } from '../support/screen.js';

/** Digests come every ten seconds; in a busy moment one is left out. */
const DIGEST_WAIT_MS = 35_000;

describe('F19 A board proves every ten seconds that it is right', () => {
  let room: Room;
  let socket: Socket;
  let board: Board = EMPTY_BOARD;
  const judged: { n: number; differing: string[] }[] = [];
  beforeAll(async () => {
    room = await openRoom();
    const auth = { token: room.dispatcher.token };
    socket = io(room.url, { transports: ['websocket'], auth, reconnection: false, forceNew: true });
    socket.on('board.snapshot', (snapshot: BoardSnapshot) => (board = boardOf(snapshot)));
    socket.on('board.changed', (change: BoardChange) => (board = applyChange(board, change).board));
    socket.on('board.digest', (digest: Digest) => {
      const differing = differingKinds(board, digest);
      if (differing) judged.push({ n: digest.cursor.n, differing });
    });
    await until(() => board.cursor, 'the first snapshot');
  });
  afterAll(async () => {
    socket.disconnect();
    await room.close();
  });

  const nextJudgement = () => {
    const known = judged.length;
    return until(() => judged[known], 'another digest', DIGEST_WAIT_MS);
  };

  it('adds up on a screen that applied only changes, after a morning of work', async () => {
    for (let i = 0; i < 3; i++) {
      const incident = await room.open();
      const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
      if (i > 0) await room.dispatcher.send('offer.accept', { offerId: offers[0]!.id });
      if (i > 1) await room.dispatcher.send('incident.note', { incidentId: incident.id, text: 'ghi chú' });
      await room.dispatcher.send('incident.amend', {
        incidentId: incident.id,
        version: incident.version,
        changes: { patientCount: 2 },
      });
    }
    await room.dispatcher.send('call.take', { phone: '0908417226' });
    const { differing, n } = await nextJudgement();
    expect(n).toBeGreaterThan(5);
    expect(differing).toEqual([]);
  }, 60_000);

  it('does not add up on a screen that has lost a record, and does again after a fresh snapshot', async () => {
    const [lost] = Object.keys(board.incidents);
    board = { ...board, incidents: Object.fromEntries(Object.entries(board.incidents).filter(([id]) => id !== lost)) };
    expect((await nextJudgement()).differing).toContain('incidents');
    await socket.timeout(5_000).emitWithAck('board.resume', { cursor: null });
    expect((await nextJudgement()).differing).toEqual([]);
  }, 90_000);
});
