import { COMMAND_NAMES, COMMANDS, READS, ROLES, type ErrorView, type Role } from '#contracts';
import { RequestMethod } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { wellFormedBodies, type Ids } from '../support/bodies.js';
import { CONTROLLERS } from '../../apps/api/src/api.module.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import type { Person } from '../support/server.js';

/** Routes that are no command and no read of the contract: machines, the map and other people's apps. */
const OTHER_ROUTES = [
  'POST /api/commands/:name',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /tiles/:version/:z/:x/:y.mvt',
  'POST /t/:key',
  'ALL /t/:key',
  'ALL /t/:key/*rest',
  'POST /cti/v1/events',
  'POST /els/v1/:key',
  'POST /owntracks',
];

describe('B07 Everybody does only what is theirs', () => {
  let room: Room;
  let people: Record<Role, Person>;
  let own: Ids;
  beforeAll(async () => {
    room = await openRoom();
    const incident = await room.open();
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const { id: offerId, missionId, vehicleId } = offers[0]!;
    const [crew, station] = [await room.crewOf(vehicleId), await room.deskOf(offers[0]!)];
    await crew.send('offer.accept', { offerId });
    const around = { form: 'circle' as const, at: MARKET, radiusMetres: 60 };
    const { obstruction } = await crew.send('road.obstruct', { kind: 'jam', shape: around, vehicleId });
    const prealertId = await raisedFor(vehicleId);
    const { casualty } = await crew.send('casualty.count', { incidentId: incident.id, tag: 'green' });
    own = {
      callId: (await room.detail(incident)).calls[0]!.id,
      incidentId: incident.id,
      vehicleId,
      missionId,
      offerId,
      obstructionId: obstruction.id,
      prealertId,
      casualtyId: casualty.id,
    };
    people = {
      call_taker: await room.as('tiepnhan'),
      dispatcher: room.dispatcher,
      supervisor: await room.as('giamsat'),
      admin: await room.as('quantri'),
      crew,
      station,
    };
  });
  afterAll(() => room.close());

  /** A pre-alert of this very vehicle, entered where the room would not put it: it is on a mission. */
  const raisedFor = async (vehicleId: string): Promise<string> => {
    const [row]: { id: string }[] = await room.database.dataSource.query(
      `insert into prealert (id, draft_id, vehicle_id, station_id, reason, priority, state, raised_at, raised_by, expires_at)
       select $1, $2, id, station_id, 'fall', 3, 'raised', now(), 'thử', now() + interval '1 hour'
       from vehicle where id = $3 returning id`,
      [uuidv7(), uuidv7(), vehicleId],
    );
    return row!.id;
  };

  const ask = async (method: string, path: string, token: string | null, body?: unknown) => {
    const response = await fetch(room.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': uuidv7(),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const view = (await response.json()) as Partial<ErrorView>;
    return { status: response.status, code: view.code };
  };
  const roles = Object.keys(ROLES) as Role[];

  it.each(COMMAND_NAMES)('%s: only for the roles of its table', async (name) => {
    const nowhere: Ids = {
      callId: uuidv7(),
      incidentId: uuidv7(),
      vehicleId: uuidv7(),
      missionId: uuidv7(),
      offerId: uuidv7(),
      obstructionId: uuidv7(),
      prealertId: uuidv7(),
      casualtyId: uuidv7(),
    };
    const path = `/api/commands/${name}`;
    expect(await ask('POST', path, null, wellFormedBodies(own)[name])).toEqual({
      status: 401,
      code: 'SIGN_IN_REQUIRED',
    });
    for (const role of roles) {
      const fieldRole = role === 'crew' || role === 'station';
      const answer = await ask('POST', path, people[role].token, wellFormedBodies(fieldRole ? own : nowhere)[name]);
      const allowed = (COMMANDS[name].roles as readonly Role[]).includes(role);
      expect([role, answer.code === 'NOT_ALLOWED', answer.status === 403]).toEqual([role, !allowed, !allowed]);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it.each(Object.keys(READS) as (keyof typeof READS)[])('%s: only for the roles of its table', async (key) => {
    const [method, path] = key.split(' ') as [string, string];
    const { roles: allowed } = READS[key];
    const address = path.replace(':id', own.incidentId);
    const body = method === 'POST' ? {} : undefined;
    const anonymous = await ask(method, address, null, body);
    // Renewing without the cookie is refused by itself.
    if (allowed === 'anybody' && !path.endsWith('/renew')) expect(anonymous.status).not.toBe(401);
    if (allowed !== 'anybody') expect(anonymous).toEqual({ status: 401, code: 'SIGN_IN_REQUIRED' });
    expect((await ask(method, address, 'wrong', body)).status).toBe(401);
    for (const role of roles) {
      const answer = await ask(method, address, people[role].token, body);
      const may = typeof allowed === 'string' || (allowed as readonly Role[]).includes(role);
      expect([role, answer.code === 'NOT_ALLOWED', answer.status === 403]).toEqual([role, !may, !may]);
    }
  });

  it('has no route that the tables do not name', () => {
    const routes = CONTROLLERS.flatMap((controller) => {
      const base = Reflect.getMetadata('path', controller) as string;
      const handlers = Object.getOwnPropertyNames(controller.prototype)
        .map((name) => controller.prototype[name] as object)
        .filter((handler) => Reflect.hasMetadata('method', handler));
      return handlers.flatMap((handler) =>
        [Reflect.getMetadata('path', handler) as string | string[]]
          .flat()
          .map((path) => `${RequestMethod[Reflect.getMetadata('method', handler) as number]} ${joined(base, path)}`),
      );
    });
    expect(routes.sort()).toEqual([...Object.keys(READS), ...OTHER_ROUTES].sort());
  });

  it('shows a crew its own job and nobody else’s patient (I13)', async () => {
    const mine = await room.open({ call: { phone: '0911111111', callerName: 'Người của tôi' } });
    const theirs = await room.open({ call: { phone: '0922222222', callerName: 'Người của họ' } });
    const idle = await room.crewOf((await room.recommend(mine)).ranked.at(-1)!.vehicleId);
    const off = await Screen.open(room, idle);
    const job = await room.send(mine);
    const tablet = await Screen.open(room, job.crew);
    const other = await room.send(theirs);
    await room.dispatcher.send('incident.note', { incidentId: theirs.id, text: 'Bệnh nhân tên Bí Mật' });
    await expect(
      job.crew.send('incident.note', { incidentId: theirs.id, text: 'không phải của tôi' }),
    ).rejects.toMatchObject({ status: 403 });
    await job.crew.send('mission.report', { missionId: job.missionId as never, step: 'on_scene' });
    const view = await until(() => {
      const last = tablet.last('job.changed');
      return last?.mission?.state === 'on_scene' ? last : null;
    }, 'the tablet follows its own job');
    expect(view).toMatchObject({ incident: { id: mine.id, callerPhone: '+84911111111' }, unit: { id: job.vehicleId } });
    const everything = JSON.stringify([tablet.all('job.changed'), off.all('job.changed')]);
    for (const secret of ['0922222222', '+84922222222', 'Người của họ', 'Bí Mật'])
      expect(everything).not.toContain(secret);
    expect(off.last('job.changed')).toMatchObject({ mission: null, incident: null, notes: [] });
    for (const name of ['board.snapshot', 'board.changed', 'units.moved'] as const)
      expect(tablet.all(name)).toEqual([]);
    await expect(tablet.emit('board.resume', { cursor: view.cursor })).resolves.toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
    await expect(
      job.crew.send('mission.report', { missionId: other.missionId as never, step: 'on_scene' }),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_ALLOWED' });

    await job.crew.send('mission.report', {
      missionId: job.missionId as never,
      step: 'completed',
      outcome: 'treated_on_scene',
    });
    const after = await until(() => {
      const last = tablet.last('job.changed');
      return last?.mission === null ? last : null;
    }, 'the job leaves the tablet');
    expect(after).toMatchObject({ incident: null, notes: [], unit: { status: 'returning' } });
    tablet.close();
    off.close();
  });

  it('lets somebody who is on no vehicle begin a shift at the own station, and nowhere else', async () => {
    const [unit, other] = room.snapshot.units.filter(({ status, shift }) => status === 'available' && shift);
    const elsewhere = room.snapshot.units.find(({ stationId }) => stationId !== unit!.stationId)!;
    const person = await room.crewOf(unit!.id);
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const crew = [{ accountId: person.account.id, duty: 'nurse' as const }];
    await room.dispatcher.send('shift.end', { vehicleId: unit!.id });
    const begin = (more: object) => person.send('shift.begin', { vehicleId: unit!.id, endsAt, crew, ...more });
    const stranger = elsewhere.shift!.crew[0]!;
    for (const wrong of [
      { vehicleId: elsewhere.id },
      { crew: [...crew, { accountId: stranger.accountId, duty: stranger.duty }] },
      { crew: [{ accountId: other!.shift!.crew[0]!.accountId, duty: 'nurse' }] },
    ])
      await expect(begin(wrong)).rejects.toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    await expect(begin({})).resolves.toMatchObject({ unit: { id: unit!.id, shift: { crew } } });
  });

  it('lets a station answer for its own vehicles only, and shows it no name and no phone', async () => {
    const incident = await room.open({ call: { phone: '0933333333', callerName: 'Bà Tư' } });
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const offer = offers[0]!;
    const stranger = room.snapshot.stations.find(({ id }) => id !== offer.stationId)!;
    const elsewhere = await room.deskOf({ stationId: stranger.id });
    for (const name of ['offer.accept', 'offer.refuse'] as const)
      await expect(elsewhere.send(name, { offerId: offer.id, reason: 'crew_short' } as never)).rejects.toMatchObject({
        status: 403,
        code: 'NOT_ALLOWED',
      });
    const desk = await Screen.open(room, await room.deskOf(offer));
    const view = await until(() => desk.last('desk.changed'), 'the desk has its view');
    expect(view.offers.map(({ id }) => id)).toEqual([offer.id]);
    expect(JSON.stringify(desk.all('desk.changed'))).not.toMatch(/933333333|Bà Tư/);
    desk.close();
  });
});

const joined = (base: string, path: string): string => `/${base}/${path}`.replace(/\/+/g, '/').replace(/\/$/, '');
