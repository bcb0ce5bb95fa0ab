import { COMMAND_NAMES, READS } from '#contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createLog } from '../../apps/api/src/log.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

interface Operation {
  operationId?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
}
const SECRETS = {
  phone: '0977 555 123',
  name: 'Huỳnh Thị Kín',
  address: 'nhà số 7 hẻm Bí Mật',
  patient: 'Trần Văn Giấu',
  note: 'tiền sử bệnh riêng tư',
};

describe('B12 The server describes itself, and says nothing of its patients', () => {
  let room: Room;
  const lines: string[] = [];
  beforeAll(async () => {
    room = await openRoom({}, { log: createLog('debug', { write: (line) => void lines.push(line) }) });
  });
  afterAll(() => room.close());

  it('lists every command and every read in an OpenAPI description that holds together', async () => {
    const response = await fetch(`${room.url}/api/docs-json`);
    const document = (await response.json()) as OpenApi;
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.\d\.\d$/), info: { title: 'dispatch115' } });
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, path, operation })),
    );
    const keys = operations.map(({ key }) => key);
    for (const name of COMMAND_NAMES) expect(keys).toContain(`POST /api/commands/${name}`);
    for (const key of Object.keys(READS)) expect(keys).toContain(key.replace(/:(\w+)/g, '{$1}'));
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const { key, path, operation } of operations) {
      const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([key, named.sort()]).toEqual([key, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()]);
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
      const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
        Object.values(part?.content ?? {}),
      );
      for (const { schema } of contents) expect(() => ajv.compile(schema)).not.toThrow();
    }
    for (const page of ['/api/docs', '/api/docs/']) expect((await fetch(room.url + page)).status).toBe(200);
  });

  it('answers those who watch over it', async () => {
    expect(await (await fetch(`${room.url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await (await fetch(`${room.url}/health/ready`)).json();
    expect(ready).toEqual({ status: 'ready', database: true, roads: true });
    await room.open();
    const metrics = await fetch(`${room.url}/metrics`);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await until(async () => {
      const now = await (await fetch(`${room.url}/metrics`)).text();
      return /^dispatch_journal_head [1-9]/m.test(now) ? now : null;
    }, 'the feed has followed the journal');
    for (const line of text.split('\n').filter((row) => row && !row.startsWith('#')))
      expect(line).toMatch(/^[a-z_][a-z0-9_]*(\{.*\})? (-?[0-9.e+-]+|NaN|[+-]Inf)$/i);
    expect(text).toMatch(/^dispatch_command_seconds_count\{name="incident.open",outcome="done"\} [1-9]/m);
  });

  it('logs and counts without a name, a number, an address, a position or a token', async () => {
    const call = { phone: SECRETS.phone, callerName: SECRETS.name };
    const place = { address: SECRETS.address, position: MARKET, source: 'pin' as const };
    const patients = [{ name: SECRETS.patient, condition: SECRETS.note }];
    const incident = await room.open({ call, place, patients, note: SECRETS.note });
    const { crew, missionId } = await room.send(incident);
    const tablet = await Screen.open(room, crew);
    await until(() => tablet.last('job.changed')?.incident, 'the tablet has the job');
    await tablet.emit('position.report', { at: MARKET, fixedAt: new Date().toISOString() });
    await tablet.emit('command', { id: 'x', name: SECRETS.name, body: SECRETS });
    tablet.close();
    for (const step of ['on_scene', 'completed'] as const)
      await crew.send('mission.report', { missionId: missionId as never, step, outcome: 'treated_on_scene' });
    const refusals = [
      room.dispatcher.get(`/api/places?q=${encodeURIComponent(SECRETS.address)}`),
      room.dispatcher.send('incident.note', { incidentId: SECRETS.name as never, text: SECRETS.note }),
      room.dispatcher.get(`/api/incidents/${encodeURIComponent(SECRETS.name)}`),
      // A table that is gone makes a fault whose message quotes what was being written.
      room.database.dataSource
        .query('alter table note rename to note_gone')
        .then(() => room.dispatcher.send('incident.note', { incidentId: incident.id, text: `${SECRETS.note}\n at x` }))
        .finally(() => room.database.dataSource.query('alter table note_gone rename to note')),
    ];
    const outcomes = await Promise.allSettled(refusals);
    expect(outcomes.at(-1)).toMatchObject({ reason: { status: 500, code: 'BUG' } });

    const written = lines.join('\n');
    expect(written).toContain('"level":"error"');
    const metrics = await (await fetch(`${room.url}/metrics`)).text();
    const secrets = [...Object.values(SECRETS), '977555123', room.dispatcher.token, crew.token, String(MARKET[0])];
    for (const text of [written, metrics]) for (const secret of secrets) expect(text).not.toContain(secret);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
  });

  it('keeps what people typed out of the journal, which is never erased', async () => {
    const because = SECRETS.note;
    const call = { phone: SECRETS.phone, callerName: SECRETS.name };
    const [one, other] = [await room.open({ call, note: because }), await room.open({ call })];
    const { crew, missionId: id } = await room.send(one);
    const missionId = id as never;
    const at = () => new Date().toISOString();
    for (const step of ['on_scene', 'at_patient'] as const) await crew.send('mission.report', { missionId, step });
    await crew.send('mission.recordLate', { missionId, step: 'en_route', at: at(), because });
    await crew.send('mission.correct', { missionId, step: 'on_scene', because });
    await room.dispatcher.send('mission.correctTime', { missionId, etime: '06', at: at(), because });
    await room.dispatcher.send('mission.cancel', { missionId, reason: 'breakdown', text: because });
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: one.id });
    const desk = await room.deskOf(offers[0]!);
    await desk.send('offer.refuse', { offerId: offers[0]!.id, reason: 'other', text: because });
    await room.dispatcher.send('incident.merge', { from: one.id, into: other.id, because });
    await room.dispatcher.send('incident.unmerge', { from: one.id, because });
    await room.dispatcher.send('incident.close', { incidentId: other.id, reason: 'false_report', note: because });
    await room.dispatcher.send('incident.reopen', { incidentId: other.id, because });
    const [journal]: { kinds: string[]; facts: string }[] = await room.database.dataSource.query(
      `select array_agg(distinct kind) as kinds, string_agg(facts::text, ' ') as facts from journal`,
    );
    for (const kind of ['mission.corrected', 'mission.timed', 'offer.refused', 'incident.merged', 'incident.unmerged'])
      expect(journal!.kinds).toContain(kind);
    for (const secret of [...Object.values(SECRETS), '977555123']) expect(journal!.facts).not.toContain(secret);
  });
});
