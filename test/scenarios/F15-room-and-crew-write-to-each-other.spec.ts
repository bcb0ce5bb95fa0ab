import type { CrewView, Message } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import type { Person } from '../support/server.js';

describe('F15 Room and crew write to each other, and a crew calls for help', () => {
  let room: Room;
  let console_: Screen;
  let crew: Person;
  let tablet: Screen;
  let vehicleId: never;
  beforeAll(async () => {
    room = await openRoom();
    console_ = await Screen.open(room, room.dispatcher);
    await until(() => console_.last('board.snapshot'), 'the board');
    crew = await room.as('bd-07');
    vehicleId = crew.account.vehicleId as never;
    tablet = await Screen.open(room, crew);
    await until(() => tablet.last('job.changed'), 'the tablet');
  });
  afterAll(async () => {
    console_.close();
    tablet.close();
    await room.close();
  });

  const onTablet = (id: string) => tablet.last('job.changed')!.messages.find((message) => message.id === id);
  const onBoard = (id: string): Message | undefined =>
    console_
      .all('board.changed')
      .flatMap(({ records }) => records.messages)
      .filter((message) => message.id === id)
      .at(-1);

  it('an important message is sent, shown on the tablet, received with one tap, and the room sees each', async () => {
    const { message } = await room.dispatcher.send('message.send', {
      vehicleId,
      quick: 'pickup_changed',
      text: 'cổng sau chợ',
    });
    expect(message).toMatchObject({ from: 'room', asksAnswer: true, state: 'sent', shownAt: null });
    await until(() => onTablet(message.id), 'the tablet has it');
    await crew.send('message.receive', { vehicleId, messageIds: [message.id] });
    await until(() => onBoard(message.id)?.state === 'shown', 'the room sees that it was shown');
    await crew.send('message.acknowledge', { vehicleId, messageId: message.id });
    await until(() => onBoard(message.id)?.state === 'acknowledged', 'the room sees that it was received');
    expect(onBoard(message.id)!.acknowledgedBy).toBe(crew.account.name);
  });

  it('a receipt that comes after the answer changes nothing, and tells nobody', async () => {
    const { message } = await room.dispatcher.send('message.send', { vehicleId, quick: 'call_centre' });
    await crew.send('message.acknowledge', { vehicleId, messageId: message.id });
    await until(() => onBoard(message.id)?.state === 'acknowledged', 'the room sees that it was received');
    const before = console_.kinds.length;
    const { messages } = await crew.send('message.receive', { vehicleId, messageIds: [message.id] });
    const again = await crew.send('message.acknowledge', { vehicleId, messageId: message.id });
    expect(messages[0]!.state).toBe('acknowledged');
    expect(again.message.acknowledgedAt).toBe(messages[0]!.acknowledgedAt);
    expect(console_.kinds.slice(before).filter((kind) => kind.startsWith('message.'))).toHaveLength(0);
  });

  it('taps of a tablet without a network keep their order and their times', async () => {
    const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1_000).toISOString();
    const first = await crew.send('message.send', { vehicleId, quick: 'stuck', deviceAt: at(4) });
    const id = uuidv7();
    const tap = { vehicleId, quick: 'house_not_found' as const, deviceAt: at(2) };
    const second = await crew.send('message.send', tap, id);
    expect(await crew.send('message.send', tap, id)).toEqual(second);
    const seen = await until(() => {
      const mine = tablet.last('job.changed')!.messages.filter(({ from }) => from === 'crew');
      return mine.length === 2 ? mine : null;
    }, 'both are there');
    expect(seen.map(({ id: one }) => one)).toEqual([first.message.id, second.message.id]);
    expect(second.message.asksAnswer).toBe(true);
  });

  it('words are nowhere in the journal, and free words are in the history of the incident', async () => {
    const incident = await room.open();
    const { vehicleId: sent, crew: driver } = await room.send(incident);
    const text = 'Ông Nguyễn Văn Tám, phòng 402';
    await room.dispatcher.send('message.send', { vehicleId: sent, text });
    await driver.send('message.send', { vehicleId: sent, text: 'rõ, lên phòng 402' });
    const { messages, timeline } = await room.detail(incident);
    expect(messages.map((message) => message.text)).toEqual([text, 'rõ, lên phòng 402']);
    expect(timeline.filter(({ kind }) => kind === 'message.sent')).toHaveLength(2);
    const rows = await room.database.dataSource.query(`select 1 from journal where facts::text like '%402%'`);
    expect(rows).toEqual([]);
  });

  it.each([
    ['words of the other side', { quick: 'stuck' as const }],
    ['no words at all', { text: '   ' }],
  ])('the room cannot send %s', async (_, words) => {
    await expect(room.dispatcher.send('message.send', { vehicleId, ...words })).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_ALLOWED|INVALID_INPUT/),
    });
  });

  it('a crew neither reads nor answers for another vehicle', async () => {
    const other = await room.as('bd-09');
    const { message } = await room.dispatcher.send('message.send', { vehicleId, quick: 'police_coming' });
    const body = { vehicleId: other.account.vehicleId as never, messageId: message.id };
    await expect(other.send('message.acknowledge', body)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.send('message.acknowledge', { ...body, vehicleId })).rejects.toMatchObject({ status: 403 });
    const view = await Screen.open(room, other);
    const job = await until<CrewView | undefined>(() => view.last('job.changed'), 'the other tablet');
    expect(job.messages.map(({ id }) => id)).not.toContain(message.id);
    view.close();
  });

  it('what is twelve hours old leaves the board for every screen alike', async () => {
    const { message } = await room.dispatcher.send('message.send', { vehicleId, quick: 'family_at_gate' });
    await room.database.dataSource.query(`update message set sent_at = now() - interval '13 hours' where id = $1`, [
      message.id,
    ]);
    await until(() => onBoard(message.id)?.filedAt, 'it was filed', 20_000);
    await until(() => onTablet(message.id) === undefined, 'the tablet forgot it');
  }, 40_000);

  it('danger is raised once, stands until the room ends it with a reason, and reaches the tablet', async () => {
    const { distress } = await crew.send('distress.raise', { vehicleId, position: [106.66, 10.98] });
    expect((await crew.send('distress.raise', { vehicleId })).distress.id).toBe(distress.id);
    await until(() => tablet.last('job.changed')!.distress?.id === distress.id, 'the tablet knows that the room knows');
    const seen = () => console_.all('board.changed').flatMap(({ records }) => records.distresses);
    await until(() => seen().some(({ id, state }) => id === distress.id && state === 'open'), 'the room sees it');
    await expect(crew.send('distress.end', { distressId: distress.id, reason: 'mistake' })).rejects.toMatchObject({
      status: 403,
    });
    const end = { distressId: distress.id, reason: 'crew_safe' as const, text: 'gọi lại, an toàn' };
    await room.dispatcher.send('distress.end', end);
    await until(() => tablet.last('job.changed')!.distress === null, 'the tablet is told');
    await expect(room.dispatcher.send('distress.end', end)).rejects.toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });
});
