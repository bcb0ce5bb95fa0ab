import type { BoardSnapshot, CallerLink, CallerPage, PhonePosition } from '#contracts';
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const [LNG, LAT] = MARKET;

describe('F22 A caller has a page', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ PUBLIC_URL: 'https://115.example.vn/', CALLER_LINK_SECONDS: '3600' });
  });
  afterAll(() => room.close());

  const secretOf = (url: string) => url.split('/').at(-1)!;
  const ask = (secret: string, path = '', body?: object) =>
    fetch(`${room.url}/api/links/${secret}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
  const page = async (secret: string): Promise<CallerPage> => (await ask(secret)).json() as Promise<CallerPage>;
  const code = async (response: Response) => ((await response.json()) as { code: string }).code;
  const board = async (): Promise<BoardSnapshot> => {
    const screen = await Screen.open(room, room.dispatcher);
    const snapshot = await until(() => screen.last('board.snapshot'), 'a snapshot');
    screen.close();
    return snapshot;
  };
  const linkOn = async (id: string): Promise<CallerLink> => (await board()).callerLinks.find((link) => link.id === id)!;
  const give = async (incidentId: string) => {
    const { link, url } = await room.dispatcher.send('callerLink.create', { incidentId: incidentId as never });
    return { link, url, secret: secretOf(url) };
  };

  it('shows help coming nearer and what to do, and counts that it was opened', async () => {
    const incident = await room.open({ reason: 'cardiac_arrest' as never });
    const { link, url, secret } = await give(incident.id);
    expect(url).toMatch(/^https:\/\/115\.example\.vn\/field\/c\/[\w-]{22}$/);
    const first = await page(secret);
    expect(first).toMatchObject({ stage: 'received', approach: null, leftAt: null });
    expect(first.card?.steps.length).toBeGreaterThan(2);

    const { missionId, crew, vehicleId } = await room.send(incident);
    await crew.send('mission.report', { missionId: missionId as never, step: 'acknowledged' });
    await crew.send('mission.report', { missionId: missionId as never, step: 'en_route' });
    const coming = await until(async () => {
      const now = await page(secret);
      return now.approach && now;
    }, 'the approach');
    expect(coming).toMatchObject({ stage: 'coming', approach: { callSign: room.unit(vehicleId).callSign } });
    await crew.send('mission.report', { missionId: missionId as never, step: 'on_scene' });
    await until(async () => (await page(secret)).stage === 'arrived', 'the arrival');
    expect((await page(secret)).approach).toBeNull();
    expect(await linkOn(link.id)).toMatchObject({ openedCount: 1, incidentId: incident.id });
  });

  it('tells nothing of anybody', async () => {
    const incident = await room.open({ patients: [{ name: 'Nguyễn Văn Kín' }] });
    const { secret } = await give(incident.id);
    const text = JSON.stringify(await page(secret));
    for (const hidden of ['Nguyễn Văn Kín', '908417226', incident.id, incident.number, incident.place.address])
      expect(text).not.toContain(hidden);
  });

  it('is the same page whenever it is asked for again, and its secret is kept nowhere', async () => {
    const incident = await room.open();
    const first = await give(incident.id);
    expect((await give(incident.id)).url).toBe(first.url);
    const id = uuidv7();
    const body = { incidentId: incident.id };
    const [one, two] = [
      await room.dispatcher.send('callerLink.create', body, id),
      await room.dispatcher.send('callerLink.create', body, id),
    ];
    expect(two).toEqual(one);
    for (const table of ['command', 'journal', 'caller_link']) {
      const [row]: { found: string }[] = await room.database.dataSource.query(
        `select count(*) as found from ${table} row where row::text like $1`,
        [`%${first.secret}%`],
      );
      expect({ table, found: row!.found }).toEqual({ table, found: '0' });
    }
  });

  it('is one page, however many ask for it at once', async () => {
    const incident = await room.open();
    const draftId = uuidv7() as never;
    for (const body of [{ incidentId: incident.id }, { draftId, phone: '0911222555' }]) {
      const many = await Promise.all(Array.from({ length: 12 }, () => room.dispatcher.send('callerLink.create', body)));
      expect(new Set(many.map(({ url }) => url)).size).toBe(1);
      const [row]: { made: string }[] = await room.database.dataSource.query(
        `select count(*) as made from journal where kind = 'callerLink.created' and facts->>'linkId' = $1`,
        [many[0]!.link.id],
      );
      expect(row!.made).toBe('1');
    }
  });

  it('offers where the telephone is, and changes no place', async () => {
    const incident = await room.open();
    const { secret } = await give(incident.id);
    const send = (lat: number, accuracyMetres: number) =>
      ask(secret, '/position', { at: [LNG, lat], accuracyMetres, fixedAt: new Date().toISOString() });
    expect(await (await send(LAT + 0.001, 60)).json()).toEqual({ taken: true });
    expect(await (await send(LAT + 0.002, 8)).json()).toEqual({ taken: true });
    expect(await (await send(LAT + 0.03, 3_000)).json()).toEqual({ taken: false });
    const of = ({ incidentId }: PhonePosition) => incidentId === incident.id;
    expect((await board()).phonePositions.filter(of)).toMatchObject([{ source: 'link', accuracyMetres: 8 }]);
    expect((await room.detail(incident)).incident.place).toEqual(incident.place);
    expect((await ask(secret, '/position', { at: [LNG, 95], accuracyMetres: 1, fixedAt: 'x' })).status).toBe(400);
  });

  it('begins with the call form, and goes on with the incident that is saved from it', async () => {
    const draftId = uuidv7() as never;
    const { link, url } = await room.dispatcher.send('callerLink.create', { draftId, phone: '0911 222 444' });
    const secret = secretOf(url);
    expect(await page(secret)).toMatchObject({ stage: 'received', card: null });
    await ask(secret, '/position', { at: MARKET, accuracyMetres: 12, fixedAt: new Date().toISOString() });
    expect((await board()).phonePositions).toContainEqual(
      expect.objectContaining({ phone: '+84911222444', incidentId: null }),
    );
    const incident = await room.open({ draftId, call: { phone: '0911222444' } });
    expect((await give(incident.id)).url).toBe(url);
    expect(await linkOn(link.id)).toMatchObject({ incidentId: incident.id });
  });

  it('lets the caller say that the patient has left, and take it back; the room decides', async () => {
    const incident = await room.open();
    const { link, secret } = await give(incident.id);
    expect((await (await ask(secret, '/left', { left: true })).json()) as CallerPage).toMatchObject({
      leftAt: expect.any(String),
    });
    await ask(secret, '/left', { left: true });
    expect((await linkOn(link.id)).leftAt).not.toBeNull();
    const { notes, incident: still } = await room.detail(incident);
    expect(notes).toHaveLength(1);
    expect(still.state).not.toBe('closed');
    expect((await ask(secret, '/left', { left: false })).status).toBe(200);
    expect((await linkOn(link.id)).leftAt).toBeNull();

    await ask(secret, '/left', { left: true });
    await room.database.dataSource.query(`update caller_link set left_at = left_at - interval '31 s' where id = $1`, [
      link.id,
    ]);
    expect((await ask(secret, '/left', { left: false })).status).toBe(409);
  });

  it('opens no more when it is ended, out of time, or its incident is closed', async () => {
    const [ended, late, closed] = [await room.open(), await room.open(), await room.open()];
    const links = [await give(ended.id), await give(late.id), await give(closed.id)];
    await room.dispatcher.send('callerLink.end', { linkId: links[0]!.link.id });
    await room.database.dataSource.query(`update caller_link set expires_at = created_at where id = $1`, [
      links[1]!.link.id,
    ]);
    await room.dispatcher.send('incident.close', { incidentId: closed.id, reason: 'cancelled_by_caller' });
    for (const { secret } of links) {
      for (const response of [await ask(secret), await ask(secret, '/left', { left: true })]) {
        expect(response.status).toBe(410);
        expect(await code(response)).toBe('LINK_ENDED');
      }
    }
    const gone = async () => {
      const standing = new Set((await board()).callerLinks.map(({ id }) => id));
      return links.every(({ link }) => !standing.has(link.id));
    };
    await until(gone, 'the links leave the board', 12_000);
  });

  it('follows an incident that was merged into another', async () => {
    const [from, into] = [await room.open(), await room.open()];
    const { secret, link } = await give(from.id);
    await room.dispatcher.send('incident.merge', { from: from.id, into: into.id, because: 'một vụ' });
    expect((await ask(secret)).status).toBe(200);
    await until(async () => (await linkOn(link.id)).incidentId === into.id, 'the link to follow', 12_000);
  });

  it('is not guessed: wrong secrets are refused, and soon not even looked up', async () => {
    const wrong = () => ask(randomBytes(16).toString('base64url'));
    expect((await wrong()).status).toBe(404);
    expect((await ask("'%20or%201=1--")).status).toBe(404);
    const statuses = [];
    for (let tries = 0; tries < 12; tries++) statuses.push((await wrong()).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is not used faster than a page would', async () => {
    const { secret } = await give((await room.open()).id);
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await ask(secret)).status));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});
