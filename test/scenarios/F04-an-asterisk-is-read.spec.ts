import type { BoardSnapshot, Pulse } from '#contracts';
import { createLog } from '../../apps/api/src/log.js';
import { AmiStandIn } from '../support/ami-stand-in.js';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const SECRET = 'mật khẩu: tổng đài';

describe('F04 An Asterisk is read', () => {
  let room: Room;
  let asterisk: AmiStandIn;
  const lines: string[] = [];
  beforeAll(async () => {
    asterisk = await AmiStandIn.open(SECRET);
    const url = `tcp://dispatch:${encodeURIComponent(SECRET)}@127.0.0.1:${asterisk.port}/pbx-1`;
    room = await openRoom({ AMI_URL: url }, { log: createLog('debug', { write: (line) => void lines.push(line) }) });
    await until(
      () => asterisk.actions.some(({ Action }) => Action === 'QueueStatus'),
      'the server asks what is going on',
    );
  });
  afterAll(async () => {
    await room.close();
    await asterisk.close();
  });

  const withScreen = async <T>(look: (screen: Screen) => T | Promise<T>): Promise<T> => {
    const screen = await Screen.open(room, room.dispatcher);
    try {
      return await look(screen);
    } finally {
      screen.close();
    }
  };
  const board = (): Promise<BoardSnapshot> =>
    withScreen((screen) => until(() => screen.last('board.snapshot'), 'a snapshot'));
  const ring = async (id: string) => (await board()).rings.find(({ exchangeCallId }) => exchangeCallId === id);
  const line = (state: Pulse['exchange']['state']) =>
    withScreen((screen) =>
      until(() => screen.last('board.pulse')?.exchange.state === state, `a pulse that says ${state}`),
    );
  const channel = (id: string, more: Record<string, string> = {}) => ({
    Channel: 'PJSIP/trunk-00000001',
    CallerIDNum: '0908417226',
    Context: 'from-trunk',
    Exten: '115',
    Uniqueid: id,
    Linkedid: id,
    ...more,
  });
  const startedAgo = (seconds: number, n: number) => `${Math.floor(Date.now() / 1_000) - seconds}.${n}`;

  it('signs in for calls, agents and the dial plan, and nothing else', async () => {
    expect(asterisk.actions[0]).toMatchObject({ Action: 'Login', Username: 'dispatch', Events: 'call,agent,dialplan' });
    expect(new Set(asterisk.actions.map(({ Action }) => Action))).toEqual(
      new Set(['Login', 'CoreShowChannels', 'QueueStatus']),
    );
    await line('connected');
  });

  it('shows a ring, who answered it, and who gave up', async () => {
    await asterisk.say('Newchannel', channel('100.1'));
    await asterisk.say('QueueCallerJoin', { ...channel('100.1'), Queue: 'cap-cuu' });
    const rang = await until(async () => {
      const found = await ring('100.1');
      return found?.queue ? found : null;
    }, 'the ring is on the board');
    expect(rang).toMatchObject({ pbx: 'pbx-1', state: 'ringing', phone: '+84908417226', queue: 'cap-cuu' });
    await asterisk.say('AgentConnect', { ...channel('100.1'), Interface: 'PJSIP/201', Queue: 'cap-cuu' });
    await until(async () => (await ring('100.1'))?.state === 'answered', 'it is answered');
    expect(await ring('100.1')).toMatchObject({ extension: '201' });

    await asterisk.say('Newchannel', channel('100.2', { CallerIDNum: '0912000111' }));
    await asterisk.say('QueueCallerAbandon', { ...channel('100.2', { CallerIDNum: '0912000111' }), Queue: 'cap-cuu' });
    await until(async () => (await board()).callBacks.some(({ phone }) => phone === '+84912000111'), 'it is listed');
  });

  it('learns what happened while the line was cut', async () => {
    await asterisk.say('Newchannel', channel('100.3', { CallerIDNum: '0912000333' }));
    await asterisk.say('Newchannel', channel('100.4', { CallerIDNum: '0912000444' }));
    await until(() => ring('100.4'), 'both ring');
    const seenOnlyNow = startedAgo(40, 9);
    asterisk.goingOn.channels.push(
      channel('100.4', { CallerIDNum: '0912000444' }),
      channel(seenOnlyNow, { CallerIDNum: '0912000999' }),
    );
    const before = asterisk.actions.length;
    asterisk.cut();
    await line('lost');
    const found = await until(() => ring(seenOnlyNow), 'the call that nobody announced');
    expect((Date.parse(found.receivedAt) - Date.parse(found.rangAt)) / 1_000).toBeGreaterThan(35);
    await until(async () => {
      const { callBacks, rings } = await board();
      const listed = callBacks.some(({ phone, cause }) => phone === '+84912000333' && cause === 'missed');
      return listed && rings.some(({ exchangeCallId, state }) => exchangeCallId === '100.4' && state === 'ringing');
    }, 'the call that went is to be called back, the one that rings still rings');
    expect(asterisk.actions.slice(before).map(({ Action }) => Action)).toContain('Login');
    await line('connected');
    await asterisk.say('Hangup', channel(seenOnlyNow, { CallerIDNum: '0912000999' }));
    await until(
      async () => (await board()).callBacks.some(({ phone }) => phone === '+84912000999'),
      'its end is heard',
    );
  });

  it('says in its figures whether the exchange is heard', async () => {
    const figures = await (await fetch(`${room.url}/metrics`)).text();
    expect(figures).toMatch(/^dispatch_exchange_connected 1$/m);
    expect(figures).toMatch(/^dispatch_exchange_events_total\{way="ami",type="ringing"\} [1-9]/m);
    expect(figures).toMatch(/^dispatch_exchange_heard_timestamp_seconds 1\d{9}/m);
  });

  it('never writes its secret, or a number, into its log', () => {
    expect(lines.length).toBeGreaterThan(0);
    for (const secret of [SECRET, encodeURIComponent(SECRET), '0912000', '0908417226'])
      for (const logged of lines) expect(logged).not.toContain(secret);
  });
});
