import { ALARMS, Button, CONSOLE, useTexts } from '#web';
import { IconAlertTriangle } from '@tabler/icons-react';
import { focusPanel } from '../focus.js';
import { callCrewOf, openOverlay, selectIncident } from '../room.js';
import { showIncident } from '../windows/show-incident.js';
import { windowKind } from '../windows/windows.js';
import { headOf, inStrip } from './alarms.js';
import { acknowledge, unacknowledged, useAlarms } from './use-alarms.js';
import { useAlarmWords } from './words.js';
import './alarms.css';

/** The first unacknowledged alarm. It pushes the panels down and never covers them. */
export function AlarmStrip() {
  const { t } = useTexts();
  const words = useAlarmWords();
  const waiting = inStrip(unacknowledged(useAlarms()));
  const head = headOf(waiting);
  const [alarm] = head;
  if (!alarm) return null;
  const several = head.length > 1;
  const { title, facts } = words.line(head);
  const { incidentId, vehicleId } = alarm;
  const mayChoose = alarm.kind !== 'noVehicle' && alarm.kind !== 'gpsSilent' && windowKind() === 'console';
  return (
    <section className={`alarm alarm-${alarm.grade}`} aria-label={t(ALARMS.alarms)}>
      <span className="alarm-icon">
        <IconAlertTriangle size={18} aria-hidden />
      </span>
      <span className="alarm-words">
        <strong className="tn" role="alert">
          {title}
        </strong>
        <span className="tn">{facts}</span>
      </span>
      <span className="alarm-actions">
        {vehicleId && !several ? (
          <Button keyCap="F8" onClick={() => callCrewOf(vehicleId)}>
            {t(CONSOLE.callCrew)}
          </Button>
        ) : null}
        {incidentId && !several ? (
          <Button
            keyCap={mayChoose ? 'F4' : undefined}
            onClick={() => {
              if (!mayChoose) return showIncident(incidentId);
              selectIncident(incidentId);
              focusPanel('recommendations', true);
            }}
          >
            {mayChoose ? t(CONSOLE.sendAnother) : t(CONSOLE.openIt)}
          </Button>
        ) : null}
        <Button className="alarm-acknowledge" keyCap="F9" onClick={() => acknowledge(head)}>
          {t(ALARMS.acknowledge)}
        </Button>
        <button type="button" className="alarm-count tn" onClick={() => openOverlay('alarms')}>
          {head.length} / {waiting.length}
        </button>
      </span>
    </section>
  );
}
