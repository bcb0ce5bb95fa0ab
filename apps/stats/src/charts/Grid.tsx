/** Horizontal lines of a chart, each with its value at the left. */
export function Grid(props: {
  ticks: readonly number[];
  left: number;
  right: number;
  y: (value: number) => number;
  formatTick: (value: number) => string;
}) {
  const { left, right, y } = props;
  return props.ticks.map((tick) => (
    <g key={tick} className="chart-grid">
      <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
      <text x={left - 8} y={y(tick) + 4} textAnchor="end">
        {props.formatTick(tick)}
      </text>
    </g>
  ));
}
