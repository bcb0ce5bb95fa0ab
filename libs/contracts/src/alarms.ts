import { z } from 'zod';
import type { Position, Station, Unit } from './fleet.js';
import { AlarmId, IncidentId, StationId, VehicleId } from './ids.js';
import { isDueRide, type Incident, type Mission, type VehicleRequest } from './incidents.js';
import { isActiveMission } from './lifecycles.js';
import type { Distress } from './messages.js';
import { Instant, keysOf, type Wording } from './values.js';

/** What somebody must act on now; everything else is a banner or a line in a log (ISA-18.2). */
export const ALARM_KINDS = {
  crewInDanger: { vi: 'Kíp gặp nguy', en: 'Crew in danger' },
  serverLost: { vi: 'Mất máy chủ', en: 'Server lost' },
  noVehicle: { vi: 'Chưa có xe', en: 'No vehicle' },
  nobodyLeft: { vi: 'Hết xe để hỏi', en: 'Nobody left to ask' },
  rideDue: { vi: 'Đến giờ hẹn, chưa có xe', en: 'Ride due, no vehicle' },
  notAcknowledged: { vi: 'Chưa nhận lệnh', en: 'Order not acknowledged' },
  etaOver: { vi: 'Sẽ trễ mục tiêu', en: 'Will miss the target' },
  gpsSilent: { vi: 'Mất tín hiệu GPS', en: 'GPS silent' },
  shiftEnding: { vi: 'Kíp sắp hết ca', en: 'Shift ends soon' },
  stationEmpty: { vi: 'Trạm không còn xe', en: 'Station without a vehicle' },
} as const satisfies Record<string, Wording>;
export const AlarmKind = keysOf(ALARM_KINDS);
export type AlarmKind = z.infer<typeof AlarmKind>;

/** High and medium stand in the strip and sound until acknowledged; low marks its row and sounds once, softly. */
export const ALARM_GRADES = {
  high: { vi: 'Cao', en: 'High' },
  medium: { vi: 'Vừa', en: 'Medium' },
  low: { vi: 'Thấp', en: 'Low' },
} as const satisfies Record<string, Wording>;
export const AlarmGrade = keysOf(ALARM_GRADES);
export type AlarmGrade = z.infer<typeof AlarmGrade>;

const seconds = (usual: number) => z.number().min(1).default(usual);

/** When a state becomes an alarm: the centre's own figures, in seconds (docs/examples/alarm-rules.json). */
export const AlarmRules = z.strictObject({
  /** How long an incident of a level may be without a vehicle; level 3 is a low alarm, level 4 none. */
  noVehicle: z.strictObject({ 1: seconds(60), 2: seconds(120), 3: seconds(600) }).prefault({}),
  notAcknowledged: seconds(30),
  /** By how much a vehicle on its way must now be later than the target, when it was promised within it. */
  etaOver: z.number().min(0).default(0),
  gpsSilent: seconds(60),
  /** How long before the end of a crew's shift. */
  shiftEnding: seconds(1_200),
  /** For how long a station must have been without a vehicle: one that comes back at once is no news. */
  stationEmpty: seconds(60),
  serverLost: seconds(15),
});
export type AlarmRules = z.infer<typeof AlarmRules>;

/** An alarm as the server keeps it: raised, perhaps acknowledged, ended when its condition ends. */
export const AlarmRecord = z.object({
  id: AlarmId,
  /** The same cause keeps this name while its condition holds: kind and what it is about. */
  cause: z.string(),
  kind: AlarmKind,
  grade: AlarmGrade,
  incidentId: IncidentId.nullable(),
  vehicleId: VehicleId.nullable(),
  stationId: StationId.nullable(),
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  endedAt: Instant.nullable(),
});
export type AlarmRecord = z.infer<typeof AlarmRecord>;

/** A condition that holds now and is an alarm by the rules. */
export interface Alarm {
  readonly cause: string;
  readonly kind: AlarmKind;
  readonly grade: AlarmGrade;
  /** When the condition became an alarm, in milliseconds of server time. */
  readonly sinceMs: number;
  /** For how long the condition itself has lasted, in whole seconds; for an end ahead, how far away it is. */
  readonly seconds: number;
  readonly incidentId: IncidentId | null;
  readonly vehicleId: VehicleId | null;
  readonly stationId: StationId | null;
}

type Table<T> = Readonly<Record<string, T>>;

