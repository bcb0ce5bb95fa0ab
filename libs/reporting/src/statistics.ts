import {
  INTERVALS,
  type ETime,
  type IntervalKey,
  type Priority,
  type StationId,
  type Statistics,
  type StatisticsQuery,
  type Summary,
} from '#contracts';
import { localDate } from '#journal';
import { calibrationOf } from './calibration.js';
import { summarise } from './percentile.js';
import type { IncidentRecord, Ledger, MissionRecord, OfferRecord } from './ledger.js';

const KEYS = Object.keys(INTERVALS) as IntervalKey[];
const LAST_BIN_MINUTE = 30;

/** One mission with the incident it served; `first` when it was the first to arrive, which is what the patient waited for. */
interface Response {
  readonly mission: MissionRecord;
  readonly incident: IncidentRecord;
  readonly first: boolean;
}

/**
 * Response times of a period (by the time the call came in). An interval is counted when both of its ends are known
 * and in order; what is left out is counted too: a response cancelled before arrival, for one, has no interval. System
 * response is the patient's: first arrival of the incident.
 */
export function computeStatistics(ledger: Ledger, query: StatisticsQuery, now: Date): Statistics {
  const from = Date.parse(query.from);
  const to = Date.parse(query.to);
  const within = (at: number) => at >= from && at < to;
  const incidents = [...ledger.incidents.values()].filter(
    (incident) => within(incident.receivedAt) && (!query.priority || incident.priority === query.priority),
  );
  const counted = new Map(incidents.filter((incident) => !incident.merged).map((incident) => [incident.id, incident]));
  const ofStationAsked = (stationId: StationId) => !query.stationId || stationId === query.stationId;
  const everybody = responsesOf(ledger, counted).filter(({ mission }) => ofStationAsked(mission.stationId));
  // A ride ordered for tomorrow would spoil every figure of those who called in need.
  const accepted = everybody.filter(({ incident }) => incident.dueAt === null);
  const responses = accepted.filter((response) => !cancelledBeforeArrival(response));
  // Offers are counted with the incident they were made for, so that both stand in the same period.
  const asked = new Set(incidents.map(({ id }) => id));
  const offers = [...ledger.offers.values()].filter(
    (offer) => asked.has(offer.incidentId) && ofStationAsked(offer.stationId),
  );
  const stationIds = new Set([...responses.map(({ mission }) => mission.stationId), ...offers.map(stationOf)]);
  const arrived = responses.filter(({ mission }) => mission.times.has('06'));
  const firsts = arrived.filter(({ first }) => first);
  const waits = firsts.map(responseSeconds).filter((seconds) => seconds >= 0);
  return {
    from: query.from,
    to: query.to,
    computedAt: now.toISOString(),
    journalHead: ledger.head,
    calls: ledger.calls.filter(within).length,
    incidents: counted.size,
    patients: [...counted.values()].reduce((sum, incident) => sum + patientsOf(incident), 0),
    missions: arrived.length,
    all: summaries(responses),
    byPriority: ([1, 2, 3, 4] as const).map((priority) => ofPriority(priority, responses)),
    byStation: [...stationIds].map((stationId) => ofStation(stationId, responses, offers)),
    byWard: byWard([...counted.values()], responses),
    byDay: byDay(firsts),
    distribution: distributionOf(waits),
    calibration: calibrationOf(arrived.map(({ mission }) => mission)),
    rides: ridesOf(
      everybody.filter(({ incident }) => incident.dueAt !== null),
      counted.values(),
    ),
    excluded: {
      cancelledBeforeArrival: accepted.filter(cancelledBeforeArrival).length,
      noArrivalTime: responses.filter(({ mission }) => mission.state === 'completed' && !mission.times.has('06'))
        .length,
      negative: responses
        .flatMap((response) => KEYS.map((key) => seconds(key, response)))
        .filter((value) => value !== null && value < 0).length,
      merged: incidents.length - counted.size,
    },
  };
}

const ON_TIME_SECONDS = 600;
/** Rides against the time they were ordered for, by the first vehicle that came. */
function ridesOf(responses: readonly Response[], incidents: Iterable<IncidentRecord>): Statistics['rides'] {
  const late = responses
    .filter(({ mission, first }) => first && mission.times.has('06'))
    .map(({ mission, incident }) => Math.max(0, (mission.times.get('06')! - incident.dueAt!) / 1_000));
  return {
    n: [...incidents].filter(({ dueAt }) => dueAt !== null).length,
    arrived: late.length,
    onTime: late.length === 0 ? null : late.filter((value) => value <= ON_TIME_SECONDS).length / late.length,
    late: summarise(late),
  };
}

/** Who was counted at the scene replaces what the caller guessed. */
const patientsOf = ({ reportedPatients, countedPatients }: IncidentRecord): number =>
  countedPatients || reportedPatients;
const cancelledBeforeArrival = ({ mission }: Response): boolean =>
  mission.state === 'cancelled' && !mission.times.has('06');
