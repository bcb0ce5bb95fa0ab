import { Button, CONSOLE, useTexts } from '#web';
import { IconAlertTriangle } from '@tabler/icons-react';
import { focusIncident, focusPanel } from '../focus.js';
import { callCrewOf, openOverlay, selectIncident } from '../room.js';
import { headOf } from './alarms.js';
import { acknowledge, unacknowledged, useAlarms } from './use-alarms.js';
import { alarmFacts, alarmTitle, alarmsFacts, alarmsTitle } from './words.js';
import './alarms.css';

/** The first unacknowledged alarm. It pushes the panels down and never covers them. */
export function AlarmStrip() {
  const texts = useTexts();
  const { t } = texts;
  const waiting = unacknowledged(useAlarms());
  const head = headOf(waiting);
  const [alarm] = head;
  if (!alarm) return null;
  const several = head.length > 1;
  const { incidentId, vehicleId } = alarm;
  return (
    <section className={`alarm alarm-${alarm.grade}`} aria-label={t(CONSOLE.alarms)}>
      <span className="alarm-icon">
        <IconAlertTriangle size={18} aria-hidden />
      </span>
      <span className="alarm-words">
        <strong className="tn" role="alert">
          {several ? alarmsTitle(head, texts) : alarmTitle(alarm, texts)}
        </strong>
        <span className="tn">{several ? alarmsFacts(head) : alarmFacts(alarm, texts)}</span>
      </span>
      <span className="alarm-actions">
        {vehicleId && !several ? (
          <Button keyCap="F8" onClick={() => callCrewOf(vehicleId)}>
            {t(CONSOLE.callCrew)}
          </Button>
        ) : null}
        {incidentId && !several ? (
          <Button
            keyCap={alarm.kind === 'noVehicle' ? undefined : 'F4'}
            onClick={() => {
              if (alarm.kind === 'noVehicle') return focusIncident(incidentId);
              selectIncident(incidentId);
              focusPanel('recommendations', true);
            }}
          >
            {alarm.kind === 'noVehicle' ? t(CONSOLE.openIt) : t(CONSOLE.sendAnother)}
          </Button>
        ) : null}
        <Button className="alarm-acknowledge" keyCap="F9" onClick={() => acknowledge(head)}>
          {t(CONSOLE.acknowledge)}
        </Button>
        <button type="button" className="alarm-count tn" onClick={() => openOverlay('alarms')}>
          {head.length} / {waiting.length}
        </button>
      </span>
    </section>
  );
}
