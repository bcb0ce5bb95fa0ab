import type { CommandInput, PaperDesk, Statistics } from '#contracts';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Refused } from '../support/server.js';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('F26 Paper and machine are one system', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const allocate = async (count: number) => (await room.dispatcher.send('paper.allocate', { count })).cards;
  const card = (number: string, more: Partial<CommandInput<'paper.enter'>> = {}): CommandInput<'paper.enter'> => ({
    number,
    writtenBy: 'Lê Thị Hoa',
    witness: 'Trần Văn Nam',
    receivedAt: minutesAgo(50),
    phone: '0908 417 226',
    reason: 'fall',
    place: { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'typed' },
    ...more,
  });
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'accepted',
      (thrown: unknown) => (thrown as Refused).code,
    );
  const free = (n = 0) => room.snapshot.units.filter(({ level }) => level !== 'motorbike')[n]!.id;

  it('gives cards numbers that the machine then passes over', async () => {
    const cards = await allocate(3);
    const incident = await room.open();
    const last = (number: string) => Number(number.slice(-4));
    expect(cards.map(({ number }) => last(number))).toEqual([1, 2, 3].map((n) => last(cards[0]!.number) + n - 1));
    expect(last(incident.number)).toBe(last(cards[2]!.number) + 1);
  });

  it('enters a run that is over with the times of the handwriting, and the statistics count it', async () => {
    const [blank] = await allocate(1);
    const before = await statistics();
    const { incident } = await room.dispatcher.send(
      'paper.enter',
      card(blank!.number, {
        runs: [
          {
            vehicleId: free(),
            times: {
              '03': minutesAgo(49),
              '04': minutesAgo(48),
              '05': minutesAgo(47),
              '06': minutesAgo(40),
              '09': minutesAgo(30),
              '11': minutesAgo(20),
              '12': minutesAgo(15),
              '13': minutesAgo(10),
            },
          },
        ],
        closeReason: 'transported',
      }),
    );
    expect(incident).toMatchObject({ number: blank!.number, state: 'closed', openedBy: 'Lê Thị Hoa' });
    const detail = await room.detail(incident);
    const [mission] = detail.missions;
    expect(mission).toMatchObject({ state: 'completed', outcome: 'transported' });
    expect(mission!.times.every(({ source }) => source === 'paper')).toBe(true);
    expect(Date.parse(mission!.times.find(({ etime }) => etime === '06')!.at)).toBeCloseTo(
      Date.parse(minutesAgo(40)),
      -4,
    );
    expect(detail.timeline.find(({ kind }) => kind === 'paper.entered')?.by).toBe(room.dispatcher.account.name);
    expect((await statistics()).all.response.n).toBe(before.all.response.n + 1);
  });

  it('goes on with a run that is still going on: the vehicle is held from now on', async () => {
    const [blank] = await allocate(1);
    const vehicleId = free(1);
    const runs = [{ vehicleId, times: { '03': minutesAgo(12), '06': minutesAgo(3) } }];
    const { incident } = await room.dispatcher.send(
      'paper.enter',
      card(blank!.number, { receivedAt: minutesAgo(14), runs }),
    );
    expect(incident.state).toBe('attended');
    const closing = card((await allocate(1))[0]!.number, {
      runs: [{ vehicleId: free(3), times: { '03': minutesAgo(12) } }],
    });
    const closed = { ...closing, closeReason: 'transported' as const };
    expect(await refusal(room.dispatcher.send('paper.enter', closed))).toBe('INCIDENT_HAS_ACTIVE_MISSION');
    const order = { incidentId: (await room.open()).id, vehicleId, reason: 'other' as const };
    expect(await refusal(room.dispatcher.send('dispatch.order', order))).toBe('VEHICLE_ALREADY_COMMITTED');

    // Another card says that the same vehicle is busy elsewhere: nothing of that card is kept.
    const [other] = await allocate(1);
    expect(
      await refusal(room.dispatcher.send('paper.enter', card(other!.number, { receivedAt: minutesAgo(14), runs }))),
    ).toBe('VEHICLE_ALREADY_COMMITTED');
    const { cards } = await room.dispatcher.get<PaperDesk>('/api/paper');
    expect(cards.find(({ number }) => number === other!.number)).toMatchObject({ enteredAt: null, incidentId: null });
  });

  it.each([
    ['a step before the call', { runs: [{ vehicleId: '' as never, times: { '03': minutesAgo(55) } }] }],
    [
      'a later step before an earlier one',
      { runs: [{ vehicleId: '' as never, times: { '03': minutesAgo(40), '06': minutesAgo(41) } }] },
    ],
    ['a time in the future', { receivedAt: new Date(Date.now() + 60_000).toISOString() }],
    ['an end before the last time', { closeReason: 'not_found' as const, closedAt: minutesAgo(60) }],
  ])('refuses %s, and keeps the card', async (_, wrong) => {
    const [blank] = await allocate(1);
    const runs = (wrong as { runs?: object[] }).runs?.map((run) => ({ ...run, vehicleId: free(2) }));
    const entry = { ...card(blank!.number), ...wrong, ...(runs ? { runs } : {}) } as CommandInput<'paper.enter'>;
    expect(await refusal(room.dispatcher.send('paper.enter', entry))).toBe('PERIOD_INVALID');
    await room.dispatcher.send('paper.enter', card(blank!.number));
  });

  it('enters a card once, though two people press at the same moment; a voided one never', async () => {
    const [blank, spoilt] = await allocate(2);
    const outcomes = await Promise.all(
      [1, 2].map(() => refusal(room.dispatcher.send('paper.enter', card(blank!.number)))),
    );
    expect(outcomes.sort()).toEqual(['PAPER_CARD_USED', 'accepted']);
    await room.dispatcher.send('paper.void', { number: spoilt!.number, because: 'ướt' });
    expect(await refusal(room.dispatcher.send('paper.enter', card(spoilt!.number)))).toBe('PAPER_CARD_USED');
    expect(await refusal(room.dispatcher.send('paper.enter', card('20200101-0001')))).toBe('PAPER_CARD_UNKNOWN');
  });

  it('measures a drill, and keeps nobody of it', async () => {
    const { drill } = await room.dispatcher.send('paper.beginDrill', {});
    expect(await refusal(room.dispatcher.send('paper.beginDrill', {}))).toBe('DRILL_ALREADY_RUNNING');
    await room.dispatcher.send('paper.showSheet', { drillId: drill.id });
    const entry = card('20200101-0001', { receivedAt: minutesAgo(1) });
    for (let i = 0; i < 2; i++)
      await room.dispatcher.send('paper.enterDrillCard', {
        drillId: drill.id,
        openedAt: new Date().toISOString(),
        entry,
      });
    const { drill: ended } = await room.dispatcher.send('paper.endDrill', { drillId: drill.id });
    expect(ended).toMatchObject({ cards: 2, endedAt: expect.any(String) });
    expect(ended.sheetSeconds).toBeGreaterThanOrEqual(0);
    expect(ended.entrySeconds).toBeGreaterThanOrEqual(0);
    const [{ count }]: [{ count: string }] = await room.database.dataSource.query(
      `select count(*) as count from incident where number = '20200101-0001'`,
    );
    expect(Number(count)).toBe(0);
  });

  const statistics = () =>
    room.dispatcher.get<Statistics>(
      `/api/statistics?from=${encodeURIComponent(minutesAgo(24 * 60))}&to=${encodeURIComponent(minutesAgo(-1))}`,
    );
});
