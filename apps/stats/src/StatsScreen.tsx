import type { Statistics } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  EmptyState,
  formatClock,
  formatDate,
  formatDecimal,
  serverNow,
  signOut,
  Skeleton,
  RIDES,
  STATS,
  TrialMark,
  useAppearance,
  useBoard,
  useOpenBoard,
  useSystem,
  useTexts,
} from '#web';
import { IconMoon, IconPrinter, IconRefresh, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { Distribution } from './charts/Distribution.js';
import { Trend } from './charts/Trend.js';
import { markMinutesFor } from './figures/figures.js';
import { Headline } from './figures/Headline.js';
import { Filters, type Filter } from './period/Filters.js';
import { instantsOf, isInOrder, lastDays, LENGTH_DAYS } from './period/period.js';
import { RoomPanels } from './room/RoomPanels.js';
import { CalibrationTable } from './tables/CalibrationTable.js';
import { PriorityTable, StationTable, WardTable } from './tables/ResponseTables.js';
import { useStatistics } from './use-statistics.js';
import './stats.css';

const firstFilter = (): Filter => ({
  period: 'week',
  days: lastDays(LENGTH_DAYS.week, serverNow()),
  priority: null,
  stationId: null,
});

/** Response times of a period, for the supervisor. The names of the stations come from the board, every figure from the statistics. */
export function StatsScreen() {
  const { t, say } = useTexts();
  useOpenBoard();
  const stationsById = useBoard((state) => state.stations);
  const [filter, setFilter] = useState(firstFilter);
  const question = isInOrder(filter.days)
    ? { ...instantsOf(filter.days), priority: filter.priority, stationId: filter.stationId }
    : null;
  const { statistics, failure, asking, ask } = useStatistics(question);
  const [asked, setAsked] = useState(0);
  const askAgain = () => {
    ask();
    setAsked(asked + 1);
  };
  const stations = Object.values(stationsById).sort((a, b) => a.shortName.localeCompare(b.shortName, 'vi'));
  return (
    <div className="stats">
      <Head filter={filter} asking={asking && statistics !== null} onRefresh={askAgain} />
      <main className="stats-main">
        <Filters filter={filter} stations={stations} onChange={setFilter} />
        {failure ? (
          <Banner tone="fault" action={<Button onClick={ask}>{t(COMMON.retry)}</Button>}>
            {t(statistics ? STATS.failedOld : STATS.failed, { why: say(failure.message) })}
          </Banner>
        ) : null}
        {statistics ? (
          <Report
            statistics={statistics}
            filter={filter}
            onClear={() => setFilter({ ...filter, priority: null, stationId: null })}
          />
        ) : failure ? null : (
          <Skeleton rows={5} rowHeight={90} label={t(STATS.loading)} />
        )}
        {question ? <RoomPanels from={question.from} to={question.to} asked={asked} /> : null}
      </main>
    </div>
  );
}

function Head({ filter, asking, onRefresh }: { filter: Filter; asking: boolean; onRefresh: () => void }) {
  const { t, language, setLanguage } = useTexts();
  const region = useSystem((state) => state.system?.region);
  const { theme, setTheme } = useAppearance();
  const dark = theme !== null && theme !== 'light';
  const { first, last } = filter.days;
  return (
    <header className="stats-head">
      <span className="brand-mark">115</span>
      <div>
        <h1>{t(STATS.title)}</h1>
        <p className="tn">
          {region} · {first && last ? `${formatDate(first)} – ${formatDate(last)}` : ''}
        </p>
      </div>
      <TrialMark />
      <span className="grow" />
      <span role="status" className="stats-asking">
        {asking ? t(STATS.refreshing) : ''}
      </span>
      <Button className="no-print" onClick={onRefresh}>
        <IconRefresh size={16} aria-hidden />
        {t(COMMON.reload)}
      </Button>
      <Button className="no-print" onClick={() => print()}>
        <IconPrinter size={16} aria-hidden />
        {t(STATS.print)}
      </Button>
      <Button className="no-print" onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
        {t(COMMON.otherLanguage)}
      </Button>
      <Button
        className="no-print"
        aria-label={t(dark ? COMMON.themeLight : COMMON.themeDark)}
        onClick={() => setTheme(dark ? 'light' : 'dark')}
      >
        {dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
      </Button>
      <Button className="no-print" kind="quiet" onClick={signOut}>
        {t(COMMON.signOut)}
      </Button>
    </header>
  );
}

function Report({ statistics, filter, onClear }: { statistics: Statistics; filter: Filter; onClear: () => void }) {
  const { t, language } = useTexts();
  const stations = useBoard((state) => state.stations);
  const targetSeconds = useSystem((state) => state.system?.targetSeconds ?? null);
  const { all, byDay, byPriority, byStation, byWard, distribution, excluded, incidents, calls } = statistics;
  const mark = markMinutesFor(filter.priority, targetSeconds);
  if (incidents === 0 && calls === 0)
    return (
      <EmptyState
        title={t(STATS.empty)}
        action={filter.priority || filter.stationId ? <Button onClick={onClear}>{t(STATS.clearFilter)}</Button> : null}
      >
        {t(STATS.emptyHint)}
      </EmptyState>
    );
  return (
    <>
      <Headline statistics={statistics} />
      <div className="stats-grid">
        <Trend byDay={byDay} mark={mark} />
        <Distribution bins={distribution} response={all.response} mark={mark} />
        <PriorityTable rows={byPriority} />
        <StationTable rows={byStation} stations={stations} />
        <WardTable rows={byWard} />
        <CalibrationTable calibration={statistics.calibration} />
      </div>
      <footer className="stats-foot tn">
        <p>
          {t(STATS.excluded, {
            cancelled: excluded.cancelledBeforeArrival,
            noArrival: excluded.noArrivalTime,
            negative: excluded.negative,
            merged: excluded.merged,
          })}
        </p>
        {statistics.rides.n > 0 ? (
          <p>
            {t(RIDES.measured, {
              n: statistics.rides.n,
              arrived: statistics.rides.arrived,
              onTime: Math.round((statistics.rides.onTime ?? 0) * statistics.rides.arrived),
            })}
          </p>
        ) : null}
        <p>
          {t(STATS.computed, {
            head: formatDecimal(statistics.journalHead, 0, language),
            time: `${formatClock(statistics.computedAt)} ${formatDate(statistics.computedAt)}`,
          })}
        </p>
      </footer>
    </>
  );
}
