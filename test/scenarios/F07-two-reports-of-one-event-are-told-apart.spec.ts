import type { BoardSnapshot } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('F07 Two reports of one event come together, and two events stay apart', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  it('takes a second call as the same patient or as one more', async () => {
    const incident = await room.open({ reason: 'traffic' });
    for (const [moreVictims, patientCount] of [
      [false, 1],
      [true, 2],
    ] as const) {
      const { call } = await room.dispatcher.send('call.take', { phone: '0900000001' });
      const words = `lời người gọi ${patientCount}`;
      const linked = await room.dispatcher.send('call.link', {
        callId: call.id,
        incidentId: incident.id,
        moreVictims,
        words,
      });
      expect(linked.incident.patientCount).toBe(patientCount);
    }
    const { calls, notes } = await room.detail(incident);
    expect(calls).toHaveLength(3);
    expect(notes.map(({ text }) => text)).toEqual(['lời người gọi 1', 'lời người gọi 2']);
  });

  it('remembers who kept two apart, for everybody and after a restart of the screen', async () => {
    const [first, second] = [await room.open({ reason: 'fall' }), await room.open({ reason: 'fall' })];
    const keep = { incidentId: second.id, from: first.id };
    const { incident } = await room.dispatcher.send('incident.keepApart', keep);
    expect(incident.apartFrom).toEqual([first.id]);
    // Said twice is said once.
    await room.dispatcher.send('incident.keepApart', keep);
    const { timeline } = await room.detail(second);
    const said = timeline.filter(({ kind }) => kind === 'incident.keptApart');
    expect(said).toMatchObject([{ by: room.dispatcher.account.name, facts: { from: first.id } }]);
    const screen = await Screen.open(room, await room.as('giamsat'));
    const snapshot: BoardSnapshot = await until(() => screen.last('board.snapshot'), 'a snapshot');
    expect(snapshot.incidents.find(({ id }) => id === second.id)?.apartFrom).toEqual([first.id]);
    screen.close();
  });

  it('keeps what was set aside while the call was still typed', async () => {
    const first = await room.open({ reason: 'fall' });
    const second = await room.open({ reason: 'fall', apartFrom: [first.id] });
    expect(second.apartFrom).toEqual([first.id]);
    const { timeline } = await room.detail(second);
    expect(timeline.map(({ kind }) => kind)).toContain('incident.keptApart');
  });
});
