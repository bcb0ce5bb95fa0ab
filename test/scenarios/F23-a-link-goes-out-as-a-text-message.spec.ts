import type { CallerLink } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';
import { SmsStandIn } from '../support/sms-stand-in.js';

describe('F23 A link goes out as a text message', () => {
  const gateway = new SmsStandIn();
  let room: Room;
  let screen: Screen;
  beforeAll(async () => {
    const SMS_URL = await gateway.start();
    room = await openRoom({ SMS_URL, SMS_TOKEN: 'gateway-token', SMS_TIMEOUT_SECONDS: '0.3' });
    screen = await Screen.open(room, room.dispatcher);
  });
  afterAll(async () => {
    screen?.close();
    await room?.close();
    await gateway.stop();
  });
  beforeEach(() => {
    gateway.taken.length = gateway.answers.length = gateway.tries = 0;
  });

  const give = async () => {
    const incident = await room.open();
    return room.dispatcher.send('callerLink.create', { incidentId: incident.id });
  };
  const outcomeOf = (id: CallerLink['id']) =>
    until(() => {
      const told = screen.all('board.changed').flatMap(({ records }) => records.callerLinks ?? []);
      const last = told.filter((link) => link.id === id).at(-1);
      return last && last.delivery !== 'sending' && last.delivery !== 'unsent' && last;
    }, 'the outcome');
  const send = (linkId: CallerLink['id'], id?: string) =>
    room.dispatcher.send('callerLink.send', { linkId, phone: '0908 417 226' }, id);

  it('carries the address, once, and tells the room that it was taken', async () => {
    const { link, url } = await give();
    const id = uuidv7();
    expect((await send(link.id, id)).link.delivery).toBe('sending');
    await send(link.id, id);
    expect(await outcomeOf(link.id)).toMatchObject({ delivery: 'sent', deliveryFailure: null });
    expect(gateway.taken).toEqual([
      { to: '+84908417226', text: expect.stringContaining(url), authorization: 'Bearer gateway-token' },
    ]);
    // One message of the GSM alphabet.
    expect(gateway.taken[0]!.text).toMatch(/^[\x20-\x7e]{1,160}$/);
  });

  it.each([
    ['is tried once more after a fault', [503], 'sent', null, 2],
    ['is not tried again when it was refused', [400], 'failed', 'refused', 1],
    ['fails when nobody answers', ['silence', 'silence'], 'failed', 'unreachable', 2],
  ] as const)('%s', async (_, answers, delivery, deliveryFailure, tries) => {
    gateway.answers.push(...answers);
    const { link } = await give();
    await send(link.id);
    expect(await outcomeOf(link.id)).toMatchObject({ delivery, deliveryFailure });
    expect(gateway.tries).toBe(tries);
  });

  it('refuses what is no number, and keeps numbers out of the journal', async () => {
    const { link } = await give();
    const refused = room.dispatcher.send('callerLink.send', { linkId: link.id, phone: 'không rõ' });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const [journal]: { facts: string }[] = await room.database.dataSource.query(
      `select string_agg(facts::text, ' ') as facts from journal where kind like 'callerLink.%'`,
    );
    expect(journal!.facts).toContain('linkId');
    expect(journal!.facts).not.toContain('417226');
  });

  it('is seen by everybody in the room, without secret or number', async () => {
    const { link } = await give();
    const told = () => screen.all('board.changed').flatMap(({ records }) => records.callerLinks ?? []);
    const seen = await until(() => told().find(({ id }) => id === link.id), 'the link on the board');
    expect(seen).toEqual(link);
    expect(Object.keys(seen).join()).not.toMatch(/phone|secret/i);
  });
});
