import { CALL_REASONS } from '#contracts';
import { COMMON, CONSOLE, MESSAGES, formatSpan, type Texts } from '#web';
import { shortNumber, shortWard } from '../queue/queue.js';
import type { Alarm } from './alarms.js';

/** What happened, in one short sentence. */
export function alarmTitle({ kind, incident, callSign, seconds }: Alarm, { t, language }: Texts): string {
  const number = incident ? shortNumber(incident.number) : '';
  const span = formatSpan(seconds, language);
  switch (kind) {
    case 'crewInDanger':
      return t(MESSAGES.dangerOf, { callSign });
    case 'noVehicle':
      return t(CONSOLE.alarmNoVehicle, { number, span });
    case 'notAcknowledged':
      return t(CONSOLE.alarmNotAcknowledged, { callSign, span });
    case 'nobodyLeft':
      return t(CONSOLE.alarmNobodyLeft, { number });
    case 'serverLost':
      return t(CONSOLE.alarmServerLost, { seconds });
  }
}

/** What it is about: incident, level, reason, ward. */
export function alarmFacts({ kind, incident, seconds }: Alarm, { t, language }: Texts): string {
  if (kind === 'crewInDanger' && !incident) return formatSpan(seconds, language);
  if (!incident) return t(CONSOLE.alarmServerLostDo);
  return [
    t(CONSOLE.alarmIncident, { number: shortNumber(incident.number) }),
    t(COMMON.level, { level: incident.priority }),
    t(CALL_REASONS[incident.reason]),
    shortWard(incident.place.ward) ?? incident.place.address,
  ].join(' · ');
}

/** Many alarms of one kind, in one short sentence. */
export function alarmsTitle(alarms: readonly Alarm[], { t }: Texts): string {
  const count = alarms.length;
  switch (alarms[0]?.kind) {
    case 'noVehicle':
      return t(CONSOLE.alarmsNoVehicle, { count });
    case 'notAcknowledged':
      return t(CONSOLE.alarmsNotAcknowledged, { count });
    default:
      return t(CONSOLE.alarmsNobodyLeft, { count });
  }
}

/** Which incidents they are about. */
export const alarmsFacts = (alarms: readonly Alarm[]): string =>
  alarms.flatMap(({ incident }) => (incident ? [shortNumber(incident.number)] : [])).join(', ');
