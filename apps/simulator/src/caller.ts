import { DraftId, type Call, type CallId, type CallOutcome, type Incident, type IncidentId } from '#contracts';
import { drawCall, drawCaller, drawCase, drawSecondCallersWords } from './cases.js';
import { Refused, type Client } from './client.js';
import type { Exchange } from './exchange.js';
import { shownBusyness } from './hourly-profile.js';
import type { Pace } from './pace.js';
import type { Places } from './places.js';
import { Random } from '#chance';
import type { Tally } from './tally.js';
import { uuidv7 } from 'uuidv7';

/** Incidents that a newcomer should find at work soon after the start. */
const FIRST_INCIDENTS = 6;
const SECOND_CALLER_CHANCE = 0.1;
/** Long enough for a visitor to answer first. */
const RINGING_SECONDS = [6, 18] as const;
const PATIENCE_SECONDS = [15, 45] as const;
const CALL_BACK_SECONDS = [300, 900] as const;
/** The telephone of the simulated call taker. */
const EXTENSION = '215';
/** The profile changes by the hour: no wait for the next call is longer. */
const LONGEST_WAIT_SECONDS = 900;

/** The people who call, and the call taker who answers them. */
export class Caller {
  /** Incidents opened here; the simulated dispatcher leaves all others to people. */
  readonly opened = new Set<IncidentId>();
  private answered = 0;

  constructor(
    private readonly client: Client,
    private readonly exchange: Exchange | null,
    private readonly places: Places,
    private readonly pace: Pace,
    private readonly seed: number,
    private readonly tally: Tally,
    private readonly callsPerHour: number,
  ) {}

  /** @param open incidents that an earlier run left open: this run goes on after the last of them */
  async work(open: readonly Pick<Incident, 'number'>[]): Promise<void> {
    this.answered = lastOf(open);
    const random = new Random(this.seed, `calls after ${this.answered}`);
    for (let i = open.length; i < FIRST_INCIDENTS && !this.pace.stopped; i++) {
      void this.answer('incident', i % 2 === 0);
      await this.pace.pause(random.between(1, 5));
    }
    void this.giveUp(random);
    while (!this.pace.stopped) {
      const wait = random.waitSeconds(this.callsPerHour * shownBusyness(new Date()));
      await this.pace.wait(Math.min(wait, LONGEST_WAIT_SECONDS));
      if (!this.pace.stopped && wait <= LONGEST_WAIT_SECONDS) void this.answer(drawCall(random), false);
    }
  }

  private async answer(kind: CallOutcome | 'incident', atDoorstep: boolean): Promise<void> {
    // Calls overlap: each draws from a stream of its own.
    const random = new Random(this.seed, `call ${++this.answered}`);
    try {
      if (kind === 'abandoned' && this.exchange) return await this.giveUp(random);
      const call = await this.takeCall(random);
      if (!call) return;
      if (kind === 'incident') return await this.openIncident(call.id, atDoorstep, random);
      await this.pace.wait(random.between(8, 50));
      await this.client.send('call.end', { callId: call.id, outcome: kind });
    } catch (error) {
      this.tally.fail(error);
    }
  }

  /** It rings a while, then the call taker answers; null when a visitor at a console was faster. */
  private async takeCall(random: Random): Promise<Call | null> {
    const caller = drawCaller(random);
    const ringing = await this.exchange?.ring(caller.phone);
    if (ringing) await this.pace.wait(random.between(...RINGING_SECONDS));
    try {
      if (ringing) await this.client.send('ring.take', { ringId: ringing.ringId });
    } catch (error) {
      if (error instanceof Refused && error.view.code === 'RING_TAKEN') return null;
      throw error;
    }
    await ringing?.answered(EXTENSION);
    const { call } = await this.client.send('call.take', { ...caller, ringId: ringing?.ringId });
    await ringing?.ended();
    this.tally.count('calls');
    return call;
  }

  /** Somebody waits too long and hangs up; after a while the call taker calls back, unless a visitor has. */
  private async giveUp(random: Random): Promise<void> {
    if (!this.exchange) return;
    try {
      const ringing = await this.exchange.ring(drawCaller(random).phone);
      await this.pace.wait(random.between(...PATIENCE_SECONDS));
      const { callBackId } = await ringing.abandoned();
      if (!callBackId) return;
      await this.pace.wait(random.between(...CALL_BACK_SECONDS));
      await this.client.send('callBack.try', { callBackId });
      await this.client.send('callBack.settle', { callBackId, ending: 'reached' });
    } catch (error) {
      this.tally.fail(error);
    }
  }

  private async openIncident(callId: CallId, atDoorstep: boolean, random: Random): Promise<void> {
    const { reason, answers, words, access, patientCount, ageYears } = drawCase(random);
    const place = { ...(await this.places.draw(random, atDoorstep)), access };
    const draftId = DraftId.parse(uuidv7());
    if (place.position) await this.client.send('prealert.raise', { draftId, position: place.position, reason });
    await this.pace.wait(random.between(15, 55));
    const { incident } = await this.client.send('incident.open', {
      callId,
      caseType: reason === 'transfer' || reason === 'homeward' ? reason : 'emergency',
      reason,
      answers,
      place,
      patientCount,
      patients: [{ ageYears, sex: random.pick(['male', 'female'] as const) }],
      note: words,
      draftId,
    });
    this.opened.add(incident.id);
    this.tally.count('incidents');
    if (random.chance(SECOND_CALLER_CHANCE)) await this.callAgain(incident, random);
  }

  /** Somebody else calls about the same thing: one incident, two calls. */
  private async callAgain(incident: Incident, random: Random): Promise<void> {
    await this.pace.wait(random.between(30, 180));
    const call = await this.takeCall(random);
    if (!call) return;
    await this.pace.wait(random.between(10, 40));
    const words = drawSecondCallersWords(random);
    await this.client.send('call.link', { callId: call.id, incidentId: incident.id, words });
  }
}

/** The day's number of the latest incident (`20261121-0147` is 147), zero without one: nobody calls the same way twice. */
const lastOf = (incidents: readonly Pick<Incident, 'number'>[]): number =>
  Math.max(0, ...incidents.map(({ number }) => Number(number.split('-')[1])));
