import type { Incident, Statistics } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const MINUTE_MS = 60_000;
const minutesAhead = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

describe('F17 A ride ordered for a time turns into work on time', () => {
  let room: Room;
  let screen: Screen;
  beforeAll(async () => {
    room = await openRoom({ RIDE_MARGIN_SECONDS: '600' });
    screen = await Screen.open(room, room.dispatcher);
  });
  afterAll(async () => {
    screen.close();
    await room.close();
  });

  const order = (minutes: number, more = {}) =>
    room.open({ caseType: 'transfer', reason: 'transfer', dueAt: minutesAhead(minutes), ...more });
  const seen = (id: string): Incident | undefined =>
    screen
      .all('board.changed')
      .flatMap(({ records }) => records.incidents)
      .filter((incident) => incident.id === id)
      .at(-1);
  const comeDue = (id: string) =>
    room.database.dataSource.query(
      `update incident set due_at = now() + interval '5 minutes', start_at = now() - interval '1 second' where id = $1`,
      [id],
    );

  it('waits among the rides, and leaves earlier by the turnout and drive of the likely vehicle', async () => {
    const ride = await order(120, { destinationId: room.snapshot.hospitals[0]!.id });
    expect(ride).toMatchObject({ state: 'scheduled', destinationId: room.snapshot.hospitals[0]!.id });
    const { ranked } = await room.recommend(ride);
    const startsFor = Date.parse(ride.dueAt!) - (ranked[0]!.etaSeconds + 600) * 1_000;
    const usual = Date.parse(ride.dueAt!) - 1_800_000;
    // News only when the road says something else by five minutes.
    expect(Math.abs(startsFor - usual)).toBeGreaterThan(5 * MINUTE_MS);
    await until(
      async () => {
        const { incident } = await room.detail(ride);
        return Math.abs(Date.parse(incident.startAt!) - startsFor) < MINUTE_MS;
      },
      'the road has said when to leave',
      70_000,
    );
  }, 90_000);

  it('is work when its time has come, with an alarm until a vehicle is asked', async () => {
    const ride = await order(120);
    await comeDue(ride.id);
    await until(() => seen(ride.id)?.state === 'waiting', 'it is work now');
    const begun = (await room.detail(ride)).timeline.at(-1)!;
    expect(begun).toMatchObject({
      kind: 'incident.moved',
      byRole: 'system',
      facts: { from: 'scheduled', to: 'waiting' },
    });
    const alarms = () => screen.all('board.changed').flatMap(({ records }) => records.alarms);
    await until(() => alarms().some(({ cause }) => cause === `rideDue:${ride.id}`), 'the room is told');
  });

  it('ordered too late to wait is work at once', async () => {
    expect((await order(5)).state).toBe('waiting');
  });

  it('waits again when it is put off, with a reason, but not once stations are asked', async () => {
    const ride = await order(5);
    const put = () =>
      room.dispatcher.send('incident.reschedule', {
        incidentId: ride.id,
        dueAt: minutesAhead(180),
        because: 'Bệnh viện hẹn lại',
      });
    const { incident } = await put();
    expect(incident.state).toBe('scheduled');
    expect((await room.detail(ride)).notes.map(({ text }) => text)).toContain('Bệnh viện hẹn lại');
    await room.dispatcher.send('dispatch.offer', { incidentId: ride.id });
    await expect(put()).rejects.toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });

  it('can be cancelled with a reason before it begins', async () => {
    const ride = await order(200);
    const { incident } = await room.dispatcher.send('incident.close', {
      incidentId: ride.id,
      reason: 'cancelled_by_caller',
    });
    expect(incident.state).toBe('closed');
    await comeDue(ride.id);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await room.detail(ride)).incident.state).toBe('closed');
  });

  it('an emergency has no appointment', async () => {
    await expect(room.open({ dueAt: minutesAhead(60) })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is measured by when it was due, and left out of the response to calls', async () => {
    const ride = await order(40);
    const { missionId, crew } = await room.send(ride);
    for (const step of ['acknowledged', 'en_route', 'on_scene'] as const)
      await crew.send('mission.report', { missionId: missionId as never, step });
    const from = minutesAhead(-60);
    const to = minutesAhead(60);
    const { rides, all } = await room.dispatcher.get<Statistics>(`/api/statistics?from=${from}&to=${to}`);
    expect(rides).toMatchObject({ arrived: 1, onTime: 1 });
    expect(rides.n).toBeGreaterThan(3);
    expect(all.response.n).toBe(0);
  });
});