const stationOf = ({ stationId }: OfferRecord): StationId => stationId;

function responsesOf(ledger: Ledger, incidents: ReadonlyMap<string, IncidentRecord>): Response[] {
  const accepted = [...ledger.missions.values()].filter(
    (mission) => incidents.has(mission.incidentId) && mission.times.has('04'),
  );
  const firstArrival = new Map<string, MissionRecord>();
  for (const mission of accepted) {
    const at = mission.times.get('06');
    const best = firstArrival.get(mission.incidentId)?.times.get('06');
    if (at !== undefined && (best === undefined || at < best)) firstArrival.set(mission.incidentId, mission);
  }
  return accepted.map((mission) => ({
    mission,
    incident: incidents.get(mission.incidentId)!,
    first: firstArrival.get(mission.incidentId) === mission,
  }));
}

/**
 * Seconds of one interval of one response; null when an end is unknown or the interval is not this mission's to tell.
 */
function seconds(key: IntervalKey, { mission, incident, first }: Response): number | null {
  const { from, to } = INTERVALS[key];
  if (key === 'response' && !first) return null;
  const start = from === '01' ? incident.receivedAt : mission.times.get(from as ETime);
  const end = mission.times.get(to as ETime) ?? (key === 'scene' ? leftEmpty(mission) : undefined);
  return start === undefined || end === undefined ? null : (end - start) / 1_000;
}
/** A crew that carried nobody has no 09: its scene ends when it is back in service, 13. */
const leftEmpty = ({ times }: MissionRecord): number | undefined => (times.has('11') ? undefined : times.get('13'));
const responseSeconds = (response: Response): number => seconds('response', response)!;

function summaries(responses: readonly Response[]): Record<IntervalKey, Summary> {
  const of = (key: IntervalKey) =>
    summarise(
      responses.map((response) => seconds(key, response)).filter((value) => value !== null && value >= 0) as number[],
    );
  return Object.fromEntries(KEYS.map((key) => [key, of(key)])) as Record<IntervalKey, Summary>;
}

/** Share of first arrivals within so many minutes; null without any. */
function shareWithin(minutes: number, responses: readonly Response[]): number | null {
  const waits = responses
    .filter(({ first }) => first)
    .map(responseSeconds)
    .filter((value) => value >= 0);
  return waits.length === 0 ? null : waits.filter((value) => value <= minutes * 60).length / waits.length;
}

function ofPriority(priority: Priority, all: readonly Response[]): Statistics['byPriority'][number] {
  const responses = all.filter(({ incident }) => incident.priority === priority);
  return {
    priority,
    intervals: summaries(responses),
    within8: shareWithin(8, responses),
    within15: shareWithin(15, responses),
  };
}

function ofStation(
  stationId: StationId,
  all: readonly Response[],
  asked: readonly OfferRecord[],
): Statistics['byStation'][number] {
  const responses = all.filter(({ mission }) => mission.stationId === stationId);
  const offers = asked.filter((offer) => offer.stationId === stationId);
  return {
    stationId,
    intervals: summaries(responses),
    within15: shareWithin(15, responses),
    offers: offers.length,
    refused: offers.filter((offer) => offer.state === 'refused').length,
    unanswered: offers.filter((offer) => offer.state === 'unanswered').length,
  };
}

/** Where the patients were, the most incidents first. */
function byWard(incidents: readonly IncidentRecord[], all: readonly Response[]): Statistics['byWard'] {
  const wards = new Set(incidents.map(({ ward }) => ward));
  return [...wards]
    .map((ward) => {
      const own = incidents.filter((incident) => incident.ward === ward);
      const responses = all.filter(({ incident }) => incident.ward === ward);
      const formerUnits = new Set(own.map(({ formerUnit }) => formerUnit).filter((unit) => unit !== null));
      return {
        ward,
        formerUnits: [...formerUnits].sort((a, b) => a.localeCompare(b, 'vi')),
        incidents: own.length,
        intervals: summaries(responses),
        within15: shareWithin(15, responses),
      };
    })
    .sort((a, b) => b.incidents - a.incidents || (a.ward ?? '').localeCompare(b.ward ?? '', 'vi'));
}

function byDay(firsts: readonly Response[]): Statistics['byDay'] {
  const days = new Map<string, number[]>();
  for (const response of firsts) {
    const wait = responseSeconds(response);
    if (wait < 0) continue;
    const day = localDate(new Date(response.incident.receivedAt));
    days.set(day, [...(days.get(day) ?? []), wait]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, waits]) => ({ day, response: summarise(waits) }));
}

function distributionOf(waits: readonly number[]): Statistics['distribution'] {
  const bins = Array.from({ length: LAST_BIN_MINUTE + 1 }, (_, minute) => ({ minute, n: 0 }));
  for (const wait of waits) bins[Math.min(LAST_BIN_MINUTE, Math.floor(wait / 60))]!.n++;
  return bins;
}
