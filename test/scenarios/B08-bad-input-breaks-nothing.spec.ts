import { COMMAND_NAMES, ErrorView, type Ack, type CommandName } from '#contracts';
import { verifyJournal } from '#journal';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { wellFormedBodies } from '../support/bodies.js';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const HTTP_COMMANDS = 1_500;
const HTTP_READS = 800;
const SOCKETS = 16;
/** The burst that a screen of the room may send at once. */
const MESSAGES_A_SOCKET = 60;
const MEMORY_BYTES = 300 * 2 ** 20;

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    null,
    '',
    '\u0000',
    '\ud800',
    'a\u0000\udfffb',
    '__proto__',
    'x'.repeat(20_000),
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
    1e308,
    -1e308,
    0.5,
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2026-02-30T25:61:00Z',
    [181, 91],
    [-180, -90],
    [[], {}],
    { toString: null, constructor: { prototype: { polluted: true } } },
    '00000000-0000-0000-0000-000000000000',
    uuidv7(),
  ),
);
const EXTRA_KEYS = [
  'receivedAt',
  'deviceAt',
  'position',
  'place',
  'patients',
  'answers',
  'changes',
  'version',
  'because',
];

describe('B08 Bad input breaks nothing', () => {
  let room: Room;
  let bodies: ReturnType<typeof wellFormedBodies>;
  beforeAll(async () => {
    room = await openRoom();
    const incident = await room.open();
    const { missionId, vehicleId } = await room.send(incident);
    const callId = (await room.detail(incident)).calls[0]!.id;
    bodies = wellFormedBodies({
      callId,
      incidentId: incident.id,
      vehicleId,
      missionId,
      offerId: uuidv7(),
      obstructionId: uuidv7(),
      prealertId: uuidv7(),
      casualtyId: uuidv7(),
    });
  });
  afterAll(() => room.close());

  const raw = (path: string, init: RequestInit & { body?: string } = {}) =>
    fetch(room.url + path, {
      ...init,
      headers: {
        authorization: `Bearer ${room.dispatcher.token}`,
        'idempotency-key': uuidv7(),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.headers as Record<string, string>),
      },
    });
  const send = (body: string, headers: Record<string, string> = {}, name: string = 'call.take') =>
    raw(`/api/commands/${name}`, { method: 'POST', body, headers });
  /** Below 500, and an answer that is not a success is an ErrorView in both languages. */
  const expectCivil = async (response: Response, what: string) => {
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${response.status} for ${what}: ${text}`);
    if (response.status >= 400) {
      const view = ErrorView.parse(JSON.parse(text));
      if (!view.message.vi || !view.message.en) throw new Error(`no words for ${what}`);
    }
    return response.status;
  };

  it.each([
    ['a torn body', '{"phone":', 400],
    ['a body that is no object', '"115"', 400],
    ['ten megabytes', `{"phone":"${'9'.repeat(10_000_000)}"}`, 400],
    ['a number where a text belongs', '{"phone":115}', 400],
    ['nesting without end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400],
  ])('refuses %s', async (what, body, status) => {
    expect(await expectCivil(await send(body), what)).toBe(status);
  });

  it('does not let a body reach behind the objects of the program', async () => {
    const body = '{"phone":"0908","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect((await send(body)).status).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect((await send('{}', {}, name)).status).toBe(404);
  });

  it('stores what was typed in one spelling, without what no database takes', async () => {
    const name = 'Nguyễn Thị Bưởi';
    const place = { address: 'ngõ\u0000 3\ud800, hẻm 12/4'.normalize('NFD'), position: null, source: 'typed' as const };
    const call = { phone: '\u0007 0908\ud83d', callerName: name.normalize('NFD') };
    const patients = [{ name: `${name.normalize('NFD')}\udc00`, condition: 'đau bụng 🚑' }];
    const { incident } = await room.dispatcher.send('incident.open', { call, reason: 'unwell', place, patients });
    expect(incident).toMatchObject({
      callerName: name.normalize('NFC'),
      callerPhone: '0908',
      patients: [{ name: name.normalize('NFC'), condition: 'đau bụng 🚑' }],
      place: { address: 'ngõ 3, hẻm 12/4'.normalize('NFC') },
    });
    expect((await room.detail(incident)).incident).toEqual(incident);
  });

  it('names every field that does not fit', async () => {
    const body = { reason: 'no_such', place: { address: 5, position: [200, 0], source: 'pin' }, patientCount: 1e12 };
    await expect(room.dispatcher.send('incident.open', body as never)).rejects.toMatchObject({ status: 400 });
    const view = (await (await send(JSON.stringify(body), {}, 'incident.open')).json()) as ErrorView;
    const issues = view.details!.issues as { path: string }[];
    expect(issues.map(({ path }) => path).sort()).toEqual([
      'patientCount',
      'place.address',
      'place.position.0',
      'reason',
    ]);
  });

  it.each([
    ['GET', '/api/nothing', 404],
    ['PUT', '/api/session', 404],
    ['GET', '/api/incidents/115', 400],
    ['GET', '/api/incidents/%E0%A4%A', 400],
    ['GET', `/api/incidents/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`, 404],
    ['GET', '/api/incidents?limit=1e9', 400],
    ['GET', '/api/incidents?before=hôm-qua', 400],
    ['GET', '/api/route?from=106.66,10.98&to=biển', 400],
    ['GET', '/api/places?q=a&q=b', 400],
    ['GET', '/tiles/1/99/0/0.mvt', 400],
    ['POST', '/api/commands/', 404],
    ['POST', '/api/commands/no.such', 404],
  ])('%s %s is answered in JSON with %d', async (method, path, status) => {
    const response = await raw(path, { method });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await expectCivil(response, path)).toBe(status);
  });

  it('takes thousands of twisted messages by HTTP without a fault', async () => {
    const before = process.memoryUsage().rss;
    const twisted = fc.tuple(
      fc.constantFrom(...COMMAND_NAMES),
      fc.array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 3 }),
    );
    const bodyOf = ([name, changes]: [CommandName, [number, unknown][]]) => {
      const body: Record<string, unknown> = { ...bodies[name] };
      const keys = [...Object.keys(body), ...EXTRA_KEYS];
      for (const [at, value] of changes) body[keys[at % keys.length]!] = value;
      return JSON.stringify(body);
    };
    const admin = await room.as('quantri');
    for (const batch of chunks(fc.sample(twisted, HTTP_COMMANDS), 20))
      await Promise.all(
        batch.map(async (message) => {
          const authorization = `Bearer ${(message[0].startsWith('tracker') ? admin : room.dispatcher).token}`;
          const response = await send(bodyOf(message), { authorization }, message[0]);
          await expectCivil(response, `${message[0]} ${bodyOf(message).slice(0, 500)}`);
        }),
      );

    const bytes = fc.uint8Array({ maxLength: 30 }).map((value) => [...value].map((b) => `%${hex(b)}`).join(''));
    const text = fc.oneof(
      bytes,
      fc.double().map(String),
      fc.constantFrom('', '0', ',', '1e999,0', '106.66,10.98', '[]'),
    );
    const address = fc.oneof(
      fc.tuple(text, text).map(([q, near]) => `/api/places?q=${q}&near=${near}`),
      text.map((at) => `/api/places/at?at=${at}`),
      fc.tuple(text, text).map(([from, to]) => `/api/route?from=${from}&to=${to}`),
      fc.tuple(text, text).map(([from, to]) => `/api/statistics?from=${from}&to=${to}`),
      text.map((id) => `/api/incidents/${id || 'x'}`),
      fc.tuple(text, text, text).map(([z, x, y]) => `/tiles/1/${z || 0}/${x || 0}/${y || 0}.mvt`),
      fc.tuple(text, text, text).map(([id, lat, at]) => `/t/key?id=${id}&lat=${lat}&lon=1&timestamp=${at}`),
      text.map((path) => `/api/${path}`),
    );
    for (const batch of chunks(fc.sample(address, HTTP_READS), 20))
      await Promise.all(batch.map(async (path) => expectCivil(await raw(path), path)));
    expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_BYTES);
  }, 120_000);

  it('answers every twisted message on the socket, and none of them with a fault', async () => {
    const message = fc.oneof(
      hostile,
      fc.record({
        id: fc.oneof(fc.uuid(), hostile),
        name: fc.oneof(fc.constantFrom(...COMMAND_NAMES), hostile),
        body: hostile,
      }),
      fc.record({ cursor: fc.oneof(hostile, fc.record({ epoch: fc.uuid(), n: fc.oneof(fc.integer(), hostile) })) }),
      fc.record({ at: hostile, fixedAt: hostile, token: hostile }),
      fc.uint8Array().map((value) => Buffer.from(value)),
    );
    const event = fc.constantFrom('command', 'board.resume', 'position.report', 'session.renew');
    const answers: Ack<unknown>[] = [];
    for (let i = 0; i < SOCKETS; i++) {
      const screen = await Screen.open(room, room.dispatcher);
      const messages = fc.sample(fc.tuple(event, message), MESSAGES_A_SOCKET);
      answers.push(...(await Promise.all(messages.map(([name, content]) => screen.emit(name, content)))));
      screen.close();
    }
    expect(answers).toHaveLength(SOCKETS * MESSAGES_A_SOCKET);
    const codes = new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)));
    expect(codes).toContain('INVALID_INPUT');
    for (const fault of ['BUG', 'OVERLOADED', 'DATABASE_UNAVAILABLE']) expect(codes).not.toContain(fault);
  }, 120_000);

  it('holds back who sends too fast, and closes only the line of who speaks no protocol', async () => {
    const calm = await Screen.open(room, room.dispatcher);
    const hasty = await Screen.open(room, await room.as('giamsat'));
    const flood = await Promise.all(Array.from({ length: 300 }, () => hasty.emit('board.resume', {})));
    expect(flood.filter((answer) => !answer.ok && answer.error.code === 'OVERLOADED').length).toBeGreaterThan(100);
    for (const frame of [
      'garbage',
      '4',
      '42["command"',
      '451-["command",{"_placeholder":true,"num":9}]',
      '4x',
      'x'.repeat(70_000),
    ]) {
      const rude = await Screen.open(room, room.dispatcher);
      const { transport } = rude.socket.io.engine as unknown as { transport: { ws: { send(frame: string): void } } };
      transport.ws.send(frame);
      await new Promise((resolve) => setTimeout(resolve, 30));
      rude.close();
    }
    const pulses = calm.all('board.pulse').length;
    await until(() => calm.all('board.pulse').length > pulses, 'the others hear the pulse', 3_000);
    expect(calm.socket.connected).toBe(true);
    calm.close();
    hasty.close();
  });

  it('works as before after all that, and its journal holds', async () => {
    const incident = await room.open();
    await expect(room.send(incident)).resolves.toMatchObject({ missionId: expect.any(String) });
    expect((await fetch(`${room.url}/health/ready`)).status).toBe(200);
    expect(await verifyJournal(room.database.dataSource)).toMatchObject({ ok: true });
    const failures = (await (await fetch(`${room.url}/metrics`)).text()).match(/^dispatch_failures_total\{.*/gm);
    expect(failures).toBeNull();
  });
});

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}
