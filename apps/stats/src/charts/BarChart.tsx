import { Grid } from './Grid.js';
import { labelEvery, ticksTo } from './scale.js';
import type { Mark } from './LineChart.js';
import { useSize } from './use-size.js';

export interface Bar {
  label: string;
  value: number;
  /** Beyond the mark it is read against. */
  over: boolean;
}

const MARGIN = { left: 40, right: 16, top: 40, bottom: 24 };
const LABEL_WIDTH = 34;
const ROW = 16;
const UPRIGHT_LABEL_WIDTH = 84;

/** Counts side by side from zero; upright lines say where the percentiles and the mark lie, in bar units. */
export function BarChart(props: {
  description: string;
  bars: readonly Bar[];
  uprights: readonly (Mark & { dashed?: boolean })[];
  formatTick: (value: number) => string;
}) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const { bars } = props;
  const ticks = ticksTo(Math.max(1, ...bars.map(({ value }) => value)), 4);
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const slot = inner.width / bars.length;
  const x = (position: number) => MARGIN.left + Math.min(position, bars.length) * slot;
  const y = (value: number) => MARGIN.top + inner.height * (1 - value / ticks.at(-1)!);
  const every = labelEvery(bars.length, inner.width, LABEL_WIDTH);
  const uprights = [...props.uprights].sort((a, b) => a.value - b.value);
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
          {bars.map(({ label, value, over }, i) => (
            <g key={label}>
              <rect
                className={over ? 'chart-bar chart-bar-over' : 'chart-bar'}
                x={x(i) + slot * 0.09}
                width={slot * 0.82}
                y={y(value)}
                height={y(0) - y(value)}
              />
              {i % every === 0 ? (
                <text className="chart-label" x={x(i)} y={height - 6} textAnchor="middle">
                  {label}
                </text>
              ) : null}
            </g>
          ))}
          {uprights.map((upright, i) => (
            <Upright
              key={upright.text}
              {...upright}
              x={x(upright.value)}
              top={12 + (i % 2) * ROW}
              bottom={y(0)}
              toLeft={roomRight(uprights.map(({ value }) => x(value)).concat(width), i) < UPRIGHT_LABEL_WIDTH}
            />
          ))}
        </svg>
      ) : null}
    </div>
  );
}

/** Pixels from one upright to the next, or to the edge of the drawing. */
const roomRight = (xs: readonly number[], i: number) => xs[i + 1]! - xs[i]!;

function Upright(props: Mark & { dashed?: boolean; x: number; top: number; bottom: number; toLeft: boolean }) {
  const { x, top, toLeft } = props;
  return (
    <g className={props.dashed ? 'chart-mark' : 'chart-upright'}>
      <line x1={x} x2={x} y1={top} y2={props.bottom} />
      <text x={toLeft ? x - 5 : x + 5} y={top + 8} textAnchor={toLeft ? 'end' : 'start'}>
        {props.text}
      </text>
    </g>
  );
}
