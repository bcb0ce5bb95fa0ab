import { CALL_REASONS, type Alarm, type AlarmKind, type Incident, type Station, type Unit } from '#contracts';
import { ALARMS, COMMON, MESSAGES, RIDES, formatSpan, useBoard, useTexts, type Texts } from '#web';
import { shortNumber, shortWard } from '../queue/queue.js';

interface Known {
  readonly incidents: Readonly<Record<string, Incident>>;
  readonly units: Readonly<Record<string, Unit>>;
  readonly stations: Readonly<Record<string, Station>>;
}

/** What happened, in one short sentence. */
function titleOf(alarm: Alarm, { incidents, units, stations }: Known, { t, language }: Texts): string {
  const { kind, seconds } = alarm;
  const number = shortNumber(incidents[alarm.incidentId ?? '']?.number ?? '');
  const callSign = units[alarm.vehicleId ?? '']?.callSign ?? '';
  const span = formatSpan(seconds, language);
  switch (kind) {
    case 'crewInDanger':
      return t(MESSAGES.dangerOf, { callSign });
    case 'noVehicle':
      return t(ALARMS.noVehicle, { number, span });
    case 'notAcknowledged':
      return t(ALARMS.notAcknowledged, { callSign, span });
    case 'rideDue':
      return t(RIDES.alarm, { number });
    case 'nobodyLeft':
      return t(ALARMS.nobodyLeft, { number });
    case 'etaOver':
      return t(ALARMS.etaOver, { callSign, number, span });
    case 'gpsSilent':
      return t(ALARMS.gpsSilent, { callSign, span });
    case 'shiftEnding':
      return seconds > 0 ? t(ALARMS.shiftEnding, { callSign, span }) : t(ALARMS.shiftOver, { callSign });
    case 'stationEmpty':
      return t(ALARMS.stationEmpty, { station: stations[alarm.stationId ?? '']?.shortName ?? '' });
    case 'serverLost':
      return t(ALARMS.serverLost, { seconds });
  }
}

/** What it is about: incident, level, reason, ward. */
function factsOf(alarm: Alarm, { incidents }: Known, { t, language }: Texts): string {
  if (alarm.kind === 'serverLost') return t(ALARMS.serverLostDo);
  const incident = incidents[alarm.incidentId ?? ''];
  if (!incident) return alarm.kind === 'crewInDanger' ? formatSpan(alarm.seconds, language) : '';
  return [
    t(ALARMS.incident, { number: shortNumber(incident.number) }),
    t(COMMON.level, { level: incident.priority }),
    t(CALL_REASONS[incident.reason]),
    shortWard(incident.place.ward) ?? incident.place.address,
  ].join(' · ');
}

const SEVERAL = {
  noVehicle: ALARMS.severalNoVehicle,
  notAcknowledged: ALARMS.severalNotAcknowledged,
  nobodyLeft: ALARMS.severalNobodyLeft,
  etaOver: ALARMS.severalEtaOver,
  gpsSilent: ALARMS.severalGpsSilent,
} as const satisfies Partial<Record<AlarmKind, unknown>>;
const isSeveral = (kind: AlarmKind): kind is keyof typeof SEVERAL => kind in SEVERAL;

/** The words for alarms as the board stands now. */
export function useAlarmWords() {
  const texts = useTexts();
  const incidents = useBoard((board) => board.incidents);
  const units = useBoard((board) => board.units);
  const stations = useBoard((board) => board.stations);
  const known = { incidents, units, stations };
  const title = (alarm: Alarm) => titleOf(alarm, known, texts);
  const facts = (alarm: Alarm) => factsOf(alarm, known, texts);
  return {
    title,
    facts,
    /** One line for one alarm, or for all of a kind. */
    line(alarms: readonly Alarm[]): { title: string; facts: string } {
      const [first] = alarms;
      if (!first) return { title: '', facts: '' };
      if (alarms.length === 1 || !isSeveral(first.kind)) return { title: title(first), facts: facts(first) };
      const numbers = alarms.map(({ incidentId }) => shortNumber(incidents[incidentId ?? '']?.number ?? ''));
      return { title: texts.t(SEVERAL[first.kind], { count: alarms.length }), facts: [...new Set(numbers)].join(', ') };
    },
  };
}
