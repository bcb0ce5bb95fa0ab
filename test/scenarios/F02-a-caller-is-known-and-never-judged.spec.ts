import type { CallerHistory } from '#contracts';
import { CTI_SECRET, Exchange } from '../support/exchange.js';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import type { Person } from '../support/server.js';

const PHONE = '0274 3822 920';

describe('F02 A caller is known, and never judged', () => {
  let room: Room;
  let taker: Person;
  beforeAll(async () => {
    room = await openRoom({ CTI_SECRET });
    taker = await room.as('tiepnhan');
  });
  afterAll(() => room.close());

  const historyOf = (phone: string, person = taker): Promise<CallerHistory> =>
    person.get(`/api/callers?phone=${encodeURIComponent(phone)}`);

  it('says what a number called for before, however it is written', async () => {
    expect(await historyOf(PHONE)).toEqual({ phone: '+842743822920', callCount: 0, calls: [], mark: null });
    const incident = await room.open({ call: { phone: PHONE }, reason: 'stroke' });
    const { call } = await taker.send('call.take', { phone: '+84 274 3822 920' });
    await taker.send('call.end', { callId: call.id, outcome: 'advice' });
    const history = await historyOf('00842743822920');
    expect(history.callCount).toBe(2);
    expect(history.calls.map(({ outcome, incident: about }) => [outcome, about?.number, about?.reason])).toEqual([
      ['advice', undefined, undefined],
      [null, incident.number, 'stroke'],
    ]);
    await expect(historyOf('115')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('writes down who looked', async () => {
    const [before]: { n: number }[] = await logged();
    await historyOf(PHONE);
    await historyOf(PHONE, room.dispatcher);
    const rows = await room.database.dataSource.query(
      `select actor, actor_role, what, subject from access_log order by at desc limit 2`,
    );
    expect(rows).toEqual([
      {
        actor: room.dispatcher.account.name,
        actor_role: 'dispatcher',
        what: 'caller.history',
        subject: '+842743822920',
      },
      { actor: taker.account.name, actor_role: 'call_taker', what: 'caller.history', subject: '+842743822920' },
    ]);
    const [after] = await logged();
    expect(after!.n - before!.n).toBe(2);
    const crew = await room.as('bd-07');
    await expect(historyOf(PHONE, crew)).rejects.toMatchObject({ status: 403 });
  });
  const logged = (): Promise<{ n: number }[]> =>
    room.database.dataSource.query(`select count(*)::int as n from access_log where what = 'caller.history'`);

  it('says that a number called for nothing, and lets it ring, be taken and be urgent like any other', async () => {
    await taker.send('caller.mark', { phone: PHONE, because: 'trẻ em gọi chơi 6 lần' });
    await taker.send('caller.mark', { phone: '+842743822920', because: 'vẫn gọi chơi' });
    const { mark } = await historyOf(PHONE);
    expect(mark).toMatchObject({ because: 'vẫn gọi chơi', markedBy: taker.account.name });
    expect((Date.parse(mark!.until) - Date.parse(mark!.markedAt)) / 86_400_000).toBe(30);

    await new Exchange(room.url).ring('N-1', '02743822920');
    const screen = await Screen.open(room, room.dispatcher);
    const { rings } = await until(() => screen.last('board.snapshot'), 'a snapshot');
    screen.close();
    const ring = rings.find(({ phone }) => phone === '+842743822920')!;
    const incident = await room.open({ call: { ringId: ring.id }, reason: 'cardiac_arrest' });
    expect(incident).toMatchObject({ priority: 1, state: 'waiting' });
    const { ranked } = await room.recommend(incident);
    expect(ranked.length).toBeGreaterThan(0);

    await taker.send('caller.unmark', { phone: PHONE, because: 'nhầm số' });
    expect((await historyOf(PHONE)).mark).toBeNull();
    const [journal]: { facts: string }[] = await room.database.dataSource.query(
      `select string_agg(facts::text, ' ') as facts from journal where kind like 'caller.%' or kind like 'ring.%'`,
    );
    for (const secret of ['2743822920', 'gọi chơi', 'nhầm số']) expect(journal!.facts).not.toContain(secret);
  });
});
