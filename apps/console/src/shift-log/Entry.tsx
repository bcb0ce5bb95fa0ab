import {
  CALL_REASONS,
  CAPACITY_STATES,
  CAPACITY_SUBJECTS,
  CapacitySubject,
  INCIDENT_STATES,
  LOG_ENTRY_KINDS,
  OBSTRUCTION_KINDS,
  OUT_OF_SERVICE_REASONS,
  type LogEntry,
  type LogFacts,
} from '#contracts';
import { PriorityChip, SHIFT_LOG, formatDateTime, formatHourMinute, useTexts } from '#web';
import type { ReactNode } from 'react';
import { shortNumber } from '../queue/queue.js';

function Group({ title, items }: { title: string; items: readonly ReactNode[] }) {
  const { t } = useTexts();
  return (
    <div className="log-group">
      <h3>
        {title} <span className="tn">{items.length}</span>
      </h3>
      {items.length === 0 ? <p>{t(SHIFT_LOG.nothing)}</p> : <ul>{items}</ul>}
    </div>
  );
}

function Facts({ facts }: { facts: LogFacts }) {
  const { t } = useTexts();
  return (
    <div className="log-facts">
      <Group
        title={t(SHIFT_LOG.incidents)}
        items={facts.incidents.map(({ number, reason, priority, state, dueAt }) => (
          <li key={number}>
            <PriorityChip priority={priority} small /> <b className="tn">{shortNumber(number)}</b>{' '}
            {t(CALL_REASONS[reason])}
            {' · '}
            {t(INCIDENT_STATES[state])}
            {dueAt ? <span className="tn"> {formatDateTime(dueAt)}</span> : null}
          </li>
        ))}
      />
      <Group
        title={t(SHIFT_LOG.outOfService)}
        items={facts.outOfService.map(({ callSign, reason }) => (
          <li key={callSign}>
            <b className="tn">{callSign}</b> {reason ? t(OUT_OF_SERVICE_REASONS[reason]) : ''}
          </li>
        ))}
      />
      <Group
        title={t(SHIFT_LOG.obstructions)}
        items={facts.obstructions.map(({ kind, streets, until }, index) => (
          <li key={index}>
            {t(OBSTRUCTION_KINDS[kind])} {streets.join(', ')}{' '}
            <span className="tn">{t(SHIFT_LOG.until, { time: formatDateTime(until) })}</span>
          </li>
        ))}
      />
      <Group
        title={t(SHIFT_LOG.hospitals)}
        items={facts.hospitals.map(({ name, states, until }) => (
          <li key={name}>
            <b>{name}</b>{' '}
            {CapacitySubject.options
              .flatMap((subject) => {
                const state = states[subject];
                return state ? `${t(CAPACITY_SUBJECTS[subject])}: ${t(CAPACITY_STATES[state])}` : [];
              })
              .join(' · ')}{' '}
            <span className="tn">{t(SHIFT_LOG.until, { time: formatDateTime(until) })}</span>
          </li>
        ))}
      />
    </div>
  );
}

/** One line of the log. */
export function Entry({ entry }: { entry: LogEntry }) {
  const { t } = useTexts();
  const time = formatHourMinute(entry.at);
  return (
    <li className="log-entry" data-kind={entry.kind}>
      <span className="tn">{time}</span>
      <span className="log-kind">{t(LOG_ENTRY_KINDS[entry.kind])}</span>
      <div>
        {entry.kind === 'received' ? <p>{t(SHIFT_LOG.received, { time, name: entry.by })}</p> : null}
        {entry.text ? <p className="log-text">{entry.text}</p> : null}
        {entry.facts ? <Facts facts={entry.facts} /> : null}
      </div>
      <span className="log-by">{entry.kind === 'facts' || entry.kind === 'received' ? '' : entry.by}</span>
    </li>
  );
}
