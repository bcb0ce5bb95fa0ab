import { Journal } from '#journal';
import { IncidentsService } from '#incidents';
import { listCallBacks, listRings, RingClock, RingsService } from '#telephony';
import type { ExchangeEvent, RingId } from '#contracts';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { FakeClock } from '../support/fake-clock.js';
import { replayDifferences } from '../support/replay.js';
import { commandOf, outcomes } from '../support/world.js';

const PATIENCE = { silenceSeconds: 600, takeSeconds: 60, recordSeconds: 900 };
const WARDS = { wardAt: () => null, formerUnitAt: () => null };

describeOnServer('one ring and many who want it', () => {
  let database: TestDatabase;
  let clock: FakeClock;
  let rings: RingsService;
  let incidents: IncidentsService;
  const failures: unknown[] = [];
  beforeEach(async () => {
    database = await openTestDatabase(12);
    clock = new FakeClock();
    const journal = new Journal(database.dataSource, clock);
    rings = new RingsService(journal, PATIENCE);
    incidents = new IncidentsService(journal, WARDS, rings);
  });
  afterEach(async () => {
    expect(await replayDifferences(database.dataSource)).toEqual([]);
    await database.close();
  });
  const event = (type: ExchangeEvent['type'], callId: string, from: string, n = 0): ExchangeEvent => ({
    eventId: `${callId}-${type}-${n}`,
    pbx: 'pbx',
    callId,
    type,
    at: clock.now().toISOString(),
    from,
  });
  const taker = (name: string) => ({ accountId: null, name, role: 'call_taker' as const, stationId: null });
  const take = (ringId: RingId, name: string) => {
    const { command, body } = commandOf('ring.take', { ringId }, 'call_taker');
    return rings.take({ ...command, actor: taker(name) }, body);
  };
  const write = (ringId: RingId) => {
    const { command, body } = commandOf('call.take', { ringId });
    return incidents.takeCall(command, body);
  };

  it('one takes it, and the others hear who', async () => {
    const { id } = await rings.hear(event('ringing', 'c', '0908417226'));
    const names = Array.from({ length: 8 }, (_, n) => `Người ${n}`);
    const { done, refused } = await outcomes(names.map((name) => take(id, name)));
    expect([done, refused]).toEqual([1, { RING_TAKEN: 7 }]);
    const [ring] = await listRings(database.dataSource.manager, [id]);
    expect(names).toContain(ring!.takenBy);
    await expect(take(id, 'Người khác')).rejects.toMatchObject({ details: { by: ring!.takenBy } });
    await expect(take(id, ring!.takenBy!)).resolves.toMatchObject({ ring: { id } });
  });

  it('becomes one call, and the second that was written is kept all the same', async () => {
    const { id } = await rings.hear(event('ringing', 'c', '0908417226'));
    const replies = await Promise.all([write(id), write(id), write(id)]);
    expect(new Set(replies.map(({ call }) => call.id)).size).toBe(3);
    const [ring] = await listRings(database.dataSource.manager, [id]);
    expect(replies.map(({ call }) => call.id)).toContain(ring!.callId);
  });

  it('is on the list or in a call, never in neither, when it ends, is saved and runs out at the same moment', async () => {
    for (let round = 0; round < 15; round++) {
      const callId = `c-${round}`;
      const from = `09120000${String(round).padStart(2, '0')}`;
      const { id } = await rings.hear(event('ringing', callId, from));
      clock.pass(700);
      const ends = new RingClock(database.dataSource, rings, PATIENCE, clock, (failure) => failures.push(failure));
      await Promise.all([
        rings.hear(event('abandoned', callId, from)),
        rings.hear(event('ended', callId, from)),
        rings.hear(event('answered', callId, from)),
        ends.run(),
        write(id),
      ]);
      const [ring] = await listRings(database.dataSource.manager, [id]);
      expect(ring!.callId).not.toBeNull();
    }
    // Every call was written down, so nobody is left to be called back, whichever came first.
    expect(await listCallBacks(database.dataSource.manager, 'waiting')).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('of one number, lost many times at once, is one line of the list', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => rings.hear({ ...event('abandoned', `c-${n}`, '0912000111'), at: at(n) })),
    );
    const [callBack, ...others] = await listCallBacks(database.dataSource.manager, 'waiting');
    expect(others).toEqual([]);
    expect(callBack).toMatchObject({ ringCount: 10, firstRangAt: at(9), lastRangAt: at(0) });
  });
  const at = (secondsAgo: number) => new Date(clock.now().getTime() - secondsAgo * 1_000).toISOString();
});
