import type { Statistics, Summary } from '#contracts';
import { formatDecimal, STATS, useTexts } from '#web';
import { inMinutes } from '../figures/figures.js';
import { BarChart } from './BarChart.js';
import { ChartPanel } from './ChartPanel.js';

/** How many first arrivals took how many minutes. */
export function Distribution(props: {
  bins: Statistics['distribution'];
  response: Summary;
  mark: { minutes: number; isTarget: boolean };
}) {
  const { t, language } = useTexts();
  const { bins, response, mark } = props;
  const lastMinute = bins.at(-1)?.minute;
  const nameOf = (minute: number) =>
    minute === lastMinute ? t(STATS.lastMinute, { n: minute }) : `${minute}–${minute + 1}`;
  const fullest = bins.reduce((most, bin) => (bin.n > most.n ? bin : most), { minute: 0, n: 0 });
  const percentile = (name: string, seconds: number | null) =>
    seconds === null ? [] : [{ value: seconds / 60, text: `${name} ${inMinutes(seconds, language)}` }];
  const few = t(STATS.few);
  return (
    <ChartPanel
      id="distribution"
      title={t(STATS.distribution)}
      unit={t(STATS.distributionUnit)}
      table={{
        columns: [t(STATS.minute), t(STATS.count)],
        rows: bins.map(({ minute, n }) => [nameOf(minute), formatDecimal(n, 0, language)]),
      }}
    >
      <BarChart
        description={t(STATS.distributionFinding, {
          n: formatDecimal(response.n, 0, language),
          minute: fullest.minute + 1,
          most: fullest.n,
          median: inMinutes(response.medianSeconds, language) ?? few,
          p90: inMinutes(response.p90Seconds, language) ?? few,
        })}
        bars={bins.map(({ minute, n }) => ({
          label: minute === lastMinute ? `${minute}+` : `${minute}′`,
          value: n,
          over: minute >= mark.minutes,
        }))}
        formatTick={(value) => formatDecimal(value, 0, language)}
        uprights={[
          ...percentile('P50', response.medianSeconds),
          ...percentile('P90', response.p90Seconds),
          {
            value: mark.minutes,
            dashed: true,
            text: t(mark.isTarget ? STATS.targetMark : STATS.mark, {
              minutes: formatDecimal(mark.minutes, 0, language),
            }),
          },
        ]}
      />
    </ChartPanel>
  );
}
