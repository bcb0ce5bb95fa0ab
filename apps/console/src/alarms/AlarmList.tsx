import type { Alarm } from '#contracts';
import { ALARMS, Button, CONSOLE, EmptyState, useBoard, useTexts } from '#web';
import { Layer } from '../layout/Layer.js';
import { closeOverlay } from '../room.js';
import { showIncident } from '../windows/show-incident.js';
import { acknowledge, useAlarms } from './use-alarms.js';
import { useAlarmWords } from './words.js';

function Acknowledgement({ alarm }: { alarm: Alarm }) {
  const { t } = useTexts();
  const acknowledged = useAlarms((state) => state.acknowledged.has(alarm.cause));
  const kept = useBoard((board) => board.alarms);
  if (!acknowledged) return <Button onClick={() => acknowledge([alarm])}>{t(ALARMS.acknowledge)}</Button>;
  const name = Object.values(kept).find(({ cause }) => cause === alarm.cause)?.acknowledgedBy;
  return <span className="alarm-done">{name ? t(ALARMS.acknowledgedBy, { name }) : t(ALARMS.acknowledged)}</span>;
}

/** Every alarm whose condition holds, acknowledged ones too: silence does not mean solved. */
export function AlarmList() {
  const { t } = useTexts();
  const words = useAlarmWords();
  const alarms = useAlarms((state) => state.alarms);
  return (
    <Layer label={t(ALARMS.alarms)} onClose={closeOverlay}>
      {alarms.length === 0 ? (
        <EmptyState title={t(ALARMS.none)}>{t(ALARMS.noneHint)}</EmptyState>
      ) : (
        <ul className="alarm-list">
          {alarms.map((alarm) => (
            <li key={alarm.cause} data-grade={alarm.grade}>
              <span className="alarm-words">
                <strong className="tn">{words.title(alarm)}</strong>
                <span className="tn">{words.facts(alarm)}</span>
              </span>
              {alarm.incidentId ? (
                <Button
                  onClick={() => {
                    closeOverlay();
                    if (alarm.incidentId) showIncident(alarm.incidentId);
                  }}
                >
                  {t(CONSOLE.openIt)}
                </Button>
              ) : null}
              <Acknowledgement alarm={alarm} />
            </li>
          ))}
        </ul>
      )}
    </Layer>
  );
}
