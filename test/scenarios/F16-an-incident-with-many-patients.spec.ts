import { tallyOf, type Casualty, type Incident, type Statistics, type TriageTag } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import type { Person } from '../support/server.js';

describe('F16 An incident with many patients', () => {
  let room: Room;
  let screen: Screen;
  let incident: Incident;
  let crew: Person;
  let missionId: never;
  beforeAll(async () => {
    room = await openRoom();
    screen = await Screen.open(room, room.dispatcher);
    incident = await room.open({ reason: 'traffic' });
    const sent = await room.send(incident);
    ({ crew } = sent);
    missionId = sent.missionId as never;
    await crew.send('mission.report', { missionId, step: 'acknowledged' });
    await crew.send('mission.report', { missionId, step: 'on_scene' });
  });
  afterAll(async () => {
    screen.close();
    await room.close();
  });

  const seen = () => {
    const latest = new Map<string, Casualty>();
    for (const { records } of screen.all('board.changed'))
      for (const one of records.casualties) latest.set(one.id, one);
    return [...latest.values()];
  };
  const count = (who: Person, tag: TriageTag) => who.send('casualty.count', { incidentId: incident.id, tag });

  it('the first tap of the crew declares it, and every tap is one patient on every screen', async () => {
    const tablet = await Screen.open(room, crew);
    await Promise.all([count(crew, 'red'), count(crew, 'red'), count(room.dispatcher, 'yellow'), count(crew, 'black')]);
    await until(() => tallyOf(seen()).total === 4, 'the room has four');
    expect(tallyOf(seen())).toEqual({ red: 2, yellow: 1, green: 0, black: 1, total: 4 });
    expect(
      seen()
        .map(({ number }) => number)
        .sort(),
    ).toEqual([1, 2, 3, 4]);
    const view = await until(() => {
      const job = tablet.last('job.changed');
      return job?.casualties.length === 4 ? job : null;
    }, 'the tablet has four');
    expect(view.massCasualty).toMatchObject({ endedAt: null, staging: null });
    const { incident: now } = await room.detail(incident);
    expect(now.caseType).toBe('mass_casualty');
    tablet.close();
  });

  it('one counted in error counts no longer, and keeps its number', async () => {
    const { casualty } = await count(crew, 'green');
    await crew.send('casualty.strike', { casualtyId: casualty.id });
    expect((await count(crew, 'green')).casualty.number).toBe(casualty.number + 1);
    await until(() => tallyOf(seen()).green === 1, 'one is left');
    await expect(crew.send('casualty.amend', { casualtyId: casualty.id, tag: 'red' })).rejects.toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });

  it('a patient goes where its vehicle goes, and is counted at the hospital', async () => {
    const [first] = seen().filter(({ tag }) => tag === 'red');
    const { casualty } = await room.dispatcher.send('casualty.amend', { casualtyId: first!.id, missionId });
    expect(casualty.state).toBe('at_scene');
    const hospitalId = room.snapshot.hospitals[0]!.id;
    await crew.send('mission.report', { missionId, step: 'left_scene', hospitalId });
    const patient = () => seen().find(({ id }) => id === first!.id)!;
    await until(() => patient().state === 'on_the_way', 'it is on the way');
    expect(patient().hospitalId).toBe(hospitalId);
    await crew.send('mission.report', { missionId, step: 'at_hospital' });
    await until(() => patient().state === 'delivered', 'it is there');
  });

  it('says where vehicles report first, who leads, and what METHANE asks, without a word in the journal', async () => {
    const words = 'Bãi xe siêu thị, số 12';
    const { massCasualty } = await room.dispatcher.send('massCasualty.amend', {
      incidentId: incident.id,
      staging: { position: [106.66, 10.98], words },
      commandPost: 'BS Hòa 0908417226',
      report: { hazards: 'rò khí' },
    });
    expect(massCasualty).toMatchObject({ staging: { words }, report: { hazards: 'rò khí', access: '' } });
    const again = await room.dispatcher.send('massCasualty.amend', {
      incidentId: incident.id,
      report: { access: 'một chiều' },
    });
    expect(again.massCasualty.report).toMatchObject({ hazards: 'rò khí', access: 'một chiều' });
    const rows = await room.database.dataSource.query(
      `select 1 from journal where facts::text like '%rò khí%' or facts::text like '%0908417226%'`,
    );
    expect(rows).toEqual([]);
  });

  it('is not merged away, and other crews cannot count in it', async () => {
    const other = await room.open();
    await expect(
      room.dispatcher.send('incident.merge', { from: incident.id, into: other.id, because: 'trùng' }),
    ).rejects.toMatchObject({ code: 'MASS_CASUALTY_STAYS' });
    const stranger = await room.crewOf((await room.recommend(incident)).ranked[0]!.vehicleId);
    await expect(count(stranger, 'red')).rejects.toMatchObject({ status: 403 });
  });

  it('ends explicitly, once, and the statistics have counted every patient', async () => {
    const end = () => room.dispatcher.send('massCasualty.end', { incidentId: incident.id });
    expect((await end()).massCasualty.endedAt).not.toBeNull();
    await expect(end()).rejects.toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const to = new Date(Date.now() + 3_600_000).toISOString();
    const statistics = await room.dispatcher.get<Statistics>(`/api/statistics?from=${from}&to=${to}`);
    // Five counted here, one of the incident that was opened beside it.
    expect(statistics.patients).toBe(6);
  });
});
