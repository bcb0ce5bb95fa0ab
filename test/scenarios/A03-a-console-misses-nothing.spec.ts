import { CommandId, type Ack, type BoardChange, type BoardSnapshot, type Incident, type Pulse } from '#contracts';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { applyChange, boardOf, EMPTY_BOARD, type Board } from '../../libs/web/src/live/board.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';

/** A console without a face: the product's own rules of applying and resuming, on a real socket. */
class Console {
  board: Board = EMPTY_BOARD;
  snapshots = 0;
  pulse: Pulse | null = null;
  private socket: Socket | null = null;

  constructor(
    private readonly server: TestServer,
    private readonly person: Person,
  ) {}

  connect(): void {
    const { cursor } = this.board;
    const auth = { token: this.person.token, ...(cursor ? { cursor } : {}) };
    const socket = io(this.server.url, { transports: ['websocket'], auth, reconnection: false, forceNew: true });
    socket.on('board.snapshot', (snapshot: BoardSnapshot) => {
      this.snapshots++;
      this.board = boardOf(snapshot);
    });
    socket.on('board.changed', (change: BoardChange) => {
      const { fit, board } = applyChange(this.board, change);
      this.board = board;
      if (fit === 'gap') socket.emit('board.resume', { cursor: board.cursor }, () => undefined);
    });
    socket.on('board.pulse', (pulse: Pulse) => {
      this.pulse = pulse;
      if (this.board.cursor && pulse.cursor.n > this.board.cursor.n)
        socket.emit('board.resume', { cursor: this.board.cursor }, () => undefined);
    });
    this.socket = socket;
  }
  send(name: string, body: unknown): Promise<Ack<unknown>> {
    return this.socket!.emitWithAck('command', { id: CommandId.parse(uuidv7()), name, body }) as Promise<Ack<unknown>>;
  }
  emit = (name: string, message: unknown): Promise<Ack<unknown>> =>
    this.socket!.timeout(3_000).emitWithAck(name, message) as Promise<Ack<unknown>>;
  disconnect = () => this.socket?.disconnect();
}

async function until(holds: () => boolean, what: string, ms = 10_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('A03 A console misses nothing', () => {
  let server: TestServer;
  let people: Person[];
  beforeAll(async () => {
    server = await startTestServer();
    people = await Promise.all(['dieuphoi', 'dieuphoi2', 'tiepnhan', 'giamsat'].map((login) => server.as(login)));
  });
  afterAll(() => server.close());

  it('applies every change in order while many people write and its line drops again and again', async () => {
    const screen = new Console(server, people[0]!);
    screen.connect();
    await until(() => screen.board.cursor !== null, 'first snapshot');
    const writers = people.map(async (person, p) => {
      for (let i = 0; i < 15; i++) {
        const { incident } = await person.send('incident.open', {
          call: { phone: `09000000${p}${i}` },
          reason: 'unwell',
          place: { address: `Nhà ${p}-${i}`, position: [106.66, 10.98], source: 'pin' },
        });
        await person.send('incident.note', { incidentId: incident.id, text: 'ghi chú' });
        await person.send('incident.amend', { incidentId: incident.id, version: 1, changes: { patientCount: 2 } });
      }
    });
    let dropping = true;
    const drops = (async () => {
      while (dropping) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        screen.disconnect();
        screen.connect();
      }
    })();
    await Promise.all(writers);
    dropping = false;
    await drops;

    const fresh = new Console(server, people[1]!);
    fresh.connect();
    await until(() => fresh.board.cursor !== null, 'fresh snapshot');
    await until(() => screen.board.cursor!.n >= fresh.board.cursor!.n, 'the screen has caught up');
    const versions = (board: Board) =>
      Object.values(board.incidents as Record<string, Incident>).map(({ number, version, patientCount }) => ({
        number,
        version,
        patientCount,
      }));
    const byNumber = (a: { number: string }, b: { number: string }) => a.number.localeCompare(b.number);
    expect(versions(screen.board).sort(byNumber)).toEqual(versions(fresh.board).sort(byNumber));
    expect(versions(screen.board)).toHaveLength(60);
    expect(screen.snapshots).toBe(1);
    screen.disconnect();
    fresh.disconnect();
  });

  it('hears every second how far the journal is', async () => {
    const screen = new Console(server, people[0]!);
    screen.connect();
    await until(() => screen.pulse !== null && screen.board.cursor !== null, 'a pulse', 3_000);
    expect(screen.pulse!.cursor).toEqual(screen.board.cursor);
    screen.disconnect();
  });

  it('is answered on every message: done, refused, malformed, unknown', async () => {
    const screen = new Console(server, people[2]!);
    screen.connect();
    await until(() => screen.board.cursor !== null, 'connected');
    expect(await screen.send('call.take', { phone: '0912345678' })).toMatchObject({ ok: true });
    expect(await screen.send('dispatch.order', {})).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const order = { incidentId: uuidv7(), vehicleId: uuidv7(), reason: 'other' };
    expect(await screen.send('dispatch.order', order)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    expect(await screen.send('no.such', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COMMAND' } });
    for (const torn of [null, 7, 'x', { id: 'x' }, [], { id: uuidv7(), name: 5 }])
      expect(await screen.emit('command', torn)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const failed = await screen.send('call.end', { callId: uuidv7(), outcome: 'nuisance' });
    expect(failed).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', message: { vi: expect.any(String), en: expect.any(String) } },
    });
    screen.disconnect();
  });

  it('does not open for a wrong token, and says why', async () => {
    const socket = io(server.url, {
      transports: ['websocket'],
      auth: { token: 'wrong' },
      reconnection: false,
      forceNew: true,
    });
    const error = await new Promise<Error & { data?: { code: string } }>((resolve) =>
      socket.once('connect_error', resolve),
    );
    expect(error.data).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('does not open for a page of another origin', async () => {
    const socket = io(server.url, {
      transports: ['websocket'],
      auth: { token: people[0]!.token },
      extraHeaders: { origin: 'https://elsewhere.example' },
      reconnection: false,
      forceNew: true,
    });
    await expect(new Promise((_, reject) => socket.once('connect_error', reject))).rejects.toBeDefined();
  });
});
