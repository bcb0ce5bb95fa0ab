import {
  isActiveMission,
  type Distress,
  type Incident,
  type IncidentId,
  type Mission,
  type Priority,
  type Unit,
  type VehicleId,
  type VehicleRequest,
} from '#contracts';

export type AlarmKind = 'crewInDanger' | 'noVehicle' | 'notAcknowledged' | 'nobodyLeft' | 'serverLost';
export interface Alarm {
  /** The same cause keeps its id, so that an acknowledgement holds. */
  id: string;
  kind: AlarmKind;
  grade: 'high' | 'medium';
  /** When the condition became an alarm, in milliseconds of server time. */
  sinceMs: number;
  /** For how long the condition has lasted, in whole seconds. */
  seconds: number;
  incident: Incident | null;
  incidentId: IncidentId | null;
  vehicleId: VehicleId | null;
  callSign: string;
}

/** After how many seconds a state becomes an alarm. */
export const ALARM_SECONDS = { notAcknowledged: 30, serverLost: 15 } as const;
/** For how long an incident of a level may be without a vehicle; the lower levels wait in the list without an alarm. */
const NO_VEHICLE_SECONDS: Partial<Record<Priority, number>> = { 1: 60, 2: 120 };

export interface Situation {
  incidents: Record<string, Incident>;
  missions: Record<string, Mission>;
  requests: Record<string, VehicleRequest>;
  units: Record<string, Unit>;
  distresses: Record<string, Distress>;
  /** Seconds without proof that the board is fresh. */
  unprovedSeconds: number;
  nowMs: number;
}

const since = (at: string, nowMs: number) => Math.floor((nowMs - new Date(at).getTime()) / 1000);
const about = (incident: Incident | null, mission?: Mission, unit?: Unit) => ({
  incident,
  incidentId: incident?.id ?? null,
  vehicleId: mission?.vehicleId ?? null,
  callSign: unit?.callSign ?? '',
});

function notAcknowledged({ missions, incidents, units, nowMs }: Situation): Alarm[] {
  return Object.values(missions).flatMap((mission): Alarm[] => {
    const incident = incidents[mission.incidentId];
    const seconds = since(mission.since, nowMs);
    if (mission.state !== 'notified' || !incident || seconds < ALARM_SECONDS.notAcknowledged) return [];
    return [
      {
        id: `notAcknowledged:${mission.id}`,
        kind: 'notAcknowledged',
        grade: incident.priority === 1 ? 'high' : 'medium',
        sinceMs: nowMs - (seconds - ALARM_SECONDS.notAcknowledged) * 1000,
        seconds,
        ...about(incident, mission, units[mission.vehicleId]),
      },
    ];
  });
}

/** An incident whose vehicle is being asked has its alarm from the order; one cause, one alarm. */
function incidentAlarm(incident: Incident, { missions, requests, nowMs }: Situation): Alarm[] {
  const own = Object.values(missions).filter(({ incidentId }) => incidentId === incident.id);
  if (incident.state === 'closed' || own.some(({ state }) => isActiveMission(state))) return [];
  const exhausted = Object.values(requests).find(
    (request) => request.incidentId === incident.id && request.state === 'exhausted',
  );
  const seconds = since(incident.openedAt, nowMs);
  const grade = incident.priority === 1 ? 'high' : 'medium';
  const facts = { grade, seconds, ...about(incident) } as const;
  if (exhausted)
    return [
      {
        id: `nobodyLeft:${exhausted.id}`,
        kind: 'nobodyLeft',
        sinceMs: new Date(exhausted.openedAt).getTime(),
        ...facts,
      },
    ];
  const allowed = NO_VEHICLE_SECONDS[incident.priority];
  // Without a place nobody can be sent: that incident needs a person most of all.
  const unattended = incident.state === 'waiting' || incident.state === 'taken';
  if (allowed === undefined || !unattended || seconds < allowed) return [];
  const sinceMs = nowMs - (seconds - allowed) * 1000;
  return [{ id: `noVehicle:${incident.id}`, kind: 'noVehicle', sinceMs, ...facts }];
}

function crewInDanger({ distresses, incidents, units, nowMs }: Situation): Alarm[] {
  return Object.values(distresses)
    .filter(({ state }) => state === 'open')
    .map(({ id, vehicleId, incidentId, raisedAt }) => ({
      id: `crewInDanger:${id}`,
      kind: 'crewInDanger',
      grade: 'high',
      sinceMs: new Date(raisedAt).getTime(),
      seconds: since(raisedAt, nowMs),
      ...about(incidents[incidentId ?? ''] ?? null),
      vehicleId,
      callSign: units[vehicleId]?.callSign ?? '',
    }));
}

function serverLost({ unprovedSeconds, nowMs }: Situation): Alarm[] {
  if (unprovedSeconds < ALARM_SECONDS.serverLost) return [];
  const sinceMs = nowMs - (unprovedSeconds - ALARM_SECONDS.serverLost) * 1000;
  return [{ id: 'serverLost', kind: 'serverLost', grade: 'high', sinceMs, seconds: unprovedSeconds, ...about(null) }];
}

/** People of ours in danger come first, then high before medium. */
const urgency = ({ kind, grade }: Alarm) => (kind === 'crewInDanger' ? 0 : grade === 'high' ? 1 : 2);

/** What somebody must act on now, oldest first within its urgency. */
export function alarmsOf(situation: Situation): Alarm[] {
  return [
    ...crewInDanger(situation),
    ...serverLost(situation),
    ...notAcknowledged(situation),
    ...Object.values(situation.incidents).flatMap((incident) => incidentAlarm(incident, situation)),
  ].sort((a, b) => urgency(a) - urgency(b) || a.sinceMs - b.sinceMs);
}

const COLLAPSE_ABOVE = 3;

/** What the strip shows in one line: the first alarm, or all of its kind and grade when they are more than three. */
export function headOf(alarms: readonly Alarm[]): Alarm[] {
  const [first] = alarms;
  if (!first) return [];
  const alike = alarms.filter(({ kind, grade }) => kind === first.kind && grade === first.grade);
  return alike.length > COLLAPSE_ABOVE ? alike : [first];
}
