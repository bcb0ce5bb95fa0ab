import type { ETime, IncidentId, MissionId, Priority, StationId, Statistics, StatisticsQuery } from '#contracts';
import type { Entry } from '#journal';
import { Ledger } from './ledger.js';
import { percentile, summarise } from './percentile.js';
import { computeStatistics } from './statistics.js';

const DAY = '2026-11-20';
const at = (clock: string, day = DAY) => new Date(`${day}T${clock}+07:00`);
const PERIOD = { from: at('00:00:00').toISOString(), to: at('00:00:00', '2026-11-21').toISOString() };

/** A journal written by hand, entry after entry, as the services would. */
class Book {
  readonly ledger = new Ledger();
  private n = 0;
  private offers = 0;

  write(kind: string, facts: Record<string, unknown>, ids: Partial<Entry> = {}, when = at('12:00:00')): this {
    const entry: Entry = {
      n: ++this.n,
      at: when,
      kind,
      callId: null,
      incidentId: null,
      missionId: null,
      vehicleId: null,
      actorId: null,
      actor: 'x',
      actorRole: 'dispatcher',
      commandId: 'x',
      // Through JSON, like everything that comes back from the database.
      facts: JSON.parse(JSON.stringify(facts)) as Record<string, unknown>,
      ...ids,
    };
    this.ledger.take(entry);
    return this;
  }
  incident(id: string, receivedAt: Date, priority: Priority = 2): this {
    return this.write('call.taken', { receivedAt }).write(
      'incident.opened',
      { receivedAt, priority },
      { incidentId: id },
    );
  }
  mission(
    id: string,
    incidentId: string,
    stationId: string,
    times: Partial<Record<ETime, Date>>,
    promised: object = {},
  ): this {
    const ids = { incidentId, missionId: id };
    this.write('mission.notified', { stationId, ...promised }, ids);
    for (const [etime, time] of Object.entries(times)) this.write('mission.timed', { etime, at: time }, ids);
    return this;
  }
  moved(id: string, to: string): this {
    return this.write('mission.moved', { to }, { missionId: id });
  }
  offer(stationId: string, answer: string | null, incidentId: string, when = at('12:00:00')): this {
    const offerId = `offer-${++this.offers}`;
    this.write('offer.made', { offerId, stationId }, { incidentId }, when);
    return answer ? this.write(`offer.${answer}`, { offerId }) : this;
  }
  statistics(more: Partial<StatisticsQuery> = {}): Statistics {
    return computeStatistics(this.ledger, { ...PERIOD, ...more }, at('23:00:00'));
  }
}

/** A response of so many seconds from the call to the arrival, with every time in between. */
const times = (from: Date, responseSeconds: number): Partial<Record<ETime, Date>> => {
  const after = (seconds: number) => new Date(from.getTime() + seconds * 1_000);
  return {
    '03': after(60),
    '04': after(80),
    '05': after(120),
    '06': after(responseSeconds),
    '09': after(responseSeconds + 600),
    '11': after(responseSeconds + 1_200),
    '12': after(responseSeconds + 1_500),
    '13': after(responseSeconds + 1_800),
  };
};
const CALL = at('08:00:00');
const one = (responseSeconds = 600) =>
  new Book().incident('i', CALL).mission('m', 'i', 's', times(CALL, responseSeconds)).moved('m', 'completed');

describe('percentile', () => {
  it.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[1, 2], 0.5, 1],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4, 5], 0.5, 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  ])('of %j at %d is %p, by nearest rank', (sorted, share, expected) => {
    expect(percentile(sorted, share)).toBe(expected);
  });
  it('is not given for fewer than twenty cases, which are counted all the same', () => {
    const values = Array.from({ length: 20 }, (_, i) => (i * 7) % 20);
    expect(summarise(values.slice(0, 19))).toEqual({ n: 19, medianSeconds: null, p90Seconds: null });
    expect(summarise(values)).toEqual({ n: 20, medianSeconds: 9, p90Seconds: 17 });
  });
});

