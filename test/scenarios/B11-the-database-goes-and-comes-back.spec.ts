import type { ErrorView } from '#contracts';
import { verifyJournal } from '#journal';
import { uuidv7 } from 'uuidv7';
import { BrokenLine } from '../support/broken-line.js';
import { describeOnServer } from '../support/database.js';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const CALLERS = 6;

describeOnServer('B11 The database goes and comes back', () => {
  let room: Room;
  let line: BrokenLine;
  beforeAll(async () => {
    const databaseBy = async (url: string) => {
      const opened = await BrokenLine.before(url);
      line = opened.line;
      return opened.url;
    };
    room = await openRoom({ LOG_LEVEL: 'silent', OFFER_SECONDS: '2' }, { databaseBy });
  });
  afterEach(() => line.mend());
  afterAll(async () => {
    await room.close();
    await line.remove();
  });

  const failure = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { status?: number; view?: ErrorView }) => error,
    );
  const numbers = async (phones: readonly string[]): Promise<string[]> => {
    const rows: { phone_raw: string }[] = await room.database.dataSource.query(
      'select phone_raw from call where phone_raw = any($1)',
      [phones],
    );
    return rows.map((row) => row.phone_raw);
  };

  it('says that nothing was written, stays alive, and takes the very same command afterwards', async () => {
    const id = uuidv7();
    const screen = await Screen.open(room, room.dispatcher);
    await until(() => screen.last('board.snapshot'), 'the screen has its board');
    await line.cut();
    const refused = await failure(room.dispatcher.send('call.take', { phone: '0901' }, id));
    expect(refused).toMatchObject({
      status: 503,
      view: { code: 'DATABASE_UNAVAILABLE', message: { vi: expect.any(String), en: expect.any(String) } },
    });
    expect(await screen.command('call.take', { phone: '0902' })).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_UNAVAILABLE' },
    });
    expect((await fetch(`${room.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${room.url}/health/ready`)).status).toBe(503);
    expect(screen.socket.connected).toBe(true);

    await line.mend();
    const { call } = await room.dispatcher.send('call.take', { phone: '0901' }, id);
    expect(call.phoneRaw).toBe('0901');
    expect(await numbers(['0901', '0902'])).toEqual(['0901']);
    await until(
      () => screen.all('board.changed').some(({ records }) => records.calls.some(({ id: of }) => of === call.id)),
      'the same screen hears of the call without connecting again',
    );
    expect((await fetch(`${room.url}/health/ready`)).status).toBe(200);
    screen.close();
  });

  it('loses nothing that it acknowledged while its sessions are ended under it again and again (I2)', async () => {
    let running = true;
    const ending = (async () => {
      while (running) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await room.database.dataSource.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
             and pid <> pg_backend_pid()`,
        );
      }
    })();
    const acknowledged: string[] = [];
    const codes = new Set<string>();
    await Promise.all(
      Array.from({ length: CALLERS }, async (_, caller) => {
        for (let i = 0; i < 40; i++) {
          const phone = `09${caller}${String(i).padStart(5, '0')}`;
          const refused = await failure(room.dispatcher.send('call.take', { phone }));
          if (refused) codes.add(refused.view?.code ?? String(refused));
          else acknowledged.push(phone);
        }
      }),
    );
    running = false;
    await ending;
    expect([...codes].filter((code) => code !== 'DATABASE_UNAVAILABLE')).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(CALLERS);
    expect((await numbers(acknowledged)).sort()).toEqual([...acknowledged].sort());
    expect(await verifyJournal(room.database.dataSource)).toMatchObject({ ok: true });
  });

  it('keeps positions meanwhile, and ends an offer whose time ran out while the line was cut', async () => {
    const incident = await room.open();
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const { vehicleId } = offers[0]!;
    const tablet = await Screen.open(room, await room.crewOf(vehicleId));
    await until(() => tablet.last('job.changed'), 'the tablet has its job');
    await line.cut();
    const fixedAt = new Date().toISOString();
    expect(await tablet.emit('position.report', { at: [106.66, 10.98], fixedAt })).toMatchObject({
      ok: true,
      reply: { outcome: 'accepted' },
    });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await line.mend();
    await until(
      async () =>
        (await room.detail(incident)).offers.find(({ id, state }) => id === offers[0]!.id && state === 'unanswered'),
      'the silence is on record',
    );
    await until(async () => {
      const rows: unknown[] = await room.database.dataSource.query(
        'select 1 from position_history where vehicle_id = $1',
        [vehicleId],
      );
      return rows.length === 1;
    }, 'the position is written');
    tablet.close();
  });
});
