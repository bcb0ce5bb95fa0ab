import { request } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('B09 One command has one effect', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ OFFER_SECONDS: '60' });
  });
  afterAll(() => room.close());

  const count = async (sql: string, ...parameters: unknown[]): Promise<number> => {
    const [row]: { n: string }[] = await room.database.dataSource.query(`select count(*) as n from ${sql}`, parameters);
    return Number(row!.n);
  };
  const open = { reason: 'fall' as const, place: { address: 'Chợ Búng', position: null, source: 'typed' as const } };

  it('answers the same key the same, and does nothing more', async () => {
    const id = uuidv7();
    const first = await room.dispatcher.send('incident.open', open, id);
    for (let again = 0; again < 3; again++)
      expect(await room.dispatcher.send('incident.open', open, id)).toEqual(first);
    expect(await count('journal where command_id = $1', id)).toBe(3);
    expect(await count('incident where id = $1', first.incident.id)).toBe(1);
  });

  it('lets twenty copies that arrive together have one effect', async () => {
    const id = uuidv7();
    const incidents = await count('incident');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => room.dispatcher.send('incident.open', open, id)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await count('incident')).toBe(incidents + 1);
  });

  it('takes the same key by HTTP and by socket for the same command', async () => {
    const id = uuidv7();
    const byHttp = await room.dispatcher.send('call.take', { phone: '0901' }, id);
    const screen = await Screen.open(room, room.dispatcher);
    const bySocket = await screen.emit('command', { id, name: 'call.take', body: { phone: '0901' } });
    expect(bySocket).toEqual({ ok: true, reply: byHttp });
    screen.close();
  });

  it('refuses the same key for other content, or for another command', async () => {
    const id = uuidv7();
    await room.dispatcher.send('call.take', { phone: '0902' }, id);
    const reused = { status: 422, code: 'COMMAND_REUSED' };
    await expect(room.dispatcher.send('call.take', { phone: '0903' }, id)).rejects.toMatchObject(reused);
    await expect(room.dispatcher.send('incident.open', open, id)).rejects.toMatchObject(reused);
  });

  it('repeats a refusal too, even when the world has moved on', async () => {
    const id = uuidv7();
    const incident = await room.open();
    const { missionId } = await room.send(incident);
    const close = { incidentId: incident.id, reason: 'cancelled_by_caller' as const };
    const refused = { code: 'INCIDENT_HAS_ACTIVE_MISSION' };
    await expect(room.dispatcher.send('incident.close', close, id)).rejects.toMatchObject(refused);
    await room.dispatcher.send('mission.cancel', { missionId: missionId as never, reason: 'not_needed' });
    await expect(room.dispatcher.send('incident.close', close, id)).rejects.toMatchObject(refused);
    await expect(room.dispatcher.send('incident.close', close)).resolves.toBeDefined();
  });

  it('gives the offers that went out when the answer was lost, although the vehicle is now taken', async () => {
    const incident = await room.open();
    const { vehicleId } = (await room.recommend(incident)).ranked[0]!;
    const [offerId, orderId] = [uuidv7(), uuidv7()];
    const offer = { incidentId: incident.id, vehicleIds: [vehicleId] };
    const offered = await room.dispatcher.send('dispatch.offer', offer, offerId);
    const order = {
      incidentId: incident.id,
      vehicleId: (await room.recommend(incident)).ranked[0]!.vehicleId,
      reason: 'shift_lead' as const,
    };
    const ordered = await room.dispatcher.send('dispatch.order', order, orderId);
    // Since then the place was unpinned: nothing could be recommended now, and nothing needs to be.
    const place = { ...incident.place, position: null };
    await room.dispatcher.send('incident.amend', { incidentId: incident.id, version: 1, changes: { place } });
    expect(await room.dispatcher.send('dispatch.offer', offer, offerId)).toEqual(offered);
    expect(await room.dispatcher.send('dispatch.order', order, orderId)).toEqual(ordered);
  });

  it('has the effect once when the client is gone before the answer, and answers when it comes back', async () => {
    const id = uuidv7();
    const body = { phone: '0909 123 456', callerName: 'Gọi lại' };
    await new Promise<void>((resolve) => {
      const sending = request(`${room.url}/api/commands/call.take`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${room.dispatcher.token}`,
          'content-type': 'application/json',
          'idempotency-key': id,
        },
      });
      sending.on('error', () => resolve());
      sending.end(JSON.stringify(body), () => setTimeout(() => sending.destroy(), 2));
      sending.on('close', () => resolve());
    });
    const { call } = await room.dispatcher.send('call.take', body, id);
    await until(async () => (await count('command where id = $1 and answer is not null', id)) === 1, 'it is stored');
    expect(call.callerName).toBe('Gọi lại');
    expect(await count('call where caller_name = $1', 'Gọi lại')).toBe(1);
  });

  it.each([
    ['is missing', {}, 'IDEMPOTENCY_KEY_MISSING'],
    ['is no UUID', { 'idempotency-key': '1' }, 'INVALID_INPUT'],
  ])('refuses a command whose key %s', async (_what, headers, code) => {
    const response = await fetch(`${room.url}/api/commands/call.take`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${room.dispatcher.token}`,
        'content-type': 'application/json',
        ...(headers as Record<string, string>),
      },
      body: '{}',
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, code]);
  });
});
