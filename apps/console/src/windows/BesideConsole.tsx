import { CONSOLE, DESK_WINDOWS, StaleMark, useOpenBoard, useTexts } from '#web';
import type { ReactNode } from 'react';
import { Connection } from '../Connection.js';
import { AlarmList } from '../alarms/AlarmList.js';
import { AlarmStrip } from '../alarms/AlarmStrip.js';
import { useWatchAlarms } from '../alarms/use-alarms.js';
import { useAlarmSound } from '../alarms/use-sound.js';
import { CrewCall } from '../bar/CrewCall.js';
import { rememberFocus } from '../focus.js';
import { useKeys } from '../keys/use-keys.js';
import { MapPanel } from '../map/MapPanel.js';
import { IncidentQueue } from '../queue/IncidentQueue.js';
import { useKeepRecommended } from '../recommendations/use-recommendation.js';
import { useRoom, type PanelName } from '../room.js';
import { UnitBoard } from '../units/UnitBoard.js';
import { useDesk } from './use-desk.js';
import type { Beside } from './windows.js';
import '../console.css';
import './windows.css';

function Place({ panel, children }: { panel: PanelName; children: ReactNode }) {
  return (
    <div className={`place place-${panel}`} data-panel={panel} tabIndex={-1}>
      {children}
    </div>
  );
}

/** A window on another monitor: map and unit board, or incidents and unit board. The alarm strip stands in every window. */
export function BesideConsole({ beside }: { beside: Exclude<Beside, 'paper'> }) {
  const { t } = useTexts();
  useOpenBoard();
  useDesk();
  useWatchAlarms();
  useAlarmSound();
  useKeepRecommended();
  useKeys();
  const { overlay, calling } = useRoom();
  const title = t(beside === 'map' ? DESK_WINDOWS.mapTitle : DESK_WINDOWS.boardTitle);
  return (
    <div className="console beside" data-window={beside}>
      <title>{title}</title>
      <header className="visually-hidden">
        <h1>{title}</h1>
      </header>
      <div className="strips">
        <AlarmStrip />
        <Connection />
      </div>
      <main className="panels" onFocus={(event) => rememberFocus(event.target)} aria-label={t(CONSOLE.title)}>
        {beside === 'map' ? (
          <Place panel="map">
            <MapPanel />
          </Place>
        ) : (
          <Place panel="incidents">
            <IncidentQueue />
          </Place>
        )}
        <Place panel="units">
          <UnitBoard />
        </Place>
      </main>
      {overlay === 'alarms' ? <AlarmList /> : null}
      {calling ? <CrewCall /> : null}
      <StaleMark />
    </div>
  );
}
