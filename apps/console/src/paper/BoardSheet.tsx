import {
  CALL_REASONS,
  OBSTRUCTION_KINDS,
  UNIT_STATUSES,
  VEHICLE_LEVELS,
  type ObstructionKind,
  type VehicleLevel,
} from '#contracts';
import {
  Banner,
  Button,
  EmptyState,
  PAPER,
  formatClock,
  formatDate,
  formatHourMinute,
  formatSpan,
  machineNow,
  secondsSince,
  useBoard,
  useFreshness,
  useTexts,
} from '#web';
import { useEffect, useState, type ReactNode } from 'react';
import { readKeptSheet } from './kept-sheet.js';
import { sheetOf, type Sheet } from './sheet.js';

function Table(props: { title: string; heads: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  if (props.rows.length === 0) return null;
  return (
    <section className="sheet-part">
      <h2>{props.title}</h2>
      <table className="sheet-table">
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Incidents({ sheet }: { sheet: Sheet }) {
  const { t } = useTexts();
  return (
    <Table
      title={t(PAPER.openIncidents)}
      heads={[PAPER.number, PAPER.level, PAPER.what, PAPER.where, PAPER.since, PAPER.caller, PAPER.units].map((head) =>
        t(head),
      )}
      rows={sheet.incidents.map((incident) => [
        <b key="number" className="tn">
          {incident.number.slice(-4)}
        </b>,
        incident.priority,
        t(CALL_REASONS[incident.reason]),
        incident.place,
        formatHourMinute(incident.receivedAt),
        [incident.caller, incident.phone].filter(Boolean).join(' · '),
        incident.units.map(({ callSign, status }) => `${callSign} ${t(UNIT_STATUSES[status])}`).join(', ') || '–',
      ])}
    />
  );
}

function Units({ sheet }: { sheet: Sheet }) {
  const { t } = useTexts();
  return (
    <Table
      title={t(PAPER.vehicles)}
      heads={[PAPER.unit, PAPER.status, PAPER.job, PAPER.station, PAPER.phone, PAPER.crew, PAPER.shiftEnds].map(
        (head) => t(head),
      )}
      rows={sheet.units.map((unit) => [
        <b key="unit">
          {unit.callSign} <small>{t(VEHICLE_LEVELS[unit.level as VehicleLevel])}</small>
        </b>,
        t(UNIT_STATUSES[unit.status]),
        unit.job?.slice(-4) ?? '–',
        unit.station,
        unit.phone,
        unit.crew,
        unit.shiftEndsAt ? formatHourMinute(unit.shiftEndsAt) : '–',
      ])}
    />
  );
}

/** What is on the board now while it may be believed, else what was kept on this machine. */
function useSheet(): Sheet | null | undefined {
  const { state } = useFreshness();
  const live = useBoard((board) => board.cursor !== null) && state === 'live';
  const [kept, setKept] = useState<Sheet | null>();
  useEffect(() => {
    if (live) setKept(sheetOf(useBoard.getState(), new Date(machineNow()).toISOString()));
    else
      readKeptSheet()
        .then(setKept)
        .catch((thrown: unknown) => {
          console.warn('the kept board cannot be read', String(thrown));
          setKept(null);
        });
  }, [live]);
  return kept;
}

/** The board on paper. */
export function BoardSheet({ online, onPrinted }: { online: boolean; onPrinted: () => void }) {
  const { t, language } = useTexts();
  const sheet = useSheet();
  if (sheet === undefined) return null;
  if (sheet === null) return <EmptyState title={t(PAPER.noneKept)}>{t(PAPER.noneKeptHint)}</EmptyState>;
  const time = formatClock(sheet.savedAt);
  const span = formatSpan(secondsSince(sheet.savedAt, machineNow()), language);
  const print = () => {
    onPrinted();
    window.print();
  };
  return (
    <div className="sheet">
      {online ? null : <Banner tone="warning">{t(PAPER.offline)}</Banner>}
      <div className="sheet-head not-printed">
        <span className="tn">{t(PAPER.savedAt, { time, span })}</span>
        <span className="sheet-hint">{t(PAPER.keptHere)}</span>
        <Button kind="primary" onClick={print} data-entry>
          {t(PAPER.printNow)}
        </Button>
      </div>
      <h1 className="sheet-title tn">{t(PAPER.page, { time, date: formatDate(sheet.savedAt) })}</h1>
      <Incidents sheet={sheet} />
      <Table
        title={t(PAPER.waitingCalls)}
        heads={[t(PAPER.number), t(PAPER.phone), t(PAPER.since)]}
        rows={sheet.calls.map(({ number, phone, receivedAt }) => [number, phone, formatHourMinute(receivedAt)])}
      />
      <Units sheet={sheet} />
      <Table
        title={t(PAPER.obstructions)}
        heads={[t(PAPER.what), t(PAPER.where), '']}
        rows={sheet.obstructions.map(({ kind, streets, until }) => [
          t(OBSTRUCTION_KINDS[kind as ObstructionKind]),
          streets,
          t(PAPER.until, { time: formatHourMinute(until) }),
        ])}
      />
      <section className="sheet-part">
        <h2>{t(PAPER.hospitals)}</h2>
        <p>{sheet.hospitals.join(' · ')}</p>
      </section>
    </div>
  );
}
