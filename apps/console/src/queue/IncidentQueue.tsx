import type { IncidentId } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CONSOLE,
  EmptyState,
  Panel,
  Segments,
  Skeleton,
  StaleMark,
  useBoard,
  useTexts,
  type Texts,
} from '#web';
import { IconInbox } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { placeAfter } from '../layout/roving.js';
import { selectIncident, useRoom } from '../room.js';
import { ClosedRow, OpenRow } from './IncidentRow.js';
import { QUEUE_GROUPS, type QueueGroup, type QueueRow } from './queue.js';
import { useClosed, useIsMine, useQueue, type QueueView } from './use-queue.js';
import { showIncident } from '../windows/show-incident.js';
import './queue.css';

const GROUP_WORDS = {
  waiting: CONSOLE.groupWaiting,
  attended: CONSOLE.groupAttended,
  scheduled: CONSOLE.groupScheduled,
};

function Group({ group, rows, children }: { group: QueueGroup; rows: readonly QueueRow[]; children: React.ReactNode }) {
  const { t } = useTexts();
  if (rows.length === 0) return null;
  return (
    <div role="group" aria-label={t(GROUP_WORDS[group])}>
      <div className="queue-group" aria-hidden>
        <b>{t(GROUP_WORDS[group])}</b>
        <span className="tn">{rows.length}</span>
        {group === 'waiting' ? <i>{t(CONSOLE.groupWaitingOrder)}</i> : null}
      </div>
      {children}
    </div>
  );
}

const emptyOf = (view: QueueView, { t }: Texts) => {
  if (view === 'closed') return <EmptyState title={t(CONSOLE.queueClosedEmpty)} />;
  if (view === 'mine') return <EmptyState title={t(CONSOLE.queueMineEmpty)} />;
  return (
    <EmptyState icon={<IconInbox size={22} aria-hidden />} title={t(CONSOLE.queueEmpty)}>
      {t(CONSOLE.queueEmptyHint)}
    </EmptyState>
  );
};

/** Moves the choice with the focus; Enter opens. */
function onListKey(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-incident]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (event.code === 'Enter' || event.code === 'NumpadEnter') {
    const id = rows[at]?.dataset['incident'];
    if (id) showIncident(id as IncidentId);
    return;
  }
  const next = placeAfter(event.code, at, rows.length);
  if (next === null) return;
  event.preventDefault();
  const row = rows[next];
  row?.focus();
  if (row?.dataset['incident']) selectIncident(row.dataset['incident'] as IncidentId);
}

/** The incidents of the room: waiting, attended, scheduled; and the last closed ones. */
export function IncidentQueue() {
  const texts = useTexts();
  const { t, say } = texts;
  const [view, setView] = useState<QueueView>('open');
  const loaded = useBoard((board) => board.cursor !== null);
  const selectedId = useRoom((room) => room.incidentId);
  const isMine = useIsMine();
  const all = useQueue();
  const mine = all.filter(({ incident }) => isMine(incident));
  const { closed, failure, retry } = useClosed(view === 'closed');

  const rows = view === 'mine' ? mine : all;
  const ids = view === 'closed' ? (closed ?? []).map(({ id }) => id) : rows.map(({ incident }) => incident.id);
  const entryId = ids.find((id) => id === selectedId) ?? ids[0];
  const waiting = view === 'closed' ? closed === null && !failure : !loaded;
  const rowProps = (id: IncidentId) => ({
    selected: id === selectedId,
    entry: id === entryId,
    onSelect: () => selectIncident(id),
    onOpen: () => showIncident(id),
  });

  return (
    <Panel
      id="incidents"
      title={t(CONSOLE.incidents)}
      keyCap="F3"
      controls={
        <>
          <StaleMark />
          <span className="grow" />
          <Segments
            label={t(CONSOLE.incidents)}
            value={view}
            onChange={setView}
            choices={[
              { value: 'open', label: t(CONSOLE.queueOpen, { count: all.length }) },
              { value: 'mine', label: t(CONSOLE.queueMine, { count: mine.length }) },
              { value: 'closed', label: t(CONSOLE.queueClosed) },
            ]}
          />
        </>
      }
    >
      {failure && view === 'closed' ? (
        <Banner tone="fault" action={<Button onClick={retry}>{t(COMMON.retry)}</Button>}>
          {say(failure.message)}
        </Banner>
      ) : null}
      {waiting ? <Skeleton rows={7} rowHeight={72} label={t(COMMON.loading)} /> : null}
      {!waiting && ids.length === 0 && !failure ? emptyOf(view, texts) : null}
      {!waiting && ids.length > 0 ? (
        <div className="queue" role="listbox" aria-label={t(CONSOLE.incidents)} onKeyDown={onListKey}>
          {view === 'closed'
            ? closed?.map((incident) => <ClosedRow key={incident.id} incident={incident} {...rowProps(incident.id)} />)
            : QUEUE_GROUPS.map((group) => {
                const own = rows.filter((row) => row.group === group);
                return (
                  <Group key={group} group={group} rows={own}>
                    {own.map((row) => (
                      <OpenRow key={row.incident.id} row={row} {...rowProps(row.incident.id)} />
                    ))}
                  </Group>
                );
              })}
        </div>
      ) : null}
    </Panel>
  );
}
