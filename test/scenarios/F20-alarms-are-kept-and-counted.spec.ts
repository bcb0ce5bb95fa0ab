import type { AlarmHour, AlarmRecord } from '#contracts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const rules = () => {
  const file = join(mkdtempSync(join(tmpdir(), 'alarms-')), 'rules.json');
  writeFileSync(file, JSON.stringify({ noVehicle: { 1: 1 }, notAcknowledged: 1, stationEmpty: 3_600 }));
  return file;
};

describe('F20 Alarms are raised, acknowledged, ended and counted', () => {
  let room: Room;
  let screen: Screen;
  beforeAll(async () => {
    room = await openRoom({ ALARM_RULES: rules() });
    screen = await Screen.open(room, room.dispatcher);
  });
  afterAll(async () => {
    screen.close();
    await room.close();
  });

  const records = (): AlarmRecord[] => screen.all('board.changed').flatMap(({ records: { alarms } }) => alarms);
  const lastOf = (cause: string) =>
    records()
      .filter((alarm) => alarm.cause === cause)
      .at(-1);

  it('raises one for a critical incident without a vehicle, and says who silenced it', async () => {
    const incident = await room.open({ reason: 'cardiac_arrest' });
    const cause = `noVehicle:${incident.id}`;
    const raised = await until(() => lastOf(cause), 'the alarm is raised');
    expect(raised).toMatchObject({ kind: 'noVehicle', grade: 'high', incidentId: incident.id, acknowledgedAt: null });
    await room.dispatcher.send('alarm.acknowledge', { causes: [cause, 'noVehicle:gone'] });
    await until(() => lastOf(cause)?.acknowledgedBy, 'everybody knows');
    expect(lastOf(cause)).toMatchObject({ acknowledgedBy: room.dispatcher.account.name, endedAt: null });

    await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    await until(() => lastOf(cause)?.endedAt, 'it ends with its condition');
    const orders = () =>
      records().filter(({ kind, incidentId }) => kind === 'notAcknowledged' && incidentId === incident.id);
    await until(() => orders().length > 0, 'the order that nobody acknowledges is another alarm');
  });

  it('raises each cause once, however long it lasts', async () => {
    const incident = await room.open({ reason: 'stroke' });
    await until(() => lastOf(`noVehicle:${incident.id}`), 'the alarm is raised');
    await new Promise((resume) => setTimeout(resume, 2_500));
    const rows: unknown[] = await room.database.dataSource.query('select id from alarm where cause = $1', [
      `noVehicle:${incident.id}`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('counts them by the hour', async () => {
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    const hours = await room.dispatcher.get<AlarmHour[]>(
      `/api/alarms/rate?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
    );
    const [{ count }]: [{ count: string }] = await room.database.dataSource.query(
      'select count(*) as count from alarm where raised_at between $1 and $2',
      [from, to],
    );
    const raised = hours.reduce((sum, hour) => sum + hour.raised.high + hour.raised.medium + hour.raised.low, 0);
    expect(raised).toBe(Number(count));
    expect(raised).toBeGreaterThanOrEqual(3);
    expect(
      hours.every(({ dispatcherHours, perDispatcherHour }) => dispatcherHours > 0 || perDispatcherHour === null),
    ).toBe(true);
  });
});