/** What the alarms are judged by; server and screen hold the same records, so both come to the same alarms. */
export interface Situation {
  readonly incidents: Table<Incident>;
  readonly missions: Table<Mission>;
  readonly requests: Table<VehicleRequest>;
  readonly units: Table<Unit>;
  readonly distresses: Table<Distress>;
  readonly stations: Table<Station>;
  readonly positions: Table<Position>;
  /** When vehicles on their way are now expected, by mission, in milliseconds. */
  readonly expectedMs: Table<number>;
  readonly targetSeconds: Readonly<Record<Incident['priority'], number>>;
  readonly rules: AlarmRules;
  /** For how many seconds a screen has had no proof that its board is fresh; the server itself has none to miss. */
  readonly unprovedSeconds: number;
  readonly nowMs: number;
}

const NOTHING = { incidentId: null, vehicleId: null, stationId: null } as const;

/** A condition since `atMs` is an alarm once it has lasted for `allowed` seconds. */
function lasting(
  alarm: Pick<Alarm, 'cause' | 'kind' | 'grade'> & Partial<Alarm>,
  atMs: number,
  allowed: number,
  nowMs: number,
): Alarm[] {
  const lastedMs = nowMs - atMs;
  if (lastedMs < allowed * 1_000) return [];
  return [{ ...NOTHING, ...alarm, sinceMs: atMs + allowed * 1_000, seconds: Math.floor(lastedMs / 1_000) }];
}

const ms = (at: string) => new Date(at).getTime();

function crewInDanger({ distresses, nowMs }: Situation): Alarm[] {
  return Object.values(distresses).flatMap(({ id, vehicleId, incidentId, raisedAt, state }) => {
    if (state !== 'open') return [];
    const alarm = { cause: `crewInDanger:${id}`, kind: 'crewInDanger', grade: 'high', vehicleId, incidentId } as const;
    return lasting(alarm, ms(raisedAt), 0, nowMs);
  });
}

function serverLost({ unprovedSeconds, rules, nowMs }: Situation): Alarm[] {
  const alarm = { cause: 'serverLost', kind: 'serverLost', grade: 'high' } as const;
  return lasting(alarm, nowMs - unprovedSeconds * 1_000, rules.serverLost, nowMs);
}

function missionAlarms(mission: Mission, situation: Situation): Alarm[] {
  const { incidents, nowMs, rules } = situation;
  const incident = incidents[mission.incidentId];
  if (!incident || !isActiveMission(mission.state)) return [];
  const about = { incidentId: incident.id, vehicleId: mission.vehicleId };
  if (mission.state === 'notified') {
    const grade = incident.priority === 1 ? 'high' : 'medium';
    const alarm = { cause: `notAcknowledged:${mission.id}`, kind: 'notAcknowledged', grade, ...about } as const;
    return lasting(alarm, ms(mission.since), rules.notAcknowledged, nowMs);
  }
  return [...etaOver(mission, incident, situation), ...gpsSilent(mission, situation)];
}

/** Promised within the target and now expected beyond it: another vehicle may still be in time. */
function etaOver(mission: Mission, incident: Incident, situation: Situation): Alarm[] {
  const { expectedMs, targetSeconds, rules, nowMs } = situation;
  const expected = expectedMs[mission.id];
  const notifiedAt = mission.times.find(({ etime }) => etime === '03')?.at;
  const onTheWay = mission.state === 'acknowledged' || mission.state === 'en_route';
  if (!onTheWay || expected === undefined || !notifiedAt || mission.etaSeconds === null) return [];
  // A ride is late by its time, not by the call that ordered it.
  const targetMs = incident.dueAt
    ? ms(incident.dueAt)
    : ms(incident.receivedAt) + targetSeconds[incident.priority] * 1_000;
  const dueMs = targetMs + rules.etaOver * 1_000;
  const promisedMs = ms(notifiedAt) + mission.etaSeconds * 1_000;
  if (promisedMs > dueMs || expected <= dueMs) return [];
  return [
    {
      cause: `etaOver:${mission.id}`,
      kind: 'etaOver',
      grade: 'medium',
      sinceMs: nowMs,
      seconds: Math.ceil((expected - dueMs) / 1_000),
      incidentId: incident.id,
      vehicleId: mission.vehicleId,
      stationId: null,
    },
  ];
}

function gpsSilent(mission: Mission, { positions, rules, nowMs }: Situation): Alarm[] {
  const heardAt = positions[mission.vehicleId]?.receivedAt ?? mission.since;
  const { incidentId, vehicleId } = mission;
  const alarm = {
    cause: `gpsSilent:${mission.id}`,
    kind: 'gpsSilent',
    grade: 'medium',
    incidentId,
    vehicleId,
  } as const;
  return lasting(alarm, ms(heardAt), rules.gpsSilent, nowMs);
}

