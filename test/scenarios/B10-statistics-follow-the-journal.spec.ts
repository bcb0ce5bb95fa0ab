import type { Statistics } from '#contracts';
import { openRoom, type Room } from '../support/room.js';

const MINUTE_MS = 60_000;

describe('B10 Statistics follow the journal', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const period = () => {
    const iso = (hours: number) => new Date(Date.now() + hours * 60 * MINUTE_MS).toISOString();
    return `from=${iso(-2)}&to=${iso(1)}`;
  };
  const statistics = async () => (await room.as('giamsat')).get<Statistics>(`/api/statistics?${period()}`);
  const minutes = (shown: Statistics) => shown.distribution.filter(({ n }) => n > 0).map(({ minute }) => minute);

  it('change when a time is corrected, a level is set, a merge is made and taken back', async () => {
    const receivedAt = new Date(Date.now() - 30 * MINUTE_MS);
    const incident = await room.open({ call: { phone: '0908', receivedAt: receivedAt.toISOString() } });
    const { crew, missionId } = await room.send(incident);
    for (const step of ['en_route', 'on_scene', 'completed'] as const)
      await crew.send('mission.report', { missionId: missionId as never, step, outcome: 'treated_on_scene' });
    const before = await statistics();
    expect(before).toMatchObject({ calls: 1, incidents: 1, missions: 1 });
    expect(minutes(before)).toEqual([30]);

    const at = new Date(receivedAt.getTime() + 11.5 * MINUTE_MS).toISOString();
    const correction = { missionId: missionId as never, etime: '06' as const, at, because: 'theo camera cổng' };
    await room.dispatcher.send('mission.correctTime', correction);
    const corrected = await statistics();
    expect(minutes(corrected)).toEqual([11]);
    expect(corrected.journalHead).toBeGreaterThan(before.journalHead);
    expect(corrected.byPriority[2]).toMatchObject({ priority: 3, within8: 0, within15: 1 });
    // The vehicle set out after it is now said to have arrived: such an interval is not averaged away.
    expect(corrected.excluded.negative).toBeGreaterThan(0);

    const other = await room.open();
    const into = await room.open();
    await room.dispatcher.send('incident.merge', { from: other.id, into: into.id, because: 'trùng' });
    expect(await statistics()).toMatchObject({ calls: 3, incidents: 2, excluded: { merged: 1 } });
    await room.dispatcher.send('incident.unmerge', { from: other.id, because: 'không trùng' });
    const priority = { level: 1 as const, because: 'bác sĩ nghe máy' };
    await room.dispatcher.send('incident.amend', { incidentId: other.id, version: 1, changes: { priority } });
    expect(await statistics()).toMatchObject({ calls: 3, incidents: 3, excluded: { merged: 0 } });
  });

  it('are the same again when they are computed from the beginning, and none when the period is empty or wrong', async () => {
    const { computedAt: _now, from: _from, to: _to, ...shown } = await statistics();
    const { Ledger, computeStatistics } = await import('#reporting');
    const { listEntriesAfter } = await import('#journal');
    const ledger = new Ledger();
    for (const entry of await listEntriesAfter(room.database.dataSource, 0, 10_000)) ledger.take(entry);
    const query = { from: new Date(0).toISOString(), to: new Date(Date.now() + MINUTE_MS).toISOString() };
    expect(computeStatistics(ledger, query, new Date())).toMatchObject(shown);
    const supervisor = await room.as('giamsat');
    const empty = await supervisor.get<Statistics>('/api/statistics?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z');
    expect(empty).toMatchObject({ calls: 0, incidents: 0, all: { response: { n: 0, medianSeconds: null } } });
    await expect(
      supervisor.get('/api/statistics?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z'),
    ).rejects.toMatchObject({ status: 422, code: 'PERIOD_INVALID' });
    await expect(supervisor.get('/api/statistics?from=hôm-qua')).rejects.toMatchObject({ status: 400 });
  });
});
