import type { BoardSnapshot, CallBack, Ring, RingLedger } from '#contracts';
import { randomUUID } from 'node:crypto';
import { CTI_SECRET, Exchange } from '../support/exchange.js';
import { replayDifferences } from '../support/replay.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import type { Person } from '../support/server.js';

const PLACE = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };

describe('F01 Every ring ends somewhere', () => {
  let room: Room;
  let supervisor: Person;
  let exchange: Exchange;
  beforeAll(async () => {
    room = await openRoom({
      CTI_SECRET,
      RING_TAKE_SECONDS: '2',
      RING_RECORD_SECONDS: '3',
      RING_SILENCE_SECONDS: '120',
    });
    supervisor = await room.as('giamsat');
    exchange = new Exchange(room.url);
  });
  afterAll(() => room.close());

  const board = async (): Promise<BoardSnapshot> => {
    const screen = await Screen.open(room, room.dispatcher);
    const snapshot = await until(() => screen.last('board.snapshot'), 'a snapshot');
    screen.close();
    return snapshot;
  };
  const ringOf = async (callId: string): Promise<Ring> =>
    (await board()).rings.find(({ exchangeCallId }) => exchangeCallId === callId)!;
  const waiting = async (phone: string): Promise<CallBack | undefined> =>
    (await board()).callBacks.find((callBack) => callBack.phone === phone);
  const ledger = (): Promise<RingLedger> => {
    const [from, to] = [-3_600_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());
    return supervisor.get(`/api/rings/ledger?from=${from}&to=${to}`);
  };
  const endOf = async (callId: string) =>
    (await ledger()).rings.find(({ exchangeCallId }) => exchangeCallId === callId)!.end;

  it('shows a ring to the room, and starts the clock of its call when it rang', async () => {
    await exchange.ring('A-1', '0908417226', 17);
    const ring = await ringOf('A-1');
    expect(ring).toMatchObject({ state: 'ringing', phone: '+84908417226', phoneRaw: '0908417226', queue: 'cap-cuu' });
    await room.dispatcher.send('ring.take', { ringId: ring.id });
    const { incident, call } = await room.dispatcher.send('incident.open', {
      call: { ringId: ring.id },
      reason: 'breathing',
      place: PLACE,
    });
    expect(call).toMatchObject({ phone: '+84908417226', receivedAt: ring.rangAt });
    expect(incident.receivedAt).toBe(ring.rangAt);
    expect(await ringOf('A-1')).toBeUndefined();
    expect(await endOf('A-1')).toBe('incident');
  });

  it('puts who gave up on the call-back list, once per number, however often they rang', async () => {
    for (const [id, wait] of [
      ['B-1', 30],
      ['B-2', 8],
    ] as const) {
      await exchange.ring(id, '0912 000 111', wait);
      await exchange.tell('abandoned', id);
    }
    const callBack = (await waiting('+84912000111'))!;
    expect(callBack).toMatchObject({ cause: 'abandoned', ringCount: 2, tries: [] });
    expect(callBack.longestWaitSeconds).toBeGreaterThanOrEqual(30);
    const { id: callBackId } = callBack;
    await expect(room.dispatcher.send('callBack.settle', { callBackId, ending: 'not_reached' })).rejects.toMatchObject({
      code: 'CALL_BACK_TRIES_TOO_FEW',
    });
    await expect(room.dispatcher.send('callBack.settle', { callBackId, ending: 'no_number' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    for (let tries = 0; tries < 2; tries++) await room.dispatcher.send('callBack.try', { callBackId });
    expect(await endOf('B-1')).toBe('to_call_back');
    const settled = await room.dispatcher.send('callBack.settle', { callBackId, ending: 'not_reached' });
    expect(settled.callBack).toMatchObject({ ending: 'not_reached', settledBy: room.dispatcher.account.name });
    expect(await endOf('B-2')).toBe('called_back');
    await expect(room.dispatcher.send('callBack.try', { callBackId })).rejects.toMatchObject({
      code: 'CALL_BACK_SETTLED',
    });
  });

  it('settles by itself who called again and was answered, saying by which call', async () => {
    await exchange.ring('C-1', '0913000222', 40);
    await exchange.tell('abandoned', 'C-1');
    expect(await waiting('+84913000222')).toBeDefined();
    await exchange.ring('C-2', '+84 913 000 222');
    const ring = await ringOf('C-2');
    const { call } = await room.dispatcher.send('call.take', { ringId: ring.id });
    await room.dispatcher.send('call.end', { callId: call.id, outcome: 'advice' });
    expect(await waiting('+84913000222')).toBeUndefined();
    const lines = (await ledger()).rings.filter(({ phone }) => phone === '+84913000222');
    expect(lines.map(({ end, callBackEnding }) => [end, callBackEnding])).toEqual([
      ['outcome', null],
      ['called_back', 'called_again'],
    ]);
  });

  it('says so even when the exchange tells of the lost call late', async () => {
    await exchange.ring('D-1', '0913000333', 90);
    await exchange.ring('D-2', '0913000333', 10);
    await room.dispatcher.send('call.take', { ringId: (await ringOf('D-2')).id });
    await exchange.tell('abandoned', 'D-1');
    expect(await waiting('+84913000333')).toBeUndefined();
    expect(await endOf('D-1')).toBe('called_back');
  });

  it('lists a ring that was answered and never taken, or taken and never saved, until it is saved', async () => {
    await exchange.ring('E-1', '0913000444');
    await exchange.tell('answered', 'E-1', { extension: '201' });
    await exchange.ring('E-2', '0913000555');
    const taken = await ringOf('E-2');
    await room.dispatcher.send('ring.take', { ringId: taken.id });
    await until(async () => (await waiting('+84913000444'))?.cause === 'not_taken', 'the untaken one is listed');
    await until(async () => (await waiting('+84913000555'))?.cause === 'not_recorded', 'the unsaved one is listed');
    await room.open({ call: { ringId: taken.id } });
    expect(await waiting('+84913000555')).toBeUndefined();
    expect(await endOf('E-2')).toBe('incident');
  });

  it('lists a ring of which the exchange says nothing more, and one without a number', async () => {
    await exchange.ring('F-1', '0913000666', 121);
    await exchange.ring('F-2', '<unknown>');
    await exchange.tell('abandoned', 'F-2');
    const anonymous = (await board()).callBacks.find(({ phoneRaw }) => phoneRaw === '<unknown>')!;
    const ended = await room.dispatcher.send('callBack.settle', { callBackId: anonymous.id, ending: 'no_number' });
    expect(ended.callBack.state).toBe('settled');
    await until(async () => (await waiting('+84913000666'))?.cause === 'missed', 'the silent one is listed');
  });

  it('links a call-back to an incident that is known', async () => {
    const incident = await room.open();
    const [callBack] = (await board()).callBacks;
    const ask = { callBackId: callBack!.id, ending: 'linked' as const };
    await expect(room.dispatcher.send('callBack.settle', ask)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const linked = await room.dispatcher.send('callBack.settle', { ...ask, incidentId: incident.id });
    expect(linked.callBack).toMatchObject({ ending: 'linked', incidentId: incident.id });
  });

  it('knows an event by its id, and takes them late, twice and in any order', async () => {
    const event = { eventId: randomUUID(), at: new Date().toISOString() };
    for (let times = 0; times < 3; times++)
      expect((await exchange.tell('ended', 'G-1', { ...event, from: '0913000777' })).status).toBe(200);
    await exchange.tell('answered', 'G-1', { at: new Date(Date.now() - 5_000).toISOString(), extension: '7' });
    await exchange.ring('G-1', '0913000777', 20);
    const line = (await ledger()).rings.find(({ exchangeCallId }) => exchangeCallId === 'G-1')!;
    expect(line).toMatchObject({ state: 'ended', extension: '7', phone: '+84913000777', end: 'to_call_back' });
    const [count] = await room.database.dataSource.query(
      `select count(*)::int as n from journal where kind = 'ring.moved' and facts->>'ringId' = $1`,
      [line.id],
    );
    expect(count.n).toBe(2);
  });

  it('leaves nothing unexplained, and no state without its entry', async () => {
    const { counts } = await until(async () => {
      const now = await ledger();
      return now.counts.in_progress === 0 ? now : null;
    }, 'every ring has ended');
    expect(counts.unexplained).toBe(0);
    expect(counts).toMatchObject({ incident: 2, outcome: 1 });
    expect(await replayDifferences(room.database.dataSource)).toEqual([]);
  });

  it('refuses what is not signed, not fresh, not whole, or too large, and everything without a secret', async () => {
    const body = JSON.stringify({ eventId: '1', pbx: 'p', callId: '1', type: 'ringing', at: new Date().toISOString() });
    const old = String(Math.floor(Date.now() / 1_000) - 301);
    const stranger = new Exchange(room.url, 'another secret of 16');
    const statuses = await Promise.all([
      exchange.post(body, { 'x-signature': '' }),
      exchange.post(body, { 'x-signature': 'sha256=00' }),
      exchange.post(body, { 'x-timestamp': old }),
      exchange.post(body, { 'x-timestamp': 'NaN' }),
      stranger.post(body),
      exchange.post('{"eventId":'),
      exchange.post('{"eventId":"1","pbx":"p","callId":"1","type":"singing","at":"now"}'),
      exchange.post(`"${'9'.repeat(300_000)}"`),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 400, 400, 400]);
    expect((await exchange.post(body)).status).toBe(200);
  });
});
