import type { LngLat, Position } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const KNOT_MPS = 0.514444;

describe('B06 Vehicles are where their trackers say', () => {
  let room: Room;
  let screen: Screen;
  beforeAll(async () => {
    room = await openRoom();
    screen = await Screen.open(room, room.dispatcher);
  });
  afterAll(async () => {
    screen.close();
    await room.close();
  });

  let used = 0;
  /** A vehicle of its own for every test, with a registered phone. */
  const tracked = async () => {
    const unit = room.snapshot.units[used++]!;
    const admin = await room.as('quantri');
    const tracker = await admin.send('tracker.register', { deviceId: `may-${used}`, vehicleId: unit.id });
    return { unit, ...tracker };
  };
  const shown = (vehicleId: string): Position | undefined =>
    screen
      .all('units.moved')
      .flat()
      .findLast((position) => position.vehicleId === vehicleId);
  const seenAt = (vehicleId: string, at: LngLat) =>
    until(
      () => {
        const position = shown(vehicleId);
        return position?.at[0] === at[0] && position.at[1] === at[1] ? position : null;
      },
      `the console shows ${at.join(',')}`,
    );
  const seconds = (ago: number) => Math.floor(Date.now() / 1_000) - ago;
  const post = (
    path: string,
    body: string | URLSearchParams | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) => fetch(room.url + path, { method: 'POST', body, headers });
  const counted = async (outcome: string, why: string) => {
    const text = await (await fetch(`${room.url}/metrics`)).text();
    const line = text.split('\n').find((row) => row.includes(`outcome="${outcome}",why="${why}"`));
    return line ? Number(line.split(' ').at(-1)) : 0;
  };

  it('Traccar Client v8 speaks in the query, in knots', async () => {
    const { unit, osmAndPath } = await tracked();
    const query = `&lat=10.98&lon=106.66&timestamp=${seconds(2)}&speed=20&bearing=90&altitude=5&accuracy=6&batt=80`;
    const answer = await fetch(`${room.url}${osmAndPath}${query}`);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    const position = await seenAt(unit.id, [106.66, 10.98]);
    expect(position).toMatchObject({ headingDegrees: 90, accuracyMetres: 6 });
    expect(position.speedMps).toBeCloseTo(20 * KNOT_MPS, 3);
  });

  it('Traccar Client v9 speaks JSON, in metres a second', async () => {
    const { unit, deviceId, key } = await tracked();
    const body = {
      location: {
        timestamp: new Date().toISOString(),
        coords: { latitude: 10.981, longitude: 106.661, accuracy: 5, speed: 12.5, heading: -1, altitude: 5 },
        is_moving: true,
        event: 'motionchange',
        battery: { level: 0.79, is_charging: false },
        extras: {},
      },
      device_id: deviceId,
    };
    const answer = await post(`/t/${key}`, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8' });
    expect(answer.status).toBe(200);
    expect(await seenAt(unit.id, [106.661, 10.981])).toMatchObject({ speedMps: 12.5, headingDegrees: null });
  });

  it('Traccar Client v10 speaks in a form, under any path below the key', async () => {
    const { unit, deviceId, key } = await tracked();
    const form = new URLSearchParams({ id: deviceId, lat: '10.982', lon: '106.662', timestamp: String(seconds(1)) });
    expect((await post(`/t/${key}/some/path`, form)).status).toBe(200);
    await seenAt(unit.id, [106.662, 10.982]);
  });

  it('OwnTracks speaks JSON with Basic auth, in kilometres an hour, and always hears a list', async () => {
    const { unit, deviceId, key } = await tracked();
    const authorization = `Basic ${Buffer.from(`${deviceId}:${key}`).toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const location = { _type: 'location', lat: 10.983, lon: 106.663, tst: seconds(1), vel: 36, cog: 10, tid: 'xx' };
    for (const body of [location, { _type: 'lwt', tst: 1 }, { _type: 'waypoints' }]) {
      const answer = await post('/owntracks', JSON.stringify(body), headers);
      expect([answer.status, await answer.json()]).toEqual([200, []]);
    }
    expect((await post('/owntracks', '', headers)).status).toBe(200);
    expect(await seenAt(unit.id, [106.663, 10.983])).toMatchObject({ speedMps: 10, headingDegrees: 10 });
  });

  it('does not believe a wrong key or an unknown device', async () => {
    const { deviceId, osmAndPath } = await tracked();
    const at = '&lat=10.9&lon=106.6';
    for (const path of [`/t/guessed?id=${deviceId}${at}`, `${osmAndPath.split('?')[0]}?id=other${at}`, '/t/x?id=%00']) {
      const answer = await fetch(room.url + path);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'DEVICE_UNKNOWN']);
    }
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    for (const headers of [{}, basic(`${deviceId}:guessed`), basic('\0:\0'), { authorization: 'Basic %%%' }])
      expect((await post('/owntracks', '{"_type":"location"}', headers as Record<string, string>)).status).toBe(403);
  });

  it('answers a heartbeat and any garbage like a fix, and counts them', async () => {
    const { osmAndPath } = await tracked();
    const heartbeats = await counted('ignored', 'heartbeat');
    expect((await fetch(room.url + osmAndPath)).status).toBe(200);
    expect(await counted('ignored', 'heartbeat')).toBe(heartbeats + 1);
    const json = { 'content-type': 'application/json' };
    const garbage: [string | URLSearchParams | Uint8Array<ArrayBuffer>, Record<string, string>, string][] = [
      ['{"location":', json, 'json'],
      ['null', json, 'json'],
      ['{"location":{"coords":{"latitude":"x"}}}', json, 'position'],
      ['[1,2]', json, 'json'],
      [new Uint8Array([0xff, 0x00, 0xfe]), json, 'json'],
      ['lat=abc&lon=1', { 'content-type': 'application/x-www-form-urlencoded' }, 'position'],
    ];
    for (const [body, headers, why] of garbage) {
      const before = await counted('invalid', why);
      expect([body, (await post(osmAndPath, body, headers)).status]).toEqual([body, 200]);
      expect(await counted('invalid', why)).toBeGreaterThan(before);
    }
  });

  it('does not move a marker to the future, to the past, or faster than any ambulance drives (I11)', async () => {
    const { unit, osmAndPath } = await tracked();
    const report = (lat: number, lon: number, timestamp: number | string, more = '') =>
      fetch(`${room.url}${osmAndPath}&lat=${lat}&lon=${lon}&timestamp=${timestamp}${more}`);
    await report(10.98, 106.66, seconds(30));
    await seenAt(unit.id, [106.66, 10.98]);
    const lies: [number, number, number | string, string?][] = [
      [10.981, 106.66, seconds(-3_600)],
      [10.981, 106.66, seconds(600)],
      [11.4, 106.66, seconds(20)],
      [0, 0, seconds(10)],
      [10.981, 106.66, seconds(10), '&accuracy=5000'],
      [10.981, 106.66, seconds(9), '&mock=true'],
      [48.85, 2.35, seconds(8)],
      [10.981, 106.66, 8_640_000_000_000_000],
      [10.981, 106.66, encodeURIComponent('-200000-01-01T00:00:00Z')],
    ];
    for (const [lat, lon, at, more] of lies) expect((await report(lat, lon, at, more)).status).toBe(200);
    await report(10.9801, 106.66, seconds(1));
    await seenAt(unit.id, [106.66, 10.9801]);
    const moves = screen.all('units.moved').flat();
    const path = moves.filter(({ vehicleId }) => vehicleId === unit.id).map(({ at }) => at[1]);
    expect([...new Set(path)]).toEqual([10.98, 10.9801]);
    // What was set aside is kept for whoever asks later, and none of it holds up what comes behind.
    const history = await until(async () => {
      const rows: { why: string | null }[] = await room.database.dataSource.query(
        'select why from position_history where vehicle_id = $1 order by id',
        [unit.id],
      );
      return rows.at(-1)?.why === null && rows.length > 1 ? rows.map(({ why }) => why) : null;
    }, 'the history is written');
    expect(history).toEqual([null, 'future', 'older', 'too_fast', 'mock', 'outside_vietnam', null]);
  });

  it('shows a tablet on the move to the consoles, in batches at most a second old', async () => {
    const unit = room.snapshot.units[used++]!;
    const tablet = await Screen.open(room, await room.crewOf(unit.id));
    await until(() => tablet.last('job.changed'), 'the tablet has its view');
    const before = screen.all('units.moved').length;
    const began = performance.now();
    let last = '';
    for (let step = 0; step < 10; step++) {
      const fixedAt = new Date().toISOString();
      const at: LngLat = [106.67 + step * 1e-5, 10.99];
      const answer = await tablet.emit('position.report', { at, fixedAt, speedMps: 5, headingDegrees: 90 });
      expect(answer).toEqual({ ok: true, reply: { outcome: 'accepted', why: null } });
      last = fixedAt;
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    await until(() => shown(unit.id)?.fixedAt === last, 'the last fix is shown', 1_500);
    const batches = screen.all('units.moved').length - before;
    expect(batches).toBeGreaterThanOrEqual(1);
    expect(batches).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 1_000) + 1);
    tablet.close();
  });

  it('makes a vehicle available again when it comes home, and writes down when', async () => {
    const incident = await room.open();
    const { id: vehicleId } = room.snapshot.units[used++]!;
    const order = { incidentId: incident.id, vehicleId, reason: 'knows_better' as const };
    const { id: missionId } = (await room.dispatcher.send('dispatch.order', order)).mission;
    const crew = await room.crewOf(vehicleId);
    const report = (step: 'on_scene' | 'completed') =>
      crew.send('mission.report', { missionId, step, outcome: 'treated_on_scene' });
    await report('on_scene');
    await report('completed');
    // On the way home it is asked again and refuses: that is not the job it comes home from.
    const other = await room.open({ reason: 'cardiac_arrest' });
    const override = { reason: 'other' as const };
    const { offers } = await room.dispatcher.send('dispatch.offer', {
      incidentId: other.id,
      vehicleIds: [vehicleId],
      override,
    });
    await crew.send('offer.refuse', { offerId: offers[0]!.id, reason: 'vehicle_broken' });

    const station = room.snapshot.stations.find(({ id }) => id === room.unit(vehicleId).stationId)!;
    const tablet = await Screen.open(room, crew);
    await until(() => tablet.last('job.changed')?.unit?.status === 'returning', 'on the way back');
    await tablet.emit('position.report', { at: station.position, fixedAt: new Date().toISOString() });
    await until(() => tablet.last('job.changed')?.unit?.status === 'available', 'at its post again');
    tablet.close();
    const { missions } = await room.detail(incident);
    expect(missions[0]!.times.find(({ etime }) => etime === '15')).toMatchObject({ source: 'geofence', by: '115' });
    const asked = (await room.detail(other)).missions.find((mission) => mission.vehicleId === vehicleId)!;
    expect(asked.times.map(({ etime }) => etime)).toEqual(['03']);
  });
});
