import { IncidentId, MissionId, StationId } from '#contracts';
import type { Entry } from '#journal';
import { uuidv7 } from 'uuidv7';
import { Ledger } from './ledger.js';
import { computeStatistics } from './statistics.js';

const CALL = Date.parse('2026-11-21T02:00:00Z');
const after = (seconds: number) => new Date(CALL + seconds * 1_000).toISOString();
const period = { from: after(-60), to: after(3_600) };

/** A journal in memory: entries in order, about one incident. */
class Story {
  readonly ledger = new Ledger();
  readonly incidentId = IncidentId.parse(uuidv7());
  private n = 0;

  tell(kind: string, facts: Record<string, unknown>, missionId: string | null = null): this {
    const about = { callId: null, incidentId: this.incidentId, missionId, vehicleId: null };
    const by = { actorId: null, actor: '', actorRole: 'system', commandId: uuidv7() };
    this.ledger.take({ n: ++this.n, at: new Date(CALL), kind, facts, ...about, ...by } satisfies Entry);
    return this;
  }
  openIncident(priority: number): this {
    return this.tell('incident.opened', { priority, receivedAt: after(0) });
  }
  ask(stationId: StationId, answer: 'accepted' | 'refused' | 'unanswered', times: Record<string, number> = {}): this {
    const missionId = MissionId.parse(uuidv7());
    const offerId = uuidv7();
    this.tell('mission.notified', { stationId }, missionId);
    this.tell('offer.made', { offerId, stationId }, missionId);
    this.tell(`offer.${answer}`, { offerId }, missionId);
    for (const [etime, seconds] of Object.entries(times))
      this.tell('mission.timed', { etime, at: after(seconds) }, missionId);
    return this;
  }
}

describe('the figures of a station', () => {
  const [never, came] = [StationId.parse(uuidv7()), StationId.parse(uuidv7())];
  const story = new Story()
    .openIncident(2)
    .ask(never, 'refused')
    .ask(never, 'unanswered')
    .ask(came, 'accepted', { '03': 60, '04': 75, '05': 120, '06': 480 });

  it('are there for one that was asked and never came', () => {
    const { byStation, missions } = computeStatistics(story.ledger, period, new Date(CALL));
    expect(missions).toBe(1);
    expect(byStation.find((row) => row.stationId === never)).toMatchObject({ offers: 2, refused: 1, unanswered: 1 });
    expect(byStation.find((row) => row.stationId === came)).toMatchObject({ offers: 1, refused: 0, unanswered: 0 });
  });
  it('are those of the incidents asked for', () => {
    const rows = (query: object) => computeStatistics(story.ledger, { ...period, ...query }, new Date(CALL)).byStation;
    expect(rows({ priority: 1 })).toEqual([]);
    expect(rows({ stationId: never }).map((row) => row.stationId)).toEqual([never]);
    expect(rows({ from: after(600), to: after(700) })).toEqual([]);
  });
});
