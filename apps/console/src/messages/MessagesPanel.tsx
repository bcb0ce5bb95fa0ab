import type { Message } from '#contracts';
import {
  Banner,
  Button,
  CONSOLE,
  EmptyState,
  MESSAGES,
  Panel,
  UnitStatusMark,
  conversationOf,
  send,
  useBoard,
  useTexts,
} from '#web';
import { useEffect, useMemo } from 'react';
import { focusIncident, focusPanel } from '../focus.js';
import { CloseWork } from '../layout/CloseWork.js';
import { shortNumber } from '../queue/queue.js';
import { useRoom } from '../room.js';
import { MessageForm } from './MessageForm.js';
import { MessageList } from './MessageList.js';
import './messages.css';

/** Tells the crews that their messages are on a screen that somebody can see. */
function useReceipts(messages: readonly Message[]): void {
  const unseen = messages.filter(({ from, state }) => from === 'crew' && state === 'sent');
  const ids = unseen.map(({ id }) => id).join();
  useEffect(() => {
    const [first] = unseen;
    if (!first) return;
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      const { vehicleId } = first;
      send('message.receive', { vehicleId, messageIds: unseen.map(({ id }) => id) }).catch((thrown: unknown) =>
        console.info('the receipt waits for the next look', String(thrown)),
      );
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
    // The ids say everything about what is unseen.
  }, [ids]);
}

/** The words between the room and one crew. */
export function MessagesPanel() {
  const { t } = useTexts();
  const { vehicleId, incidentId } = useRoom();
  const unit = useBoard((board) => board.units[vehicleId ?? '']);
  const incident = useBoard((board) => board.incidents[incidentId ?? '']);
  const all = useBoard((board) => board.messages);
  const messages = useMemo(() => conversationOf(all, vehicleId ?? ''), [all, vehicleId]);
  useReceipts(messages);
  return (
    <Panel
      id="messages"
      title={unit ? t(MESSAGES.with, { callSign: unit.callSign }) : t(MESSAGES.messages)}
      keyCap="Alt N"
      controls={
        <>
          {unit ? <UnitStatusMark status={unit.status} /> : null}
          <span className="grow" />
          {incident ? (
            <Button className="small" onClick={() => focusIncident(incident.id)}>
              {shortNumber(incident.number)}
            </Button>
          ) : null}
          <Button keyCap="F2" className="small" onClick={() => focusPanel('intake')}>
            {t(CONSOLE.keyIntake)}
          </Button>
          <CloseWork />
        </>
      }
    >
      {unit ? (
        <div className="messages">
          {unit.shift ? null : <Banner tone="warning">{t(MESSAGES.noCrew)}</Banner>}
          {messages.length > 0 ? (
            <MessageList messages={messages} />
          ) : (
            <EmptyState title={t(MESSAGES.none)}>{t(MESSAGES.noneHint)}</EmptyState>
          )}
          <MessageForm key={unit.id} vehicleId={unit.id} />
        </div>
      ) : (
        <EmptyState title={t(MESSAGES.noUnit)}>{t(MESSAGES.noUnitHint)}</EmptyState>
      )}
    </Panel>
  );
}
