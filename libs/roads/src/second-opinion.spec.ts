import type { LngLat } from '#contracts';
import { SecondOpinion } from './second-opinion.js';
import type { TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

const PLACE: LngLat = [106.66, 10.98];
const origin = (n: number): TravelOrigin => ({ at: [106.6 + n / 100, 10.9] });

/** Another source that answers when it is told to. */
class Source implements TravelTimes {
  readonly source = 'google';
  readonly asked: number[] = [];
  private waiting: ((answer: TravelAnswer | Error) => void)[] = [];
  constructor(private readonly now: () => Date) {}
  toPlace(origins: readonly TravelOrigin[]): Promise<TravelAnswer> {
    this.asked.push(origins.length);
    return new Promise((resolve, reject) => {
      this.waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  }
  async answer(...seconds: (number | null)[]): Promise<void> {
    const times = seconds.map((value) => value && { seconds: value, metres: null }).map((time) => time || null);
    this.waiting.shift()!({ source: 'google', computedAt: this.now(), times });
    await new Promise((resolve) => setImmediate(resolve));
  }
  async fail(): Promise<void> {
    this.waiting.shift()!(new Error('OVER_QUERY_LIMIT'));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a second opinion', () => {
  let at: number;
  let source: Source;
  let failures: unknown[];
  let opinion: SecondOpinion;
  beforeEach(() => {
    at = Date.parse('2026-11-21T09:00:00Z');
    failures = [];
    const now = () => new Date(at);
    source = new Source(now);
    opinion = new SecondOpinion(source, now, (failure) => failures.push(failure));
  });
  const pass = (seconds: number) => (at += seconds * 1_000);
  const seconds = (origins: TravelOrigin[]) =>
    opinion.consult(origins, PLACE).opinions.map((one) => one?.seconds ?? null);

  it('is never waited for: the next question finds it, with its age', async () => {
    expect(opinion.consult([origin(1), origin(2)], PLACE)).toEqual({ opinions: [null, null], awaited: true });
    await source.answer(420, null);
    pass(12);
    expect(opinion.consult([origin(1)], PLACE)).toEqual({
      opinions: [{ source: 'google', seconds: 420, askedAt: new Date(at - 12_000) }],
      awaited: false,
    });
  });

  it('is asked for once while it is under way and while it is fresh, for what is missing only', async () => {
    opinion.consult([origin(1)], PLACE);
    opinion.consult([origin(1)], PLACE);
    await source.answer(420);
    pass(59);
    opinion.consult([origin(1), origin(2)], PLACE);
    expect(source.asked).toEqual([1, 1]);
    await source.answer(300);
    expect(seconds([origin(1), origin(2)])).toEqual([420, 300]);
    // Within 100 m it is the same drive.
    const nearby: TravelOrigin = { at: [origin(1).at[0] + 0.0002, origin(1).at[1]] };
    expect(seconds([nearby])).toEqual([420]);
  });

  it('is renewed after a minute, and not shown when it has grown old', async () => {
    opinion.consult([origin(1)], PLACE);
    await source.answer(420);
    pass(61);
    expect(seconds([origin(1)])).toEqual([420]);
    expect(source.asked).toEqual([1, 1]);
    await source.fail();
    expect(seconds([origin(1)])).toEqual([420]);
    pass(240);
    expect(seconds([origin(1)])).toEqual([null]);
  });

  it('leaves a source that failed in peace for a while, and reports it', async () => {
    opinion.consult([origin(1)], PLACE);
    await source.fail();
    expect(failures).toEqual([new Error('OVER_QUERY_LIMIT')]);
    pass(29);
    expect(opinion.consult([origin(1)], PLACE)).toEqual({ opinions: [null], awaited: false });
    expect(source.asked).toEqual([1]);
    pass(1);
    opinion.consult([origin(1)], PLACE);
    expect(source.asked).toEqual([1, 1]);
  });
});
