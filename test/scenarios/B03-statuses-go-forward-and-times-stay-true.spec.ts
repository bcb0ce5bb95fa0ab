import type { Mission, MissionStep } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import type { Person } from '../support/server.js';

const HOUR_MS = 3_600_000;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const timeOf = (mission: Mission, etime: string) => mission.times.find((time) => time.etime === etime);

describe('B03 Statuses go forward and times stay true', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const start = async () => {
    const incident = await room.open();
    return { incident, ...(await room.send(incident)) };
  };
  const report = async (crew: Person, missionId: string, step: MissionStep, more: object = {}, sentAt?: string) => {
    const body = { missionId: missionId as never, step, ...more };
    return (await crew.send('mission.report', body, undefined, sentAt)).mission;
  };
  const finish = async (crew: Person, missionId: string) => {
    await report(crew, missionId, 'on_scene');
    return report(crew, missionId, 'completed', { outcome: 'treated_on_scene' });
  };

  it('acknowledges by the first tap when it was ordered, and never goes back by itself', async () => {
    const { crew, missionId } = await start();
    await report(crew, missionId, 'on_scene');
    const mission = await report(crew, missionId, 'en_route');
    expect(mission.state).toBe('on_scene');
    expect(mission.times.map(({ etime }) => etime)).toEqual(['03', '04', '05', '06']);
    await expect(report(crew, missionId, 'notified')).resolves.toMatchObject({ state: 'on_scene' });
    await finish(crew, missionId);
    await expect(report(crew, missionId, 'left_scene')).resolves.toMatchObject({ state: 'completed' });
  });

  it('keeps the own time of a step that a tablet sends late, out of a dead spot', async () => {
    const { crew, missionId } = await start();
    await room.database.dataSource.query(
      `update mission_time set at = now() - interval '1 hour' where mission_id = $1`,
      [missionId],
    );
    const [enRoute, onScene] = [minutesAgo(20), minutesAgo(10)];
    await report(crew, missionId, 'on_scene', { deviceAt: onScene });
    const mission = await report(crew, missionId, 'en_route', { deviceAt: enRoute });
    expect(mission.state).toBe('on_scene');
    expect(timeOf(mission, '05')).toMatchObject({ at: enRoute, deviceAt: enRoute, source: 'crew_button' });
    expect(timeOf(mission, '06')).toMatchObject({ at: onScene, deviceAt: onScene });
    expect(Date.parse(timeOf(mission, '05')!.receivedAt)).toBeGreaterThan(Date.parse(onScene));
    await finish(crew, missionId);
  });

  it('changes nothing when the same button is tapped again', async () => {
    const { incident, crew, missionId } = await start();
    const once = await report(crew, missionId, 'en_route');
    const before = (await room.detail(incident)).timeline.length;
    for (let tap = 0; tap < 3; tap++) expect(await report(crew, missionId, 'en_route')).toEqual(once);
    expect((await room.detail(incident)).timeline).toHaveLength(before);
    await finish(crew, missionId);
  });

  it('goes back only by a correction with a reason; the times it withdraws stay on record', async () => {
    const { incident, crew, missionId } = await start();
    for (const step of ['en_route', 'on_scene', 'at_patient', 'left_scene'] as const)
      await report(crew, missionId, step);
    const correct = { missionId: missionId as never, step: 'on_scene' as const };
    await expect(crew.send('mission.correct', { ...correct, because: '  ' })).rejects.toMatchObject({ status: 400 });
    const { mission } = await crew.send('mission.correct', { ...correct, because: 'bấm nhầm' });
    expect(mission.state).toBe('on_scene');
    expect(mission.times.map(({ etime }) => etime)).toEqual(['03', '04', '05', '06']);
    const kept: { etime: string }[] = await room.database.dataSource.query(
      `select etime from mission_time where mission_id = $1 and replaced_at is not null order by etime`,
      [missionId],
    );
    expect(kept.map(({ etime }) => etime)).toEqual(['07', '09']);
    const { timeline, notes } = await room.detail(incident);
    const entry = timeline.find(({ kind }) => kind === 'mission.corrected')!;
    const why = notes.find(({ text }) => text === 'bấm nhầm')!;
    expect(entry).toMatchObject({ by: crew.account.name, facts: { from: 'left_scene', because: why.id } });

    const withdrawn = { missionId: missionId as never, etime: '09' as const, at: minutesAgo(0), because: 'đúng giờ' };
    await expect(room.dispatcher.send('mission.correctTime', withdrawn)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(crew, missionId, 'left_scene')).resolves.toMatchObject({ state: 'left_scene' });
    await report(crew, missionId, 'completed', { outcome: 'transported' });
  });

  it('takes a time that was forgotten, marked as a late entry, and never one of the future', async () => {
    const { crew, missionId } = await start();
    await report(crew, missionId, 'on_scene');
    const late = { missionId: missionId as never, step: 'en_route' as const, because: 'quên bấm' };
    const { mission } = await crew.send('mission.recordLate', { ...late, at: minutesAgo(0) });
    expect(timeOf(mission, '05')).toMatchObject({ source: 'late_entry', by: crew.account.name });
    await expect(crew.send('mission.recordLate', { ...late, at: minutesAgo(0) })).rejects.toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    const tomorrow = new Date(Date.now() + 24 * HOUR_MS).toISOString();
    const correction = { missionId: missionId as never, etime: '06' as const, because: 'xem camera' };
    await expect(room.dispatcher.send('mission.correctTime', { ...correction, at: tomorrow })).rejects.toMatchObject({
      code: 'PERIOD_INVALID',
    });
    const at = minutesAgo(1);
    const corrected = await room.dispatcher.send('mission.correctTime', { ...correction, at });
    expect(timeOf(corrected.mission, '06')).toMatchObject({ at, source: 'late_entry', because: 'xem camera' });
    await finish(crew, missionId);
  });

  it('does not let a late entry stand in for the answer to an offer, nor for the end of the mission', async () => {
    const incident = await room.open();
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const { missionId, id: offerId, vehicleId } = offers[0]!;
    const late = { missionId, at: minutesAgo(0), because: 'gọi điện' };
    await expect(room.dispatcher.send('mission.recordLate', { ...late, step: 'acknowledged' })).rejects.toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    const crew = await room.crewOf(vehicleId);
    await crew.send('offer.accept', { offerId });
    await report(crew, missionId, 'on_scene');
    await expect(room.dispatcher.send('mission.recordLate', { ...late, step: 'completed' })).rejects.toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    await expect(finish(crew, missionId)).resolves.toMatchObject({ state: 'completed' });
  });

  it('corrects a tablet whose clock is an hour wrong by the moment it says it is sending', async () => {
    const { crew, missionId, vehicleId } = await start();
    const wrong = (ms = 0) => new Date(Date.now() + HOUR_MS + ms).toISOString();
    const byHttp = await report(crew, missionId, 'en_route', { deviceAt: wrong() }, wrong());
    expect(Math.abs(Date.parse(timeOf(byHttp, '05')!.at) - Date.now())).toBeLessThan(2_000);

    const tablet = await Screen.open(room, crew);
    const body = { missionId, step: 'on_scene', deviceAt: wrong() };
    expect(await tablet.command('mission.report', body, wrong())).toMatchObject({ ok: true });
    const view = await until(() => {
      const job = tablet.last('job.changed');
      return job?.mission?.state === 'on_scene' ? job : null;
    }, 'the tablet sees its own step');
    expect(view.unit).toMatchObject({ id: vehicleId, status: 'on_scene' });
    const time = timeOf(view.mission!, '06')!;
    expect(Math.abs(Date.parse(time.at) - Date.now())).toBeLessThan(2_000);
    expect(Date.parse(time.deviceAt!) - Date.parse(time.at)).toBeGreaterThan(HOUR_MS - 2_000);
    tablet.close();
    await finish(crew, missionId);
  });

  it('frees vehicle and crew when it is completed, and the outcome closes the incident', async () => {
    const { incident, crew, missionId, vehicleId } = await start();
    const hospital = room.snapshot.hospitals[0]!;
    await crew.send('mission.chooseHospital', { missionId: missionId as never, hospitalId: hospital.id });
    await report(crew, missionId, 'on_scene');
    await report(crew, missionId, 'at_hospital');
    const mission = await report(crew, missionId, 'completed');
    expect(mission).toMatchObject({ outcome: 'transported', hospitalId: hospital.id });
    expect((await room.detail(incident)).incident).toMatchObject({ state: 'closed', closeReason: 'transported' });
    const { ranked } = await room.recommend(await room.open());
    const free = ranked.find((vehicle) => vehicle.vehicleId === vehicleId)!;
    expect(free.reasons.map(({ key }) => key)).toContain('returning');
  });

  it('waits again when a vehicle is called off, also while another station is only being asked', async () => {
    const { incident, missionId, crew } = await start();
    await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const cancel = { missionId: missionId as never, reason: 'breakdown' as const };
    const { mission } = await room.dispatcher.send('mission.cancel', cancel);
    expect(mission).toMatchObject({ state: 'cancelled', cancelReason: 'breakdown' });
    expect(timeOf(mission, '14')).toMatchObject({ source: 'dispatcher' });
    expect((await room.detail(incident)).incident.state).toBe('waiting');
    await expect(report(crew, missionId, 'at_hospital')).rejects.toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });
});
