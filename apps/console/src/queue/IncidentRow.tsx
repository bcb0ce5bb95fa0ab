import { CALL_REASONS, CLOSE_REASONS, UNIT_STATUSES, type Incident } from '#contracts';
import {
  CONSOLE,
  FAMILY_OF_STATUS,
  PriorityChip,
  StatusGlyph,
  Timer,
  formatDateTime,
  formatDuration,
  secondsSince,
  useSystem,
  useTexts,
} from '#web';
import type { ReactNode } from 'react';
import { DueTime } from '../rides/DueTime.js';
import { RowTally } from '../casualties/RowTally.js';
import { unacknowledged, useAlarms } from '../alarms/use-alarms.js';
import { useProtocols } from '../protocols/use-protocols.js';
import { shortNumber, shortWard, type QueueRow } from './queue.js';

/** What happened, with age when there is one patient and it is known: "Khó thở, 68 tuổi". */
export function IncidentTitle({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const age = incident.patientCount === 1 ? incident.patients[0]?.ageYears : null;
  return (
    <>
      {t(CALL_REASONS[incident.reason])}
      {age ? `, ${t(CONSOLE.patientYears, { age })}` : ''}
      {incident.patientCount > 1 ? `, ${t(CONSOLE.victims, { count: incident.patientCount })}` : ''}
    </>
  );
}

/** The frame of a row: one option of the list. */
export function RowFrame(props: {
  incident: Incident;
  selected: boolean;
  entry: boolean;
  waiting?: boolean;
  onSelect: () => void;
  onOpen: () => void;
  line: ReactNode;
  time: ReactNode;
}) {
  const { incident, selected } = props;
  const alarming = useAlarms((state) => unacknowledged(state).some(({ incidentId }) => incidentId === incident.id));
  return (
    <div
      className="incident-row"
      role="option"
      aria-selected={selected}
      tabIndex={props.entry ? 0 : -1}
      data-entry={props.entry || undefined}
      data-incident={incident.id}
      data-waiting={props.waiting || undefined}
      data-priority={incident.priority}
      data-alarm={alarming || undefined}
      onClick={props.onSelect}
      onDoubleClick={props.onOpen}
    >
      <PriorityChip priority={incident.priority} />
      <div className="incident-words">
        <div className="incident-title">
          <IncidentTitle incident={incident} />
        </div>
        <div className="incident-place">
          {incident.place.address}
          {incident.place.ward && !incident.place.address.includes(incident.place.ward) ? (
            <>
              {' · '}
              <em>{shortWard(incident.place.ward)}</em>
            </>
          ) : null}
        </div>
        <div className="incident-line">
          <span className="incident-number tn">{shortNumber(incident.number)}</span>
          {props.line}
        </div>
      </div>
      <div className="incident-time">{props.time}</div>
    </div>
  );
}

function Units({ row }: { row: QueueRow }) {
  const { t } = useTexts();
  if (row.units.length === 0)
    return (
      <span className="incident-none">
        {row.asking === 'exhausted'
          ? t(CONSOLE.nobodyLeft)
          : row.asking === 'seeking'
            ? t(CONSOLE.askingStations)
            : t(CONSOLE.noUnit)}
      </span>
    );
  return row.units.map(({ id, callSign, status }) => (
    <span key={id} className={`incident-unit family-${FAMILY_OF_STATUS[status]}`}>
      <StatusGlyph status={status} size={12} />
      <b className="tn">{callSign}</b>
      {row.units.length === 1 ? (
        <span className="incident-status">{t(UNIT_STATUSES[status])}</span>
      ) : (
        <span className="visually-hidden">{t(UNIT_STATUSES[status])}</span>
      )}
    </span>
  ));
}

/** What the caller is doing on our word, e.g. CPR by telephone. */
function GivenTags({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const cards = useProtocols((state) => state.cards);
  const words = incident.instructions.flatMap(({ card }) => {
    const tag = cards.find(({ key }) => key === card)?.tag;
    return tag ? [t(tag)] : [];
  });
  return [...new Set(words)].map((word) => (
    <span key={word} className="tag">
      {word}
    </span>
  ));
}

/** An open incident: what, where, who is on it, and how its time stands against the target. */
export function OpenRow(props: {
  row: QueueRow;
  selected: boolean;
  entry: boolean;
  onSelect: () => void;
  onOpen: () => void;
}) {
  const { row, ...rest } = props;
  const { t } = useTexts();
  const { incident, onSceneAt } = row;
  const targets = useSystem(({ system }) => system?.targetSeconds);
  const target = row.group === 'scheduled' ? null : (targets?.[incident.priority] ?? null);
  const waiting = row.group === 'waiting';
  return (
    <RowFrame
      {...rest}
      incident={incident}
      waiting={waiting}
      line={
        <>
          <RowTally incidentId={incident.id} />
          <Units row={row} />
          <GivenTags incident={incident} />
          {incident.state === 'taken' ? <span className="tag tag-warn">{t(CONSOLE.noPlace)}</span> : null}
        </>
      }
      time={
        incident.dueAt && !onSceneAt ? (
          <DueTime incident={incident} />
        ) : (
          <>
            <Timer since={incident.receivedAt} targetSeconds={onSceneAt ? null : target} />
            {target === null ? null : <span className="tn">{t(CONSOLE.target, { time: formatDuration(target) })}</span>}
          </>
        )
      }
    />
  );
}

/** A closed incident: when, for how long, how it ended. */
export function ClosedRow(props: {
  incident: Incident;
  selected: boolean;
  entry: boolean;
  onSelect: () => void;
  onOpen: () => void;
}) {
  const { t } = useTexts();
  const { receivedAt, closedAt, closeReason } = props.incident;
  return (
    <RowFrame
      {...props}
      line={<span>{closeReason ? t(CLOSE_REASONS[closeReason]) : ''}</span>}
      time={
        <>
          <span className="timer tn">
            {closedAt ? formatDuration(secondsSince(receivedAt, new Date(closedAt).getTime())) : ''}
          </span>
          <span className="tn">{closedAt ? formatDateTime(closedAt) : ''}</span>
        </>
      }
    />
  );
}
