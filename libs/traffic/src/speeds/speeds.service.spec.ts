import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { buildWorld, commandOf, type World } from '../../../../test/support/world.js';
import { MissionTimeRow } from '#dispatch';
import type { MissionId, VehicleId } from '#contracts';
import { PROFILES, RoadGraph, RoadIndex, USUAL } from '#roads';
import { uuidv7 } from 'uuidv7';
import { at, sketchNetwork } from '../../../roads/src/network.fixture.js';
import { SpeedsService } from './speeds.service.js';

const NOW = new Date('2026-11-20T01:30:00Z');
const DRIVE_SECONDS = 400;

describe('Learned speeds in the database', () => {
  const graph = RoadGraph.of(
    sketchNetwork({
      nodes: { a: [0, 0], b: [20, 0] },
      ways: [{ path: 'ab', name: 'Lê Lợi', roadClass: 'primary' }],
    }),
  );
  const roads = { graph, index: new RoadIndex(graph), travelProfiles: PROFILES };
  let database: TestDatabase;
  let world: World;

  beforeAll(async () => {
    database = await openTestDatabase(2);
    world = await buildWorld(database.dataSource, 1);
  });
  afterAll(() => database.close());

  /** A mission that drove two kilometres of Lê Lợi within so many seconds and ended so many minutes ago. */
  async function drive(endedMinutesAgo: number, seconds = DRIVE_SECONDS): Promise<void> {
    const incident = await world.openIncident({ reason: 'cardiac_arrest' });
    const vehicleId = world.vehicles[0]!;
    const { command, body } = commandOf('dispatch.order', {
      incidentId: incident.id,
      vehicleId,
      reason: 'knows_better',
    });
    const { mission } = await world.dispatch.order(command, body);
    const arrived = new Date(NOW.getTime() - endedMinutesAgo * 60_000);
    const departed = new Date(arrived.getTime() - seconds * 1_000);
    await writeTimes(mission.id, departed, arrived);
    await writeFixes(vehicleId, departed, seconds);
    await database.dataSource.query('update mission set active = false, state = $2 where id = $1', [
      mission.id,
      'completed',
    ]);
    await database.dataSource.query('update mission_member set active = false where mission_id = $1', [mission.id]);
  }

  async function writeTimes(missionId: MissionId, departed: Date, arrived: Date): Promise<void> {
    const time = {
      missionId,
      deviceAt: null,
      receivedAt: NOW,
      source: 'dispatcher' as const,
      by: 'x',
      because: null,
      replacedAt: null,
    };
    await database.dataSource.manager.insert(MissionTimeRow, [
      { ...time, id: uuidv7(), etime: '05', at: departed },
      { ...time, id: uuidv7(), etime: '06', at: arrived },
    ]);
  }

  async function writeFixes(vehicleId: VehicleId, departed: Date, seconds: number): Promise<void> {
    for (let i = 0; i <= 20; i++) {
      const [lng, lat] = at(i, 0);
      await database.dataSource.query(
        `insert into position_history (vehicle_id, at, fixed_at, received_at, device_id, outcome)
         values ($1, ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography, $4::timestamptz, $4, 'x', 'accepted')`,
        [vehicleId, lng, lat, new Date(departed.getTime() + (seconds * 1_000 * i) / 20)],
      );
    }
  }

  const usualSeconds = () => (graph.lengthMetres[0]! * 3.6) / (40 * 1.2);
  const open = async () => {
    const speeds = new SpeedsService(database.dataSource, { now: () => NOW });
    await speeds.load();
    return speeds;
  };

  it('say that nothing is known before the first drive', async () => {
    const speeds = await open();
    expect(speeds.trust()).toEqual({ learnedFromDrives: 0, p90Factor: null });
    expect(speeds.factorsNow(roads)).toBe(USUAL);
  });

  it('begin with what the centre entered', async () => {
    const rules = [{ hours: [8], classes: ['primary' as const], factor: 1.5 }];
    const speeds = new SpeedsService(database.dataSource, { now: () => NOW }, rules);
    await speeds.load();
    expect(speeds.basis).toBe('entered');
    expect(speeds.factorsNow(roads).normal![0]).toBeCloseTo(1.5);
    expect((await open()).basis).toBe('assumed');
  });

  it('are learned once from each drive, when late positions had time to come in', async () => {
    await drive(60);
    await drive(5);
    const speeds = await open();
    expect(await speeds.learn(roads)).toBe(1);
    expect(await speeds.learn(roads)).toBe(0);
    expect(speeds.trust().learnedFromDrives).toBe(1);
    expect(speeds.basis).toBe('learned');
    const factors = speeds.factorsNow(roads);
    expect(factors.emergency![0]).toBeGreaterThan(1.2);
    expect(factors.emergency![0]).toBeLessThan(DRIVE_SECONDS / usualSeconds());
    expect(factors.normal).toBeNull();
    // Another process, or the same one tomorrow, knows what this one learned.
    expect((await open()).factorsNow(roads)).toEqual(factors);
  });

  it('are learned once though two processes look at the same drive at the same moment', async () => {
    await drive(30);
    const [a, b] = [await open(), await open()];
    await Promise.all([a.learn(roads), b.learn(roads)]);
    expect((await open()).trust().learnedFromDrives).toBe(2);
    const [row] = await database.dataSource.query('select sum(driven_seconds) as driven from driven_cell');
    expect(row.driven).toBeCloseTo(2 * DRIVE_SECONDS, -1);
  });

  it('put a drive aside that cannot be worked out, tell of it, and go on with the next', async () => {
    await drive(25);
    await drive(20);
    const speeds = await open();
    const before = speeds.trust().learnedFromDrives;
    let asked = 0;
    const listNear: RoadIndex['listNear'] = (...asking) => {
      if (asked++ === 0) throw new Error('poison');
      return roads.index.listNear(...asking);
    };
    const poisoned = { ...roads, index: { listNear } as RoadIndex };
    await expect(speeds.learn(poisoned)).rejects.toThrow('1 drives could not be worked out');
    expect(speeds.trust().learnedFromDrives).toBe(before + 1);
    expect(await speeds.learn(roads)).toBe(0);
  });

  it('tell a P90 as soon as enough drives have shown how they keep', async () => {
    for (let i = 0; i < 30; i++) await drive(40 + i, i % 10 === 9 ? 2 * DRIVE_SECONDS : DRIVE_SECONDS);
    const speeds = await open();
    await speeds.learn(roads);
    const { learnedFromDrives, p90Factor } = speeds.trust();
    expect(learnedFromDrives).toBe(33);
    expect(p90Factor).toBeGreaterThan(1);
    expect(p90Factor).toBeLessThan(3);
  });
});
