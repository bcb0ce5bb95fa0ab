import type { ShiftLogDay } from '#contracts';
import { readFacts } from '#shift-log';
import { openRoom, type Room } from '../support/room.js';
import { until } from '../support/screen.js';

/** Shifts that begin at every hour, so that one begins close before now whatever the time is. */
const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`).join(',');

describe('F18 A shift leaves a log to the next', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ SHIFT_STARTS: EVERY_HOUR });
  });
  afterAll(() => room.close());

  const log = (day?: string) => room.dispatcher.get<ShiftLogDay>(`/api/shift-log${day ? `?day=${day}` : ''}`);
  const current = async () => {
    const { shifts, current: startsAt } = await log();
    return shifts.find((shift) => shift.startsAt === startsAt)!;
  };

  it('begins with how things stand, without a name or an address', async () => {
    const incident = await room.open({ call: { phone: '0908417226', callerName: 'Chị Hạnh' } });
    const crew = await room.as('bd-07');
    const vehicleId = crew.account.vehicleId!;
    await crew.send('vehicle.setDuty', { vehicleId, duty: 'out_of_service', reason: 'broken' });
    const entry = await until(
      async () => (await current()).entries.find(({ kind }) => kind === 'facts'),
      'the log was opened',
      30_000,
    );
    const found = entry.facts!.incidents.map(({ number }) => number);
    // Opened before or after the incident: either way the log says how it stood then, once.
    expect(found.length <= 1 && found.every((number) => number === incident.number)).toBe(true);
    expect(JSON.stringify(entry)).not.toMatch(/Hạnh|0908|Chợ/);
  }, 40_000);

  it('names the hospitals that have no room or little, as long as that holds', async () => {
    const [first, second] = room.snapshot.hospitals;
    const full = { hospitalId: first!.id, states: { ct: 'closed', emergency: 'open' }, minutes: 60 } as const;
    const { capacity } = await room.dispatcher.send('hospital.setCapacity', full);
    await room.dispatcher.send('hospital.setCapacity', {
      hospitalId: second!.id,
      states: { emergency: 'open' },
      minutes: 60,
    });
    const at = (minutes: number) =>
      readFacts(room.database.dataSource.manager, new Date(Date.parse(capacity.setAt) + minutes * 60_000));
    expect((await at(59)).hospitals).toEqual([
      { name: first!.name, states: { ct: 'closed' }, until: capacity.expiresAt },
    ]);
    expect((await at(61)).hospitals).toEqual([]);
  });

  it('takes lines of the room in order, and a receipt once for each person', async () => {
    await room.dispatcher.send('shiftLog.write', { kind: 'fault', text: 'Máy in bàn 2 hỏng' });
    await room.dispatcher.send('shiftLog.write', { kind: 'weather', text: 'Mưa lớn Bến Cát' });
    const [first, second] = await Promise.all([
      room.dispatcher.send('shiftLog.receive', {}),
      room.dispatcher.send('shiftLog.receive', {}),
    ]);
    expect(second.entry.id).toBe(first.entry.id);
    const lead = await room.as('giamsat');
    expect((await lead.send('shiftLog.receive', {})).entry.id).not.toBe(first.entry.id);
    const { entries } = await current();
    const lines = entries.filter(({ kind }) => kind !== 'facts');
    expect(lines.map(({ kind, text, by }) => [kind, text, by])).toEqual([
      ['fault', 'Máy in bàn 2 hỏng', room.dispatcher.account.name],
      ['weather', 'Mưa lớn Bến Cát', room.dispatcher.account.name],
      ['received', '', room.dispatcher.account.name],
      ['received', '', lead.account.name],
    ]);
    const rows = await room.database.dataSource.query(`select 1 from journal where facts::text like '%Bến Cát%'`);
    expect(rows).toEqual([]);
  });

  it('shows the shifts of another day, and none that are still to come', async () => {
    expect((await log('2020-01-01')).shifts).toHaveLength(24);
    expect((await log('2099-01-01')).shifts).toEqual([]);
    await expect(log('hôm qua')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is the room’s alone', async () => {
    const crew = await room.as('bd-08');
    await expect(crew.get('/api/shift-log')).rejects.toMatchObject({ status: 403 });
    await expect(crew.send('shiftLog.write', { kind: 'other', text: 'x' })).rejects.toMatchObject({ status: 403 });
  });
});
