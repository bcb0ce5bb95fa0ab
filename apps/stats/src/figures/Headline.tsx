import { ETIMES, FEW_CASES, INTERVALS, type IntervalKey, type Statistics } from '#contracts';
import { formatDecimal, STATS, useTexts } from '#web';
import type { ReactNode } from 'react';
import { inMinutes, inPercent, inSeconds, keepsMark, MARK_MINUTES } from './figures.js';

/** The six figures a supervisor reads first, each with its n and what its clock measures. */
export function Headline({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTexts();
  const { all, byPriority, incidents, calls, missions } = statistics;
  const { response, callHandling, turnout } = all;
  const first = byPriority.find(({ priority }) => priority === 1);
  const firstN = first?.intervals.response.n ?? 0;
  const kept = keepsMark(response, MARK_MINUTES);
  const count = (n: number) => formatDecimal(n, 0, language);
  return (
    <section className="headline" aria-label={t(STATS.figures)}>
      <Figure
        title={t(STATS.medianResponse)}
        value={inMinutes(response.medianSeconds, language)}
        unit={t(STATS.minutes)}
        n={response.n}
      >
        <Definition of="response" />
      </Figure>
      <Figure
        title={t(STATS.p90Response)}
        value={inMinutes(response.p90Seconds, language)}
        unit={t(STATS.minutes)}
        n={response.n}
        missed={kept === false}
      >
        {kept === null ? <Definition of="response" /> : t(kept ? STATS.met : STATS.missed, { minutes: MARK_MINUTES })}
      </Figure>
      <Figure
        title={t(STATS.within, { level: 1, minutes: 8 })}
        value={inPercent(first?.within8 ?? null, firstN, language)}
        unit=""
        n={firstN}
      >
        <Definition of="response" />
      </Figure>
      <Figure
        title={t(STATS.p90Of, { interval: t(INTERVALS.callHandling) })}
        value={inSeconds(callHandling.p90Seconds, language)}
        unit={t(STATS.seconds)}
        n={callHandling.n}
      >
        <Definition of="callHandling" />
      </Figure>
      <Figure
        title={t(STATS.p90Of, { interval: t(INTERVALS.turnout) })}
        value={inSeconds(turnout.p90Seconds, language)}
        unit={t(STATS.seconds)}
        n={turnout.n}
      >
        <Definition of="turnout" />
      </Figure>
      <Figure title={t(STATS.incidents)} value={count(incidents)} unit="" n={null}>
        {t(STATS.callsAndMissions, { calls: count(calls), missions: count(missions) })}
      </Figure>
    </section>
  );
}

/** An interval by the two times it lies between. */
function Definition({ of }: { of: IntervalKey }) {
  const { t } = useTexts();
  const { from, to } = INTERVALS[of];
  return t(STATS.definition, { from: t(ETIMES[from]), to: t(ETIMES[to]) });
}

function Figure(props: {
  title: string;
  value: string | null;
  unit: string;
  n: number | null;
  missed?: boolean;
  children: ReactNode;
}) {
  const { t, language } = useTexts();
  return (
    <article className={props.missed ? 'figure figure-missed' : 'figure'}>
      <h2>{props.title}</h2>
      <p className="figure-value">
        {props.value === null ? (
          <b className="figure-few" title={t(STATS.fewHint, { few: FEW_CASES })}>
            {t(STATS.few)}
          </b>
        ) : (
          <>
            <b className="tn">{props.value}</b>
            {props.unit ? <span>{props.unit}</span> : null}
          </>
        )}
        {props.n === null ? null : (
          <span className="figure-n tn">{t(STATS.n, { n: formatDecimal(props.n, 0, language) })}</span>
        )}
      </p>
      <p className="figure-note">{props.children}</p>
    </article>
  );
}
