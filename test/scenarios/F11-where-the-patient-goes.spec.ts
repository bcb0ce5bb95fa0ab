import type { BoardSnapshot, HospitalRanking } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('F11 Where the patient goes is ranked with reasons', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  it('by drive, capability and room; for a crew only of its own job; every screen hears of the room', async () => {
    const incident = await room.open({ reason: 'stroke' });
    const { missionId, vehicleId, crew } = await room.send(incident);
    const path = `/api/missions/${missionId}/hospitals`;
    const { ranked } = await room.dispatcher.get<HospitalRanking>(path);
    expect(ranked.map(({ hospitalId }) => hospitalId).sort()).toEqual(
      room.snapshot.hospitals.map(({ id }) => id).sort(),
    );
    const [first, second] = ranked;
    expect(first!.reasons.map(({ key }) => key)).toContain('able');
    expect(await crew.get<HospitalRanking>(path)).toMatchObject({ ranked });
    const other = room.snapshot.units.find(({ id, shift }) => id !== vehicleId && shift)!;
    await expect((await room.crewOf(other.id)).get(path)).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const screen = await Screen.open(room, room.dispatcher);
    const states = { emergency: 'full' as const, ct: 'closed' as const };
    const body = { hospitalId: first!.hospitalId, states, minutes: 60 };
    const { capacity } = await room.dispatcher.send('hospital.setCapacity', body);
    await until(
      () => screen.all('board.changed').some(({ records }) => records.capacities.some(({ id }) => id === capacity.id)),
      'the room of the hospital on every screen',
    );
    const after = await room.dispatcher.get<HospitalRanking>(path);
    expect(after.ranked[0]!.hospitalId).toBe(second!.hospitalId);
    const full = after.ranked.find(({ hospitalId }) => hospitalId === first!.hospitalId)!;
    expect(full.reasons.map(({ key }) => key)).toEqual(expect.arrayContaining(['full', 'closed']));

    await room.database.dataSource.query(`update capacity set expires_at = now() - interval '1 second'`);
    const expired = await room.dispatcher.get<HospitalRanking>(path);
    expect(expired.ranked[0]!.reasons.map(({ key }) => key)).toContain('capacity_expired');
    screen.close();
  });

  it('learns how long a handover takes from those before', async () => {
    const incident = await room.open({ reason: 'fall' });
    const { missionId, crew } = await room.send(incident);
    const { ranked } = await room.dispatcher.get<HospitalRanking>(`/api/missions/${missionId}/hospitals`);
    const { hospitalId } = ranked[0]!;
    expect(ranked[0]!.handover).toBeNull();
    const report = (step: 'left_scene' | 'at_hospital' | 'handed_over') =>
      crew.send('mission.report', { missionId: missionId as never, step, hospitalId });
    await report('left_scene');
    await report('at_hospital');
    await room.database.dataSource.query(
      `update mission_time set at = at - interval '40 minutes' where mission_id = $1 and etime = '11'`,
      [missionId],
    );
    await report('handed_over');
    const next = await room.send(await room.open());
    const after = await room.dispatcher.get<HospitalRanking>(`/api/missions/${next.missionId}/hospitals`);
    const known = after.ranked.find((one) => one.hospitalId === hospitalId)!;
    expect(known.handover).toMatchObject({ count: 1 });
    expect(known.handover!.medianSeconds).toBeCloseTo(2_400, -2);
    expect(known.reasons.map(({ key }) => key)).toContain('slow_handover');
    const snapshotScreen = await Screen.open(room, room.dispatcher);
    const snapshot: BoardSnapshot = await until(() => snapshotScreen.last('board.snapshot'), 'a snapshot');
    expect(snapshot.capacities).toHaveLength(1);
    snapshotScreen.close();
  });
});
