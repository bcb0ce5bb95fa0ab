import type { BoardSnapshot, PhonePosition } from '#contracts';
import { CTI_SECRET, Exchange } from '../support/exchange.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const AML_SECRET = 'a secret for telephones';
const [LNG, LAT] = MARKET;

describe('F03 A telephone says where it is', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ CTI_SECRET, AML_SECRET });
  });
  afterAll(() => room.close());

  const post = (fields: Record<string, string> | string, key = AML_SECRET) =>
    fetch(`${room.url}/els/v1/${encodeURIComponent(key)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
    });
  /** As Android sends it, byte for byte but for the values. */
  const message = (phone: string, more: Record<string, string> = {}) => ({
    v: '1',
    emergency_number: '115',
    source: 'CALL',
    thunderbird_version: '12',
    time: String(Date.now() - 4_000),
    location_latitude: String(LAT),
    location_longitude: String(LNG),
    location_time: String(Date.now() - 2_000),
    location_altitude: '0.0',
    location_floor: '',
    location_source: 'gps',
    location_accuracy: '30.5',
    location_confidence: '0.68',
    device_number: phone,
    device_model: 'SM-A155F',
    device_imei: '356938035643809',
    ...more,
  });
  const board = async (): Promise<BoardSnapshot> => {
    const screen = await Screen.open(room, room.dispatcher);
    const snapshot = await until(() => screen.last('board.snapshot'), 'a snapshot');
    screen.close();
    return snapshot;
  };
  const positionOf = async (phone: string): Promise<PhonePosition> =>
    (await board()).phonePositions.find((position) => position.phone === phone)!;

  it('joins it to the call of its number, whichever came first', async () => {
    const exchange = new Exchange(room.url);
    await exchange.ring('P-1', '0911000111');
    expect((await post(message('+84911000111'))).status).toBe(200);
    const { rings } = await board();
    const ring = rings.find(({ phone }) => phone === '+84911000111')!;
    expect(await positionOf('+84911000111')).toMatchObject({ ringId: ring.id, accuracyMetres: 30.5, source: 'aml' });

    await post(message('0911 000 222'));
    const early = await positionOf('+84911000222');
    expect(early.ringId).toBeNull();
    expect((Date.parse(early.until) - Date.parse(early.receivedAt)) / 60_000).toBe(15);
    await exchange.ring('P-2', '0911000222');
    const joined = await positionOf('+84911000222');
    expect(joined.ringId).not.toBeNull();
    expect(Date.parse(joined.until)).toBeGreaterThan(Date.parse(early.until));

    const { call } = await room.dispatcher.send('call.take', { ringId: joined.ringId! });
    expect((await positionOf('+84911000222')).callId).toBe(call.id);
  });

  it('does not join calls of another time', async () => {
    await new Exchange(room.url).ring('P-3', '0911000333', 300);
    await post(message('0911000333'));
    expect((await positionOf('+84911000333')).ringId).toBeNull();
  });

  it('moves with a better fix and stays with a much coarser one', async () => {
    await post(message('0911000444'));
    await post(message('0911000444', { location_accuracy: '2500', location_time: String(Date.now() - 1_000) }));
    const kept = await positionOf('+84911000444');
    expect(kept.accuracyMetres).toBe(30.5);
    const better = {
      location_accuracy: '8',
      location_latitude: String(LAT + 0.001),
      location_time: String(Date.now()),
    };
    await post(message('0911000444', better));
    const moved = await positionOf('+84911000444');
    expect(moved).toMatchObject({ id: kept.id, accuracyMetres: 8 });
    expect(moved.at[1]).toBeCloseTo(LAT + 0.001, 6);
  });

  it('thanks every telephone, whatever it sends, and takes only what is a place', async () => {
    const before = (await board()).phonePositions.length;
    const spoiled = [
      '',
      'v=1',
      '%%%=&&&=',
      '\u0000\ud83d',
      message('x', { location_latitude: 'NaN' }),
      message('x', { location_latitude: '91' }),
      message('x', { location_latitude: '1e400' }),
      message('x', { location_latitude: '0', location_longitude: '0.0' }),
      message('x', { location_longitude: '__proto__' }),
      { device_number: '9'.repeat(200_000) },
    ];
    for (const body of spoiled) expect((await post(body)).status).toBe(200);
    expect((await board()).phonePositions).toHaveLength(before);
    const odd = message('<unknown>', { location_accuracy: '-5', location_time: 'yesterday', time: '99' });
    expect((await post(odd)).status).toBe(200);
    const unknown = (await board()).phonePositions.find(({ phone }) => phone === null)!;
    expect(unknown).toMatchObject({ accuracyMetres: null, ringId: null });
  });

  it('is closed to strangers, and without a secret', async () => {
    expect((await post(message('0911000555'), 'guess')).status).toBe(403);
    expect((await board()).phonePositions.find(({ phone }) => phone === '+84911000555')).toBeUndefined();
  });

  it('keeps coordinates and numbers out of the journal', async () => {
    const [journal]: { facts: string; kinds: string[] }[] = await room.database.dataSource.query(
      `select string_agg(facts::text, ' ') as facts, array_agg(distinct kind) as kinds from journal`,
    );
    for (const kind of ['received', 'joined', 'moved']) expect(journal!.kinds).toContain(`phonePosition.${kind}`);
    for (const secret of ['911000', String(LNG).slice(0, 7)]) expect(journal!.facts).not.toContain(secret);
  });
});
