import { Button, Panel, STATS, useTexts } from '#web';
import { useState, type ReactNode } from 'react';

export interface TableOfChart {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart with its numbers one click away. */
export function ChartPanel(props: {
  id: string;
  title: string;
  unit: string;
  table: TableOfChart;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      id={props.id}
      className="stats-panel"
      title={
        <>
          {props.title} <small>{props.unit}</small>
        </>
      }
      controls={
        <>
          <span className="grow" />
          <Button className="no-print" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? STATS.chart : STATS.table)}
          </Button>
        </>
      }
    >
      {asTable ? <DataTable label={props.title} table={props.table} /> : props.children}
    </Panel>
  );
}

function DataTable({ label, table: { columns, rows } }: { label: string; table: TableOfChart }) {
  return (
    <div className="stats-table-scroll stats-data-table" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tn">
          {rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell, i) => (
                <td key={columns[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