/** An incident whose vehicle is being asked has its alarm from the order: one cause, one alarm. */
function incidentAlarm(incident: Incident, situation: Situation, helped: ReadonlySet<string>): Alarm[] {
  const { requests, rules, nowMs } = situation;
  if (incident.state === 'closed' || helped.has(incident.id)) return [];
  const grade = incident.priority === 1 ? 'high' : incident.priority === 2 ? 'medium' : 'low';
  const exhausted = Object.values(requests).find(
    ({ incidentId, state }) => incidentId === incident.id && state === 'exhausted',
  );
  if (exhausted) {
    const known = { cause: `nobodyLeft:${exhausted.id}`, kind: 'nobodyLeft', incidentId: incident.id } as const;
    return lasting({ ...known, grade: grade === 'low' ? 'medium' : grade }, ms(exhausted.openedAt), 0, nowMs);
  }
  if (isDueRide(incident))
    return lasting(
      { cause: `rideDue:${incident.id}`, kind: 'rideDue', grade: 'medium', incidentId: incident.id },
      ms(incident.startAt ?? incident.openedAt),
      0,
      nowMs,
    );
  // Without a place nobody can be sent: that incident needs a person most of all.
  const unattended = incident.state === 'waiting' || incident.state === 'taken';
  if (!unattended || incident.priority === 4) return [];
  const alarm = { cause: `noVehicle:${incident.id}`, kind: 'noVehicle', grade, incidentId: incident.id } as const;
  return lasting(alarm, ms(incident.openedAt), rules.noVehicle[incident.priority], nowMs);
}

function shiftEnding(unit: Unit, { rules, nowMs }: Situation): Alarm[] {
  if (!unit.shift || unit.status === 'out_of_service') return [];
  const leftMs = ms(unit.shift.endsAt) - nowMs;
  if (leftMs > rules.shiftEnding * 1_000) return [];
  return [
    {
      cause: `shiftEnding:${unit.shift.id}`,
      kind: 'shiftEnding',
      grade: 'low',
      sinceMs: ms(unit.shift.endsAt) - rules.shiftEnding * 1_000,
      seconds: Math.max(0, Math.ceil(leftMs / 1_000)),
      incidentId: null,
      vehicleId: unit.id,
      stationId: null,
    },
  ];
}

/** Of a station that has vehicles, none could be sent. */
function emptyStations({ units, stations, rules, nowMs }: Situation): Alarm[] {
  const lastLeftMs = new Map<string, number>();
  const covered = new Set<string>();
  for (const { stationId, status, statusSince } of Object.values(units)) {
    if (status === 'available' || status === 'returning') covered.add(stationId);
    lastLeftMs.set(stationId, Math.max(lastLeftMs.get(stationId) ?? 0, ms(statusSince)));
  }
  return [...lastLeftMs].flatMap(([id, leftMs]) => {
    const station = stations[id];
    if (!station || covered.has(id)) return [];
    const alarm = { cause: `stationEmpty:${id}`, kind: 'stationEmpty', grade: 'low', stationId: station.id } as const;
    return lasting(alarm, leftMs, rules.stationEmpty, nowMs);
  });
}

const ORDER: readonly AlarmGrade[] = ['high', 'medium', 'low'];
/** People of ours in danger come before everything else. */
const urgency = ({ kind, grade }: Alarm) => (kind === 'crewInDanger' ? -1 : ORDER.indexOf(grade));

/** What somebody must act on now: high before medium before low, oldest first. */
export function alarmsOf(situation: Situation): Alarm[] {
  const { missions, incidents, units } = situation;
  const helped = new Set(
    Object.values(missions).flatMap(({ state, incidentId }) => (isActiveMission(state) ? [incidentId] : [])),
  );
  return [
    ...crewInDanger(situation),
    ...serverLost(situation),
    ...Object.values(missions).flatMap((mission) => missionAlarms(mission, situation)),
    ...Object.values(incidents).flatMap((incident) => incidentAlarm(incident, situation, helped)),
    ...Object.values(units).flatMap((unit) => shiftEnding(unit, situation)),
    ...emptyStations(situation),
  ].sort((a, b) => urgency(a) - urgency(b) || a.sinceMs - b.sinceMs);
}

/** Alarms a dispatcher can bear: a target, and the rate above which the rules are to be reviewed (EEMUA 191). */
export const ALARM_RATE = { targetPerHour: 6, reviewPerHour: 12, flood: { alarms: 10, minutes: 10 } } as const;

/** One hour of alarms: how many were raised, and how many dispatchers there were to bear them. */
export const AlarmHour = z.object({
  from: Instant,
  raised: z.record(AlarmGrade, z.number().int()),
  dispatcherHours: z.number(),
  /** Raised per dispatcher and hour; null when nobody sat at a console. */
  perDispatcherHour: z.number().nullable(),
  /** More than ten within ten minutes. */
  flood: z.boolean(),
});
export type AlarmHour = z.infer<typeof AlarmHour>;