describe('Statistics', () => {
  it('ends the scene of a crew that carried nobody with its being back in service', () => {
    const after = (seconds: number) => new Date(CALL.getTime() + seconds * 1_000);
    const sceneOf = (more: Partial<Record<ETime, Date>>) => {
      const book = new Book();
      const known = { '03': after(60), '04': after(80), '06': after(600), ...more };
      for (let i = 0; i < 20; i++) book.incident(`i${i}`, CALL).mission(`m${i}`, `i${i}`, 's', known);
      return book.statistics().all.scene;
    };
    expect(sceneOf({ '13': after(1_500) })).toEqual({ n: 20, medianSeconds: 900, p90Seconds: 900 });
    expect(sceneOf({ '09': after(1_000), '13': after(1_500) })).toMatchObject({ medianSeconds: 400 });
    // Somebody was carried and the time of leaving is missing: nobody knows when the scene ended.
    expect(sceneOf({ '11': after(1_200), '13': after(1_500) })).toMatchObject({ n: 0 });
  });

  it('measures every interval between the two times that define it', () => {
    const { all } = one(600).statistics();
    expect(Object.fromEntries(Object.entries(all).map(([key, { n }]) => [key, n]))).toEqual({
      response: 1,
      callHandling: 1,
      turnout: 1,
      travel: 1,
      scene: 1,
      transport: 1,
      handover: 1,
      timeOnTask: 1,
    });
    const book = new Book();
    for (let i = 0; i < 20; i++) book.incident(`i${i}`, CALL).mission(`m${i}`, `i${i}`, 's', times(CALL, 300 + 30 * i));
    expect(book.statistics().all).toMatchObject({
      response: { n: 20, medianSeconds: 570, p90Seconds: 810 },
      callHandling: { medianSeconds: 60, p90Seconds: 60 },
      turnout: { medianSeconds: 60 },
      travel: { medianSeconds: 450, p90Seconds: 690 },
      scene: { medianSeconds: 600 },
      transport: { medianSeconds: 600 },
      handover: { medianSeconds: 300 },
      timeOnTask: { medianSeconds: 570 + 1_800 - 60 },
    });
    expect(book.statistics().byPriority[1]).toMatchObject({ priority: 2, within8: 7 / 20, within15: 1 });
    expect(book.statistics().byDay).toEqual([{ day: DAY, response: { n: 20, medianSeconds: 570, p90Seconds: 810 } }]);
    const bins = book.statistics().distribution.filter(({ n }) => n > 0);
    expect(bins.map(({ minute, n }) => [minute, n])).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((m) => [m, 2]));
  });

  it('takes the first arrival as the response of an incident with several vehicles', () => {
    const statistics = one(900).mission('n', 'i', 't', times(CALL, 500)).moved('n', 'completed').statistics();
    expect(statistics).toMatchObject({ incidents: 1, missions: 2 });
    expect(statistics.all.response.n).toBe(1);
    expect(statistics.all.travel.n).toBe(2);
    expect(statistics.distribution.find(({ n }) => n > 0)).toEqual({ minute: 8, n: 1 });
  });

  it('leaves out what was cancelled before arrival, and says how many', () => {
    const { '03': notified, '04': acknowledged, '05': left } = times(CALL, 600);
    const book = one().incident('j', CALL).mission('c', 'j', 's', { '03': notified, '04': acknowledged, '05': left });
    expect(book.statistics().all.turnout.n).toBe(2);
    const { all, missions, excluded } = book.moved('c', 'cancelled').statistics();
    expect(excluded.cancelledBeforeArrival).toBe(1);
    expect([missions, all.callHandling.n, all.turnout.n]).toEqual([1, 1, 1]);
  });

  it('leaves out who was only asked, and counts arrivals without a time', () => {
    const book = one()
      .incident('j', CALL)
      .mission('r', 'j', 's', { '03': at('08:01:00') })
      .moved('r', 'refused');
    book
      .incident('k', CALL)
      .mission('w', 'k', 's', { '03': at('08:01:00'), '04': at('08:02:00'), '13': at('09:00:00') });
    const { all, excluded, missions } = book.moved('w', 'completed').statistics();
    expect([missions, all.response.n, all.callHandling.n]).toEqual([1, 1, 2]);
    expect(excluded.noArrivalTime).toBe(1);
  });

  it('uses the corrected time, and forgets one that was withdrawn', () => {
    const arrival = (book: Book) => book.statistics().distribution.find(({ n }) => n > 0)?.minute ?? null;
    const book = one(600);
    expect(arrival(book)).toBe(10);
    book.write('mission.timed', { etime: '06', at: at('08:07:00') }, { missionId: 'm' });
    expect(arrival(book)).toBe(7);
    book.write('mission.corrected', { to: 'en_route' }, { missionId: 'm' });
    book.write('mission.untimed', { etimes: ['06', '07', '09', '11', '12', '13'] }, { missionId: 'm' });
    expect(arrival(book)).toBeNull();
    expect(book.statistics().missions).toBe(0);
  });

  it('counts an interval whose ends are the wrong way round as such, not as a response', () => {
    const { all, excluded } = one(-30).statistics();
    expect(all.response.n).toBe(0);
    expect(excluded.negative).toBeGreaterThan(0);
  });

  it('counts two merged reports as one incident, and two again when the merge is taken back', () => {
    const book = one(600)
      .incident('j', at('08:02:00'))
      .mission('n', 'j', 't', times(at('08:02:00'), 300));
    book.write('mission.transferred', { missionId: 'n' }, { missionId: 'n', incidentId: 'i' });
    book.write('incident.moved', { to: 'closed', mergedInto: 'i' }, { incidentId: 'j' });
    const merged = book.statistics();
    expect(merged).toMatchObject({ calls: 2, incidents: 1, missions: 2, excluded: { merged: 1 } });
    expect(merged.all.response.n).toBe(1);
    // The patient's clock started with the first call: 08:00 to 08:07.
    expect(merged.distribution.find(({ n }) => n > 0)!.minute).toBe(7);
    book.write('mission.transferred', { missionId: 'n' }, { missionId: 'n', incidentId: 'j' });
    book.write('incident.moved', { to: 'waiting', unmergedFrom: 'i' }, { incidentId: 'j' });
    expect(book.statistics()).toMatchObject({ incidents: 2, excluded: { merged: 0 } });
    expect(book.statistics().all.response.n).toBe(2);
  });

  it('follows the level as it stands, and filters by it', () => {
    const book = one().write('incident.amended', { priority: 1, priorityBefore: 2 }, { incidentId: 'i' });
    expect(book.statistics().byPriority.map(({ intervals }) => intervals.response.n)).toEqual([1, 0, 0, 0]);
    expect(book.statistics({ priority: 1 }).incidents).toBe(1);
    expect(book.statistics({ priority: 2 })).toMatchObject({ incidents: 0, missions: 0 });
  });

  it('lists every station that was asked, also one that never came', () => {
    const book = one().offer('s', 'accepted', 'i').offer('t', 'refused', 'i').offer('t', 'unanswered', 'i');
    // Another day's incident, and its offer with it.
    book.incident('k', at('12:00:00', '2026-11-19')).offer('t', 'refused', 'k', at('12:00:00', '2026-11-19'));
    const rows = (more: Partial<StatisticsQuery> = {}) =>
      book
        .statistics(more)
        .byStation.map(({ stationId, offers, refused, unanswered }) => [stationId, offers, refused, unanswered]);
    expect(rows()).toEqual([
      ['s', 1, 0, 0],
      ['t', 2, 1, 1],
    ]);
    expect(rows({ stationId: 't' as StationId })).toEqual([['t', 2, 1, 1]]);
    expect(rows({ priority: 4 })).toEqual([]);
  });

  it('takes the period by the moment of the call, its end not included, and the day where it happened', () => {
    const [first, last, next] = [at('00:00:00'), at('23:59:59'), at('00:00:00', '2026-11-21')];
    const book = new Book();
    for (const [i, call] of [first, last, next].entries())
      book.incident(`i${i}`, call).mission(`m${i}`, `i${i}`, 's', times(call, 400));
    expect(book.statistics()).toMatchObject({ calls: 2, incidents: 2 });
    expect(book.statistics().byDay.map(({ day, response }) => [day, response.n])).toEqual([[DAY, 2]]);
  });

  it('keeps ids apart: a mission of an unknown incident is nobody’s response', () => {
    const book = one();
    book.ledger.missions.get('m' as MissionId)!.incidentId = 'elsewhere' as IncidentId;
    expect(book.statistics().missions).toBe(0);
  });

  it('stand by ward, with the old names of its places; a corrected place moves its incident', () => {
    const received = at('08:00:00');
    const book = new Book();
    const places: [id: string, ward: string | null, formerUnit: string | null][] = [
      ['a', 'Phường Lái Thiêu', 'Phường Vĩnh Phú, Thành phố Thuận An'],
      ['b', 'Phường Lái Thiêu', 'Phường Lái Thiêu, Thành phố Thuận An'],
      ['c', null, null],
    ];
    for (const [id, ward, formerUnit] of places) {
      const facts = { receivedAt: received, priority: 2, ward, formerUnit };
      book.write('incident.opened', facts, { incidentId: id }).mission(`m-${id}`, id, 'S', times(received, 600));
    }
    const [first, second] = book.statistics().byWard;
    expect(first).toMatchObject({
      ward: 'Phường Lái Thiêu',
      formerUnits: ['Phường Lái Thiêu, Thành phố Thuận An', 'Phường Vĩnh Phú, Thành phố Thuận An'],
      incidents: 2,
      within15: 1,
    });
    expect(second).toMatchObject({ ward: null, formerUnits: [], incidents: 1 });

    book.write('incident.amended', { ward: 'Phường Dĩ An', formerUnit: null }, { incidentId: 'a' });
    book.write('incident.amended', { priority: 1 }, { incidentId: 'b' });
    expect(book.statistics().byWard.map(({ ward, incidents }) => [ward, incidents])).toEqual([
      [null, 1],
      ['Phường Dĩ An', 1],
      ['Phường Lái Thiêu', 1],
    ]);
  });

  it('holds what was promised against what was driven, by what the promise rested on', () => {
    const book = new Book();
    const late = (i: number) => (i % 10 === 0 ? 300 : 30);
    for (let i = 0; i < 40; i++) {
      const driven = { '03': CALL, '04': CALL, '06': new Date(CALL.getTime() + (400 + late(i)) * 1_000) };
      const promised = { etaSeconds: 400, etaP90Seconds: 600, learnedFromDrives: i < 20 ? 0 : 500 };
      book.incident(`i${i}`, CALL).mission(`m${i}`, `i${i}`, 's', driven, promised);
    }
    // Nothing was promised for this one, and that one never arrived.
    book.incident('x', CALL).mission('x', 'x', 's', times(CALL, 600));
    book.incident('y', CALL).mission('y', 'y', 's', { '03': CALL, '04': CALL }, { etaSeconds: 1, etaP90Seconds: 2 });
    const { calibration } = book.statistics();
    expect(calibration.all).toEqual({ n: 40, meanAbsoluteErrorSeconds: 57, biasSeconds: 57, withinP90: 0.9 });
    expect(calibration.learned).toMatchObject({ n: 20, withinP90: 0.9 });
    expect(calibration.usual.n).toBe(20);
  });

  it('judges no promise by a few drives', () => {
    const promised = { etaSeconds: 400, etaP90Seconds: 600, learnedFromDrives: 0 };
    const book = new Book().incident('i', CALL).mission('m', 'i', 's', times(CALL, 600), promised);
    expect(book.statistics().calibration.all).toEqual({
      n: 1,
      meanAbsoluteErrorSeconds: null,
      biasSeconds: null,
      withinP90: null,
    });
  });
});
