import { FEW_CASES, type Statistics } from '#contracts';
import { EmptyState, formatDecimal, STATS, useTexts } from '#web';
import { inMinutes } from '../figures/figures.js';
import { ChartPanel } from './ChartPanel.js';
import { LineChart } from './LineChart.js';

const shortDay = (day: string) => day.slice(5).split('-').reverse().join('/');

/** Median and P90 of every day that has enough cases. */
export function Trend({ byDay, mark }: { byDay: Statistics['byDay']; mark: { minutes: number; isTarget: boolean } }) {
  const { t, language } = useTexts();
  const minutes = (seconds: number | null) => inMinutes(seconds, language) ?? t(STATS.few);
  const known = byDay.filter(({ response }) => response.medianSeconds !== null);
  const last = known.at(-1);
  const markText = { minutes: formatDecimal(mark.minutes, 0, language) };
  return (
    <ChartPanel
      id="trend"
      title={t(STATS.trend)}
      unit={t(STATS.trendUnit)}
      table={{
        columns: [t(STATS.day), t(STATS.count), t(STATS.median), t(STATS.p90)],
        rows: byDay.map(({ day, response }) => [
          day.split('-').reverse().join('/'),
          String(response.n),
          minutes(response.medianSeconds),
          minutes(response.p90Seconds),
        ]),
      }}
    >
      {last ? (
        <LineChart
          description={t(STATS.trendFinding, {
            day: shortDay(last.day),
            median: minutes(last.response.medianSeconds),
            p90: minutes(last.response.p90Seconds),
            days: known.length,
          })}
          labels={byDay.map(({ day }) => shortDay(day))}
          formatTick={(value) => formatDecimal(value, 0, language)}
          mark={{ value: mark.minutes, text: t(mark.isTarget ? STATS.targetMark : STATS.mark, markText) }}
          lines={[
            {
              name: t(STATS.p90),
              tone: 'strong',
              values: byDay.map(({ response }) => inMinuteUnits(response.p90Seconds)),
              endText: `${t(STATS.p90)} ${minutes(last.response.p90Seconds)}`,
            },
            {
              name: t(STATS.median),
              tone: 'accent',
              values: byDay.map(({ response }) => inMinuteUnits(response.medianSeconds)),
              endText: `${t(STATS.median)} ${minutes(last.response.medianSeconds)}`,
            },
          ]}
        />
      ) : (
        <EmptyState title={t(STATS.few)}>{t(STATS.trendFew, { few: FEW_CASES })}</EmptyState>
      )}
    </ChartPanel>
  );
}

const inMinuteUnits = (seconds: number | null) => (seconds === null ? null : seconds / 60);
