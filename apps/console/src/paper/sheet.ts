import { isActiveMission, type Priority, type ReasonKey, type UnitStatus } from '#contracts';
import type { Board } from '#web';

/** The board as somebody needs it on paper: only what can be acted on with a telephone and a pen. */
export interface Sheet {
  savedAt: string;
  incidents: {
    number: string;
    priority: Priority;
    reason: ReasonKey;
    place: string;
    phone: string;
    caller: string;
    receivedAt: string;
    units: { callSign: string; status: UnitStatus }[];
  }[];
  units: {
    callSign: string;
    level: string;
    status: UnitStatus;
    job: string | null;
    station: string;
    phone: string;
    crew: string;
    shiftEndsAt: string | null;
  }[];
  calls: { number: string; phone: string; receivedAt: string }[];
  hospitals: string[];
  obstructions: { kind: string; streets: string; until: string }[];
}

type Shown = Pick<Board, 'incidents' | 'missions' | 'units' | 'stations' | 'calls' | 'hospitals' | 'obstructions'>;

const DUTY_MARKS = { doctor: 'BS', nurse: 'ĐD', driver: 'LX' } as const;

/** Open incidents by level and time, vehicles by call sign. */
export function sheetOf(board: Shown, savedAt: string): Sheet {
  const { incidents, missions, units, stations, calls, hospitals, obstructions } = board;
  const active = Object.values(missions).filter(({ state }) => isActiveMission(state));
  const open = Object.values(incidents).filter(({ state }) => state !== 'closed');
  return {
    savedAt,
    incidents: open
      .sort((a, b) => a.priority - b.priority || a.receivedAt.localeCompare(b.receivedAt))
      .map((incident) => ({
        number: incident.number,
        priority: incident.priority,
        reason: incident.reason,
        place: [incident.place.address, incident.place.ward, incident.place.access].filter(Boolean).join(' · '),
        phone: incident.callerPhone ?? '',
        caller: incident.callerName,
        receivedAt: incident.receivedAt,
        units: active.flatMap(({ incidentId, vehicleId }) => {
          const unit = incidentId === incident.id ? units[vehicleId] : undefined;
          return unit ? [{ callSign: unit.callSign, status: unit.status }] : [];
        }),
      })),
    units: Object.values(units)
      .sort((a, b) => a.callSign.localeCompare(b.callSign))
      .map((unit) => ({
        callSign: unit.callSign,
        level: unit.level,
        status: unit.status,
        job: unit.incidentId ? (incidents[unit.incidentId]?.number ?? null) : null,
        station: stations[unit.stationId]?.shortName ?? '',
        phone: stations[unit.stationId]?.phone ?? '',
        crew: unit.shift?.crew.map(({ name, duty }) => `${DUTY_MARKS[duty]} ${name}`).join(', ') ?? '',
        shiftEndsAt: unit.shift?.endsAt ?? null,
      })),
    calls: Object.values(calls)
      .filter(({ state }) => state === 'open')
      .map(({ number, phone, phoneRaw, receivedAt }) => ({ number, phone: phone ?? phoneRaw, receivedAt })),
    hospitals: Object.values(hospitals).map(({ name }) => name),
    obstructions: Object.values(obstructions)
      .filter(({ state }) => state === 'open')
      .map(({ kind, streets, until }) => ({ kind, streets: streets.join(', '), until })),
  };
}
