import type { CoverageGaps } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('F12 Gaps in the coverage, and a vehicle that stands by to close them', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const gaps = () => room.dispatcher.get<CoverageGaps>('/api/coverage/gaps');

  it('grow as vehicles leave, and are foretold for every vehicle', async () => {
    const before = await gaps();
    expect(before.wards).toBeGreaterThan(20);
    expect(before.emptyStations).toEqual([]);
    const costly = before.ifSent.find(({ beyond8, beyond15 }) => beyond8.length + beyond15.length > 0)!;
    const out = { vehicleId: costly.vehicleId, duty: 'out_of_service' as const, reason: 'rest' as const };
    await room.dispatcher.send('vehicle.setDuty', out);
    const after = await gaps();
    const newly = (list: 'beyond8' | 'beyond15') => {
      const known = new Set(before[list].map(({ ward }) => ward));
      return after[list].flatMap(({ ward }) => (known.has(ward) ? [] : [ward])).sort();
    };
    expect(newly('beyond8')).toEqual([...costly.beyond8].sort());
    expect(newly('beyond15')).toEqual([...costly.beyond15].sort());
    await room.dispatcher.send('vehicle.setDuty', { vehicleId: costly.vehicleId, duty: 'available' });
  });

  it('are closed by the move advised: the crew sees its post, and is available there when it arrives', async () => {
    const [resting, kept] = [room.snapshot.units.filter((_, i) => i % 4 !== 0), room.snapshot.units.length];
    for (const { id } of resting)
      await room.dispatcher.send('vehicle.setDuty', { vehicleId: id, duty: 'out_of_service', reason: 'rest' });
    expect(kept).toBeGreaterThan(resting.length);
    const before = await gaps();
    const [move] = before.standby;
    expect(move!.backWithin15.length).toBeGreaterThan(0);
    const { unit } = await room.dispatcher.send('vehicle.standby', move!);
    expect(unit).toMatchObject({ status: 'returning', standbyStationId: move!.stationId });

    const crew = await room.crewOf(move!.vehicleId);
    const tablet = await Screen.open(room, crew);
    const view = await until(() => tablet.last('job.changed'), 'the view of the crew');
    expect(view.station!.id).toBe(move!.stationId);
    const post = room.snapshot.stations.find(({ id }) => id === move!.stationId)!;
    await tablet.emit('position.report', { at: post.position, fixedAt: new Date().toISOString() });
    const wall = await Screen.open(room, room.dispatcher);
    await until(async () => {
      const [row] = await room.database.dataSource.query('select duty from vehicle where id = $1', [move!.vehicleId]);
      return row.duty === 'available';
    }, 'the vehicle to be available at its post');
    const after = await gaps();
    const still = new Set(after.beyond15.map(({ ward }) => ward));
    expect(move!.backWithin15.filter((ward) => still.has(ward))).toEqual([]);
    tablet.close();
    wall.close();
  });
});
