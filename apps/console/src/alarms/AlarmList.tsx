import { Button, CONSOLE, EmptyState, useTexts } from '#web';
import { focusIncident } from '../focus.js';
import { Layer } from '../layout/Layer.js';
import { closeOverlay } from '../room.js';
import { acknowledge, useAlarms } from './use-alarms.js';
import { alarmFacts, alarmTitle } from './words.js';

/** Every alarm whose condition holds, acknowledged ones too: silence does not mean solved. */
export function AlarmList() {
  const texts = useTexts();
  const { t } = texts;
  const { alarms, acknowledged } = useAlarms();
  return (
    <Layer label={t(CONSOLE.alarms)} onClose={closeOverlay}>
      {alarms.length === 0 ? (
        <EmptyState title={t(CONSOLE.alarmsNone)}>{t(CONSOLE.alarmsNoneHint)}</EmptyState>
      ) : (
        <ul className="alarm-list">
          {alarms.map((alarm) => (
            <li key={alarm.id} data-grade={alarm.grade}>
              <span className="alarm-words">
                <strong className="tn">{alarmTitle(alarm, texts)}</strong>
                <span className="tn">{alarmFacts(alarm, texts)}</span>
              </span>
              {alarm.incidentId ? (
                <Button onClick={() => alarm.incidentId && focusIncident(alarm.incidentId)}>{t(CONSOLE.openIt)}</Button>
              ) : null}
              {acknowledged.has(alarm.id) ? (
                <span className="alarm-done">{t(CONSOLE.acknowledged)}</span>
              ) : (
                <Button onClick={() => acknowledge([alarm])}>{t(CONSOLE.acknowledge)}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Layer>
  );
}
