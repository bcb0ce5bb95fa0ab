import type { Station, Statistics, Summary } from '#contracts';
import { formatDecimal, Panel, PriorityChip, PriorityName, STATS, useTexts } from '#web';
import type { ReactNode } from 'react';
import { inMinutes, inPercent, keepsMark, MARK_MINUTES } from '../figures/figures.js';

/** Response by level, in the order of the levels. */
export function PriorityTable({ rows }: { rows: Statistics['byPriority'] }) {
  const { t } = useTexts();
  return (
    <Panel id="by-priority" className="stats-panel" title={<TableTitle>{t(STATS.byPriority)}</TableTitle>}>
      <div className="stats-table-scroll" tabIndex={0} role="group" aria-label={t(STATS.byPriority)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(STATS.priority)}</th>
              <ResponseHeads />
              <th scope="col">{t(STATS.in8)}</th>
              <th scope="col">{t(STATS.in15)}</th>
            </tr>
          </thead>
          <tbody className="tn">
            {rows.map(({ priority, intervals, within8, within15 }) => (
              <tr key={priority}>
                <th scope="row">
                  <span className="stats-level">
                    <PriorityChip priority={priority} small />
                    <PriorityName priority={priority} />
                  </span>
                </th>
                <ResponseCells summary={intervals.response} />
                <Share share={within8} n={intervals.response.n} />
                <Share share={within15} n={intervals.response.n} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** Response by station, the busiest first, and how each answered its orders. */
export function StationTable(props: { rows: Statistics['byStation']; stations: Record<string, Station> }) {
  const { t, language } = useTexts();
  const rows = [...props.rows].sort((a, b) => b.intervals.response.n - a.intervals.response.n);
  const count = (n: number) => formatDecimal(n, 0, language);
  return (
    <Panel id="by-station" className="stats-panel" title={<TableTitle>{t(STATS.byStation)}</TableTitle>}>
      <div className="stats-table-scroll" tabIndex={0} role="group" aria-label={t(STATS.byStation)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(STATS.station)}</th>
              <ResponseHeads />
              <th scope="col">{t(STATS.in15)}</th>
              <th scope="col">{t(STATS.offers)}</th>
              <th scope="col">{t(STATS.refused)}</th>
              <th scope="col">{t(STATS.unanswered)}</th>
            </tr>
          </thead>
          <tbody className="tn">
            {rows.map(({ stationId, intervals, within15, offers, refused, unanswered }) => (
              <tr key={stationId}>
                <th scope="row">{props.stations[stationId]?.shortName ?? '…'}</th>
                <ResponseCells summary={intervals.response} />
                <Share share={within15} n={intervals.response.n} />
                <td>{count(offers)}</td>
                <td>{count(refused)}</td>
                <td>{count(unanswered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** Response by the ward of the incident, with the old names of its places. */
export function WardTable({ rows }: { rows: Statistics['byWard'] }) {
  const { t, language } = useTexts();
  return (
    <Panel id="by-ward" className="stats-panel" title={<TableTitle>{t(STATS.byWard)}</TableTitle>}>
      <div className="stats-table-scroll" tabIndex={0} role="group" aria-label={t(STATS.byWard)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(STATS.ward)}</th>
              <th scope="col">{t(STATS.ofWard)}</th>
              <ResponseHeads />
              <th scope="col">{t(STATS.in15)}</th>
            </tr>
          </thead>
          <tbody className="tn">
            {rows.map(({ ward, formerUnits, incidents, intervals, within15 }) => (
              <tr key={ward ?? ''}>
                <th scope="row">
                  {ward ?? t(STATS.noWard)}
                  {formerUnits.length > 0 ? (
                    <small className="stats-formerly">{t(STATS.formerly, { units: formerUnits.join(' · ') })}</small>
                  ) : null}
                </th>
                <td>{formatDecimal(incidents, 0, language)}</td>
                <ResponseCells summary={intervals.response} />
                <Share share={within15} n={intervals.response.n} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function TableTitle({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <>
      {children} <small>{t(STATS.responseMinutes)}</small>
    </>
  );
}

function ResponseHeads() {
  const { t } = useTexts();
  return (
    <>
      <th scope="col">n</th>
      <th scope="col">P50</th>
      <th scope="col">{t(STATS.p90)}</th>
    </>
  );
}

function ResponseCells({ summary }: { summary: Summary }) {
  const { t, language } = useTexts();
  const over = keepsMark(summary, MARK_MINUTES) === false;
  return (
    <>
      <td>{formatDecimal(summary.n, 0, language)}</td>
      <td>{inMinutes(summary.medianSeconds, language) ?? <em>{t(STATS.few)}</em>}</td>
      <td
        className={over ? 'stats-over' : undefined}
        title={over ? t(STATS.missed, { minutes: MARK_MINUTES }) : undefined}
      >
        {inMinutes(summary.p90Seconds, language) ?? <em>{t(STATS.few)}</em>}
      </td>
    </>
  );
}

function Share({ share, n }: { share: number | null; n: number }) {
  const { t, language } = useTexts();
  return <td>{inPercent(share, n, language) ?? <em>{t(STATS.few)}</em>}</td>;
}
