import { Grid } from './Grid.js';
import { labelEvery, runsOf, spreadLabels, ticksTo } from './scale.js';
import { useSize } from './use-size.js';

export interface Line {
  name: string;
  tone: 'strong' | 'accent';
  /** One per label; null where there is none. */
  values: readonly (number | null)[];
  /** Written at the end of the line. */
  endText: string;
}
export interface Mark {
  value: number;
  text: string;
}

const MARGIN = { left: 34, right: 104, top: 14, bottom: 24 };
const LABEL_WIDTH = 44;

/** Lines over time from zero, named where they end, against one dashed mark. */
export function LineChart(props: {
  description: string;
  labels: readonly string[];
  lines: readonly Line[];
  mark: Mark;
  formatTick: (value: number) => string;
}) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const { labels, lines, mark } = props;
  const ticks = ticksTo(Math.max(mark.value, ...lines.flatMap(({ values }) => values.filter((v) => v !== null))));
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const x = (i: number) =>
    MARGIN.left + (labels.length === 1 ? inner.width / 2 : (i / (labels.length - 1)) * inner.width);
  const y = (value: number) => MARGIN.top + inner.height * (1 - value / ticks.at(-1)!);
  const every = labelEvery(labels.length, inner.width, LABEL_WIDTH);
  const ends = lines.map(({ values }) => values.findLast((value) => value !== null) ?? 0);
  const endYs = spreadLabels(ends.map(y), 17);
  return (
    <div className="chart" ref={ref}>
      {inner.width > 0 ? (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.description}>
          <Grid
            ticks={ticks}
            left={MARGIN.left}
            right={MARGIN.left + inner.width}
            y={y}
            formatTick={props.formatTick}
          />
          {labels.map((label, i) =>
            i % every === 0 ? (
              <text key={label} className="chart-label" x={x(i)} y={height - 6} textAnchor="middle">
                {label}
              </text>
            ) : null,
          )}
          <g className="chart-mark">
            <line x1={MARGIN.left} x2={MARGIN.left + inner.width} y1={y(mark.value)} y2={y(mark.value)} />
            <text
              x={MARGIN.left + inner.width + 8}
              y={y(mark.value) + 4}
              visibility={endYs.some((end) => Math.abs(end - y(mark.value)) < 15) ? 'hidden' : undefined}
            >
              {mark.text}
            </text>
          </g>
          {lines.map(({ name, tone, values, endText }, index) => (
            <g key={name} className={`chart-line chart-line-${tone}`}>
              {runsOf(values).map((run) =>
                run.values.length === 1 ? (
                  <circle key={run.start} cx={x(run.start)} cy={y(run.values[0]!)} r={3} />
                ) : (
                  <polyline
                    key={run.start}
                    points={run.values.map((value, i) => `${x(run.start + i)},${y(value)}`).join(' ')}
                  />
                ),
              )}
              <text x={MARGIN.left + inner.width + 8} y={endYs[index]! + 4}>
                {endText}
              </text>
            </g>
          ))}
        </svg>
      ) : null}
    </div>
  );
}
