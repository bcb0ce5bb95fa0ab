import type { Account } from '#contracts';
import { Banner, CONSOLE, Segments, useOpenBoard, useTexts } from '#web';
import { useEffect, type ReactNode } from 'react';
import { Connection } from './Connection.js';
import { AlarmList } from './alarms/AlarmList.js';
import { AlarmStrip } from './alarms/AlarmStrip.js';
import { SoundFailed } from './alarms/SoundFailed.js';
import { useWatchAlarms } from './alarms/use-alarms.js';
import { useAlarmSound, useRingSound } from './alarms/use-sound.js';
import { CrewCall } from './bar/CrewCall.js';
import { Help } from './bar/Help.js';
import { KeyBar } from './bar/KeyBar.js';
import { TopBar } from './bar/TopBar.js';
import { useKeepGaps } from './coverage/use-gaps.js';
import { IncidentDetail } from './detail/IncidentDetail.js';
import { rememberFocus } from './focus.js';
import { IntakeForm } from './intake/IntakeForm.js';
import { useStoredDrafts } from './intake/use-draft.js';
import { useKeepPrealert } from './intake/use-prealert.js';
import { useWatchClosed } from './duplicates/use-likely-same.js';
import { useLoadProtocols } from './protocols/use-protocols.js';
import { useKeys } from './keys/use-keys.js';
import { useLayout } from './layout/use-layout.js';
import { LeftBar } from './links/LeftBar.js';
import { MapPanel } from './map/MapPanel.js';
import { DistressBar } from './messages/DistressBar.js';
import { useOpenOutbox } from './outbox/use-outbox.js';
import { MessagesPanel } from './messages/MessagesPanel.js';
import { AskingStrip } from './messages/Unread.js';
import { Palette } from './palette/Palette.js';
import { IncidentQueue } from './queue/IncidentQueue.js';
import { CallBackList } from './rings/CallBackList.js';
import { RingBanner } from './rings/RingBanner.js';
import { useAutomaticAnswer, useWaitingRings } from './rings/use-rings.js';
import { Recommendations } from './recommendations/Recommendations.js';
import { useKeepRecommended } from './recommendations/use-recommendation.js';
import { showLower, useRoom, type PanelName } from './room.js';
import { SuggestionLine } from './suggestions/SuggestionLine.js';
import { keepPage, useKeepSheet } from './paper/kept-sheet.js';
import { UnitBoard } from './units/UnitBoard.js';
import { useDesk } from './windows/use-desk.js';
import './console.css';

/** A place in the grid that a function key leads to. */
function Place({ panel, children }: { panel: PanelName | 'incident' | 'messages'; children: ReactNode }) {
  return (
    <div className={`place place-${panel}`} data-panel={panel} tabIndex={-1}>
      {children}
    </div>
  );
}

/** Everything that runs as long as somebody is signed in: feed, alarms, sound, recommendations, keys. */
function useConsole(): void {
  useOpenBoard();
  useDesk();
  useWatchAlarms();
  useAlarmSound();
  useRingSound(useWaitingRings()[0]?.id ?? null);
  useAutomaticAnswer();
  useKeepRecommended();
  useLoadProtocols();
  useWatchClosed();
  useStoredDrafts();
  useOpenOutbox();
  useKeepPrealert();
  useKeepGaps();
  useKeys();
  useKeepSheet();
  useEffect(keepPage, []);
}

function Lower({ tabbed }: { tabbed: boolean }) {
  const { t } = useTexts();
  const lower = useRoom((room) => room.lower);
  return (
    <div className="lower">
      {tabbed ? (
        <Segments
          label={t(CONSOLE.views)}
          value={lower}
          onChange={showLower}
          choices={[
            { value: 'recommendations', label: t(CONSOLE.recommendations) },
            { value: 'units', label: t(CONSOLE.units) },
          ]}
        />
      ) : null}
      {!tabbed || lower === 'recommendations' ? (
        <Place panel="recommendations">
          <Recommendations />
        </Place>
      ) : null}
      {!tabbed || lower === 'units' ? (
        <Place panel="units">
          <UnitBoard />
        </Place>
      ) : null}
    </div>
  );
}

function Overlays() {
  const { overlay, calling } = useRoom();
  return (
    <>
      {overlay === 'palette' ? <Palette /> : null}
      {overlay === 'help' ? <Help /> : null}
      {overlay === 'alarms' ? <AlarmList /> : null}
      {calling ? <CrewCall /> : null}
    </>
  );
}

/** The dispatcher's console: hear, record, choose, dispatch, watch, from left to right. */
export function Console({ account }: { account: Account }) {
  const { t } = useTexts();
  useConsole();
  const layout = useLayout();
  const { work, workOpen, preset } = useRoom();
  const workPanel =
    work === 'intake' ? (
      <Place panel="intake">
        <IntakeForm />
      </Place>
    ) : work === 'callBacks' ? (
      <Place panel="callBacks">
        <CallBackList />
      </Place>
    ) : work === 'messages' ? (
      <Place panel="messages">
        <MessagesPanel />
      </Place>
    ) : (
      <Place panel="incident">
        <IncidentDetail />
      </Place>
    );
  return (
    <div className="console" data-layout={layout} data-preset={preset}>
      <TopBar account={account} />
      <div className="strips">
        <AlarmStrip />
        <RingBanner />
        <DistressBar />
        <AskingStrip />
        <LeftBar />
        <Connection />
        <SuggestionLine />
        <SoundFailed />
      </div>
      <main className="panels" onFocus={(event) => rememberFocus(event.target)}>
        {layout === 'narrow' ? (
          <Banner tone="warning">{t(CONSOLE.tooNarrow)}</Banner>
        ) : layout === 'wide' || workOpen ? (
          workPanel
        ) : null}
        <Place panel="incidents">
          <IncidentQueue />
        </Place>
        {layout === 'narrow' ? null : (
          <div className="right-side">
            <Place panel="map">
              <MapPanel />
            </Place>
            <Lower tabbed={layout === 'medium'} />
          </div>
        )}
      </main>
      <KeyBar />
      <Overlays />
    </div>
  );
}
