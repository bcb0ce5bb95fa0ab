import type { CommandInput, Obstruction, RankedVehicle, Recommendation } from '#contracts';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('C01 What changes the road right now changes the ranking right now', () => {
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

  afterEach(async () => {
    for (const { id } of await openOnes()) await room.dispatcher.send('road.clear', { obstructionId: id });
  });

  const openOnes = (): Promise<Pick<Obstruction, 'id'>[]> =>
    room.database.dataSource.query(`select id from obstruction where state = 'open'`);
  const ask = () => room.dispatcher.post<Recommendation>('/api/recommendation', { position: MARKET, reason: 'fall' });
  const obstruct = async (more: Omit<CommandInput<'road.obstruct'>, 'kind'> & { kind?: Obstruction['kind'] }) =>
    (await room.dispatcher.send('road.obstruct', { kind: 'flood', ...more })).obstruction;
  const clear = ({ id }: Obstruction) => room.dispatcher.send('road.clear', { obstructionId: id });
  const homeOf = ({ vehicleId }: RankedVehicle) =>
    room.snapshot.stations.find(({ id }) => id === room.unit(vehicleId).stationId)!.position;
  const around = (vehicle: RankedVehicle, radiusMetres = 500) =>
    ({ form: 'circle', at: homeOf(vehicle), radiusMetres }) as const;
  /** What the order of the list is decided by: times are those of one moment, the age of positions is not. */
  const times = ({ ranked }: Recommendation) =>
    ranked.map(({ vehicleId, travelSeconds }) => [vehicleId, travelSeconds]);

  it('recommends another vehicle at the first question after a flood was drawn, and the first again when it is cleared', async () => {
    const before = await ask();
    const first = before.ranked[0]!;
    expect(before.basis).toMatchObject({ roadsVersion: expect.any(Number), obstructions: 0, speeds: 'assumed' });
    const flood = await obstruct({ shape: around(first), depth: 'half_wheel' });
    const flooded = await ask();
    expect(flood.streets.length).toBeGreaterThan(0);
    expect(flooded.ranked[0]!.vehicleId).not.toBe(first.vehicleId);
    expect(flooded.basis!.obstructions).toBe(1);
    const late = flooded.ranked.find(({ vehicleId }) => vehicleId === first.vehicleId)!;
    expect(late.travelSeconds).toBeGreaterThan(first.travelSeconds + 60);
    await clear(flood);
    expect(times(await ask())).toEqual(times(before));
  });

  it('says of a vehicle that it drives through the water, and how much longer that takes', async () => {
    const before = await ask();
    await obstruct({ shape: around(before.ranked[0]!, 150), depth: 'half_wheel' });
    const after = await ask();
    const vehicle = after.ranked.find(({ vehicleId }) => vehicleId === before.ranked[0]!.vehicleId)!;
    expect(vehicle.reasons).toContainEqual({
      key: 'passes',
      tone: 'cost',
      facts: { obstruction: 'flood', minutes: expect.any(Number) },
    });
  });

  it('keeps sending to somebody inside a closed area, and says that the way is blocked', async () => {
    await obstruct({ kind: 'closure', shape: { form: 'circle', at: MARKET, radiusMetres: 400 } });
    const { ranked } = await ask();
    expect(ranked.length).toBeGreaterThan(5);
    expect(ranked[0]!.reasons).toContainEqual({ key: 'blocked', tone: 'cost', facts: { obstruction: 'closure' } });
  });

  it('ends by itself when its time has come, and the ranking with it', async () => {
    const before = await ask();
    const flood = await obstruct({ shape: around(before.ranked[0]!), depth: 'over_wheel' });
    expect(times(await ask())).not.toEqual(times(before));
    await room.database.dataSource.query(`update obstruction set until = now() where id = $1`, [flood.id]);
    await until(() => screen.kinds.includes('road.expired'), 'the flood expires');
    await until(async () => (await ask()).basis!.obstructions === 0, 'the roads are weighed without it');
    expect(times(await ask())).toEqual(times(before));
    const expired = screen
      .all('board.changed')
      .flatMap(({ records }) => records.obstructions)
      .at(-1);
    expect(expired).toMatchObject({ id: flood.id, state: 'expired', endedAt: expect.any(String) });
  });

  it('stays longer when somebody says that it is still there, and cannot be ended twice', async () => {
    const works = await obstruct({
      kind: 'works',
      shape: { form: 'circle', at: MARKET, radiusMetres: 50 },
      minutes: 10,
    });
    const { obstruction } = await room.dispatcher.send('road.confirm', { obstructionId: works.id, minutes: 120 });
    expect(Date.parse(obstruction.until) - Date.parse(works.until)).toBeGreaterThan(100 * 60_000);
    expect(obstruction.confirmedAt > works.confirmedAt).toBe(true);
    await clear(works);
    await expect(clear(works)).rejects.toMatchObject({ status: 409, code: 'OBSTRUCTION_NOT_OPEN' });
    await expect(room.dispatcher.send('road.confirm', { obstructionId: works.id })).rejects.toMatchObject({
      code: 'OBSTRUCTION_NOT_OPEN',
    });
  });

  it('refuses what touches no road, and keeps nothing of it', async () => {
    await expect(obstruct({ shape: { form: 'circle', at: [107.6, 9.6], radiusMetres: 500 } })).rejects.toMatchObject({
      status: 422,
      code: 'OBSTRUCTION_OFF_ROADS',
    });
    expect(await openOnes()).toEqual([]);
  });

  it('takes one tap of a crew, shows it to every crew and console, and lets the room clear it', async () => {
    const incident = await room.open();
    const { vehicleId, crew } = await room.send(incident);
    const other = await room.crewOf((await ask()).ranked[0]!.vehicleId);
    const tablet = await Screen.open(room, other);
    const deviceAt = new Date(Date.now() - 10 * 60_000).toISOString();
    const here = { form: 'circle' as const, at: MARKET, radiusMetres: 60 };
    const { obstruction } = await crew.send('road.obstruct', { kind: 'flood', shape: here, vehicleId, deviceAt });
    expect(obstruction).toMatchObject({ source: 'crew', vehicleId, reportedAt: deviceAt });
    expect((await ask()).basis!.obstructions).toBe(1);
    const seen = () => tablet.last('job.changed')?.obstructions.map(({ id }) => id) ?? [];
    await until(() => seen().includes(obstruction.id), 'another crew sees it');
    await until(
      () =>
        screen.all('board.changed').some(({ records }) => records.obstructions.some(({ id }) => id === obstruction.id)),
      'the console sees it',
    );
    await expect(other.send('road.clear', { obstructionId: obstruction.id })).rejects.toMatchObject({ status: 403 });
    await expect(
      crew.send('road.obstruct', { kind: 'closure', shape: { ...here, radiusMetres: 2_000 }, vehicleId }),
    ).rejects.toMatchObject({ status: 403 });
    await clear(obstruction);
    await until(() => seen().length === 0, 'and that it is gone');
    tablet.close();
  });
});
