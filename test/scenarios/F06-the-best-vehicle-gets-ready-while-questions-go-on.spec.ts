import type { CommandInput, CrewView, Prealert, StationView } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const draft = () => uuidv7() as CommandInput<'prealert.drop'>['draftId'];
const FAR: [number, number] = [106.6, 11.3];

describe('F06 The best vehicle gets ready while the questions go on', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ PREALERT_SECONDS: '4' });
  });
  afterAll(() => room.close());

  const raise = async (draftId: CommandInput<'prealert.drop'>['draftId'], more: object = {}): Promise<Prealert> => {
    const body = { draftId, position: MARKET, reason: 'fall' as const, ...more };
    const { prealert } = await room.dispatcher.send('prealert.raise', body);
    return prealert!;
  };
  const stateOf = async ({ id }: Prealert): Promise<string> => {
    const [row]: { state: string }[] = await room.database.dataSource.query(
      'select state from prealert where id = $1',
      [id],
    );
    return row!.state;
  };
  const entriesOf = ({ id }: Prealert): Promise<{ kind: string; facts: Record<string, unknown> }[]> =>
    room.database.dataSource.query(`select kind, facts from journal where facts->>'prealertId' = $1 order by n`, [id]);

  it('tells crew and station, names no patient, and hears that they get ready', async () => {
    const draftId = draft();
    const prealert = await raise(draftId);
    const crew = await room.crewOf(prealert.vehicleId);
    const tablet = await Screen.open(room, crew);
    const view = await until(
      () => tablet.last('job.changed')?.prealerts.some(({ id }) => id === prealert.id) && tablet.last('job.changed'),
      'the tablet is told',
    );
    expect((view as CrewView).incident).toBeNull();
    const desk = await Screen.open(room, await room.deskOf(prealert));
    const shown = await until(
      () => desk.last('desk.changed')?.prealerts.length && desk.last('desk.changed'),
      'the desk is told',
    );
    expect((shown as StationView).prealerts[0]).toMatchObject({ id: prealert.id, reason: 'fall', state: 'raised' });
    expect(Object.keys(prealert).sort()).toEqual(
      [
        'draftId',
        'expiresAt',
        'id',
        'priority',
        'raisedAt',
        'raisedBy',
        'readiedAt',
        'reason',
        'state',
        'stationId',
        'vehicleId',
        'ward',
      ].sort(),
    );
    await crew.send('prealert.ready', { prealertId: prealert.id });
    expect(await stateOf(prealert)).toBe('readying');
    // Said twice is said once.
    await crew.send('prealert.ready', { prealertId: prealert.id });
    await room.dispatcher.send('prealert.drop', { draftId });
    await until(() => tablet.last('job.changed')?.prealerts.length === 0, 'the band goes by itself');
    tablet.close();
    desk.close();
  });

  it('reserves nothing: another call may have the same vehicle ready, and take it', async () => {
    const [first, second] = [await raise(draft()), await raise(draft())];
    expect(second.vehicleId).toBe(first.vehicleId);
    const incident = await room.open();
    const { mission } = await room.dispatcher.send('dispatch.order', {
      incidentId: incident.id,
      vehicleId: first.vehicleId,
      reason: 'station_agreed',
    });
    expect(mission.vehicleId).toBe(first.vehicleId);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['dropped', 'dropped']);
    const again = await raise(first.draftId);
    expect(again.vehicleId).not.toBe(first.vehicleId);
    await room.dispatcher.send('prealert.drop', { draftId: first.draftId });
  });

  it('becomes the order, and the journal can tell what was gained', async () => {
    const draftId = draft();
    const prealert = await raise(draftId);
    await (await room.crewOf(prealert.vehicleId)).send('prealert.ready', { prealertId: prealert.id });
    const incident = await room.open({ draftId });
    await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    expect(await stateOf(prealert)).toBe('offered');
    const entries = await entriesOf(prealert);
    expect(entries.map(({ kind }) => kind)).toEqual(['prealert.raised', 'prealert.readying', 'prealert.offered']);
    expect(entries.at(-1)?.facts['stoodSeconds']).toBeGreaterThan(0);
    const { timeline } = await room.detail(incident);
    expect(timeline.map(({ kind }) => kind)).toContain('prealert.offered');
  });

  it('is dropped when another vehicle is sent for the incident', async () => {
    const draftId = draft();
    const prealert = await raise(draftId);
    const incident = await room.open({ draftId });
    const { ranked } = await room.recommend(incident);
    const other = ranked.find(({ vehicleId }) => vehicleId !== prealert.vehicleId)!;
    await room.dispatcher.send('dispatch.order', {
      incidentId: incident.id,
      vehicleId: other.vehicleId,
      reason: 'knows_better',
    });
    expect(await stateOf(prealert)).toBe('dropped');
  });

  it('follows the place: the vehicle that would be clearly sooner is told, the other may rest', async () => {
    const draftId = draft();
    const here = await raise(draftId);
    const there = await raise(draftId, { position: FAR });
    expect(there.vehicleId).not.toBe(here.vehicleId);
    expect([await stateOf(here), await stateOf(there)]).toEqual(['moved', 'raised']);
    expect(await raise(draftId, { position: FAR })).toMatchObject({ id: there.id });
  });

  it('says what is new about the call to those who get ready, and nothing when nothing is', async () => {
    const draftId = draft();
    const prealert = await raise(draftId);
    expect(await raise(draftId, { answers: { conscious: 'no' } })).toMatchObject({ id: prealert.id, priority: 1 });
    await raise(draftId, { answers: { conscious: 'no' } });
    expect((await entriesOf(prealert)).map(({ kind }) => kind)).toEqual(['prealert.raised', 'prealert.renewed']);
  });

  it('ends by itself when nobody touches the form any more', async () => {
    const prealert = await raise(draft());
    await until(async () => (await stateOf(prealert)) === 'expired', 'it expires', 8_000);
  });
});
