import type { Incident } from '#contracts';
import { openRoom, type Room } from '../support/room.js';

describe('B04 Calls and incidents are never lost', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const incidentOf = async (incident: Pick<Incident, 'id'>) => (await room.detail(incident)).incident;
  const merge = (from: Incident, into: Incident) =>
    room.dispatcher.send('incident.merge', { from: from.id, into: into.id, because: 'cùng một vụ' });
  const unmerge = (from: Incident) =>
    room.dispatcher.send('incident.unmerge', { from: from.id, because: 'hai nơi khác nhau' });
  const close = (incident: Incident) =>
    room.dispatcher.send('incident.close', { incidentId: incident.id, reason: 'cancelled_by_caller' });

  it.each([
    ['', null, ''],
    ['<unknown>', null, '<unknown>'],
    ['anonymous;phone-context=115', null, 'anonymous;phone-context=115'],
    ['0084 912.345-678', '+84912345678', '0084 912.345-678'],
  ])('takes a call from %p and keeps what the switch said', async (raw, phone, phoneRaw) => {
    const taker = await room.as('tiepnhan');
    const { call } = await taker.send('call.take', { phone: raw });
    expect(call).toMatchObject({ state: 'open', phone, phoneRaw, takenBy: taker.account.name });
    const place = { address: 'Cổng sau KCN VSIP', position: null, source: 'typed' as const };
    const { incident } = await taker.send('incident.open', { callId: call.id, reason: 'traffic', place });
    expect(incident).toMatchObject({ state: 'taken', callerPhone: phone ?? (phoneRaw || null) });
    await close(incident);
  });

  it('ends a nuisance call with its outcome; it stays on record and may still turn out to matter', async () => {
    const taker = await room.as('tiepnhan');
    const { call } = await taker.send('call.take', { phone: '0900000001' });
    const { call: ended } = await taker.send('call.end', { callId: call.id, outcome: 'nuisance', note: 'cười' });
    expect(ended).toMatchObject({ id: call.id, number: call.number, state: 'ended', outcome: 'nuisance' });
    await expect(taker.send('call.end', { callId: call.id, outcome: 'silent' })).rejects.toMatchObject({ status: 409 });
    const incident = await room.open();
    const linked = await taker.send('call.link', { callId: call.id, incidentId: incident.id });
    expect(linked.call).toMatchObject({ state: 'linked', outcome: null });
    await close(incident);
  });

  it('gathers several calls on one incident; what they say is noted and more victims are counted', async () => {
    const incident = await room.open({ reason: 'traffic' });
    const taker = await room.as('tiepnhan');
    const { call } = await taker.send('call.take', { phone: '0933000222', callerName: 'Anh Tài' });
    const linked = await taker.send('call.link', {
      callId: call.id,
      incidentId: incident.id,
      moreVictims: true,
      words: 'Thêm một người kẹt trong xe',
    });
    expect(linked.incident).toMatchObject({ patientCount: 2, version: 2 });
    const { calls, notes } = await room.detail(incident);
    expect(calls.map(({ phone }) => phone).sort()).toEqual(['+84908417226', '+84933000222']);
    expect(notes.map(({ text, by }) => [text, by])).toEqual([['Thêm một người kẹt trong xe', taker.account.name]]);
    await close(incident);
  });

  it('merges two reports of one event and takes it back: everything is where it was (I17)', async () => {
    const into = await room.open({ note: 'xe máy và xe tải', patients: [{ name: 'A', ageYears: 30 }] });
    const from = await room.open({ note: 'hai người nằm đường', patients: [{ condition: 'bất tỉnh' }] });
    const { missionId, vehicleId } = await room.send(from);
    const { request, offers } = await room.dispatcher.send('dispatch.offer', { incidentId: from.id });
    const before = { from: await room.detail(from), into: await room.detail(into) };

    const merged = await merge(from, into);
    expect(merged.from).toMatchObject({ state: 'closed', closeReason: 'duplicate', mergedInto: into.id });
    expect(merged.into).toMatchObject({
      state: 'attended',
      patients: [{ name: 'A', ageYears: 30 }, { condition: 'bất tỉnh' }],
    });
    const joined = await room.detail(into);
    expect(joined.calls).toHaveLength(2);
    expect(joined.notes.map(({ text }) => text)).toContain('cùng một vụ');
    expect(joined.notes).toHaveLength(3);
    expect(joined.missions.map(({ id }) => id)).toContain(missionId);
    expect(joined.requests.map(({ id }) => id)).toContain(request.id);
    expect(joined.offers.map(({ id }) => id)).toContain(offers[0]!.id);
    await expect(close(merged.into)).rejects.toMatchObject({ code: 'INCIDENT_HAS_ACTIVE_MISSION' });
    await expect(room.open().then((other) => merge(merged.from, other))).rejects.toMatchObject({
      code: 'INCIDENT_CLOSED',
    });

    // Between the two, the room learns of a third person: nobody who was added may get lost.
    await room.dispatcher.send('incident.amend', {
      incidentId: into.id,
      version: merged.into.version,
      changes: { patients: [...merged.into.patients, { name: 'C' }] },
    });
    // A tablet that has not heard of the merge yet writes to the incident it knows.
    const crew = await room.crewOf(vehicleId);
    const told = { incidentId: from.id, text: 'bệnh nhân đã tỉnh' };
    await expect(crew.send('incident.note', told)).resolves.toMatchObject({ note: { incidentId: into.id } });

    const apart = await unmerge(from);
    expect(apart.from).toMatchObject({ state: 'attended', mergedInto: null, closeReason: null });
    expect(apart.into).toMatchObject({ state: 'waiting', patients: [{ name: 'A', ageYears: 30 }, { name: 'C' }] });
    const after = { from: await room.detail(from), into: await room.detail(into) };
    for (const side of ['from', 'into'] as const)
      for (const kind of ['calls', 'missions', 'requests', 'offers'] as const)
        expect(after[side][kind]).toEqual(before[side][kind]);
    const words = ({ notes }: typeof after.from) => notes.map(({ text }) => text);
    expect(words(after.from)).toEqual([...words(before.from), 'hai nơi khác nhau']);
    expect(words(after.into)).toEqual([...words(before.into), 'cùng một vụ', 'bệnh nhân đã tỉnh']);
    expect(after.from.incident.patients).toEqual(before.from.incident.patients);

    const report = { missionId: missionId as never, step: 'on_scene' as const };
    await expect(crew.send('mission.report', report)).resolves.toMatchObject({ mission: { incidentId: from.id } });
  });

  it('takes merges of merges back one by one, the last first', async () => {
    const [a, b, c] = [await room.open(), await room.open(), await room.open()];
    await merge(a, b);
    await merge(b, c);
    expect((await room.detail(c)).calls).toHaveLength(3);
    await expect(unmerge(a)).rejects.toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
    await unmerge(b);
    expect((await room.detail(b)).calls).toHaveLength(2);
    await unmerge(a);
    for (const incident of [a, b, c]) {
      expect((await room.detail(incident)).calls).toHaveLength(1);
      expect(await incidentOf(incident)).toMatchObject({ state: 'waiting', mergedInto: null });
      await close(await incidentOf(incident));
    }
  });

  it('does not close while a vehicle is on its way (I18), and withdraws what is only asked', async () => {
    const incident = await room.open();
    const { missionId, crew } = await room.send(incident);
    await expect(close(incident)).rejects.toMatchObject({ status: 409, code: 'INCIDENT_HAS_ACTIVE_MISSION' });
    await room.dispatcher.send('mission.cancel', { missionId: missionId as never, reason: 'caller_cancelled' });
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    expect((await close(incident)).incident).toMatchObject({ state: 'closed', closeReason: 'cancelled_by_caller' });
    const { offers: left, requests } = await room.detail(incident);
    expect(left.find(({ id }) => id === offers[0]!.id)!.state).toBe('withdrawn');
    expect(requests.map(({ state }) => state).sort()).toEqual(['cancelled', 'filled']);
    await expect(
      crew.send('mission.report', { missionId: missionId as never, step: 'en_route' }),
    ).rejects.toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });

  it('reopens what was closed, and only what was closed', async () => {
    const incident = await room.open();
    const reopen = { incidentId: incident.id, because: 'người nhà gọi lại' };
    await expect(room.dispatcher.send('incident.reopen', reopen)).rejects.toMatchObject({ status: 409 });
    const words = 'Bà Sáu tự đi xe nhà';
    await room.dispatcher.send('incident.close', { incidentId: incident.id, reason: 'left_otherwise', note: words });
    const closed = await room.detail(incident);
    expect(closed.notes.map(({ text }) => text)).toEqual([words]);
    expect(JSON.stringify(closed.timeline)).not.toContain(words);
    await expect(
      room.dispatcher.send('incident.amend', { incidentId: incident.id, version: 1, changes: { patientCount: 3 } }),
    ).rejects.toMatchObject({ code: 'INCIDENT_CLOSED' });
    const { incident: open } = await room.dispatcher.send('incident.reopen', reopen);
    expect(open).toMatchObject({ state: 'waiting', closedAt: null, closeReason: null });
    const { missionId } = await room.send(incident);
    await expect(room.dispatcher.send('incident.reopen', reopen)).rejects.toMatchObject({ status: 409 });
    expect((await incidentOf(incident)).state).toBe('attended');
    await room.dispatcher.send('mission.cancel', { missionId: missionId as never, reason: 'not_needed' });
    await close(incident);
  });
});
