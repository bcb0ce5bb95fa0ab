import type { Calibration, Statistics } from '#contracts';
import { formatDecimal, Panel, STATS, useTexts } from '#web';
import { inPercent, inSeconds } from '../figures/figures.js';

/** How the promised arrival was kept, apart for promises from usual and from learned speeds. */
export function CalibrationTable({ calibration }: { calibration: Statistics['calibration'] }) {
  const { t } = useTexts();
  const title = (
    <>
      {t(STATS.calibration)} <small>{t(STATS.calibrationUnit)}</small>
    </>
  );
  return (
    <Panel id="calibration" className="stats-panel" title={title}>
      <div className="stats-table-scroll" tabIndex={0} role="group" aria-label={t(STATS.calibration)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(STATS.speedsBasis)}</th>
              <th scope="col">n</th>
              <th scope="col">{t(STATS.meanError)}</th>
              <th scope="col">{t(STATS.bias)}</th>
              <th scope="col" title={t(STATS.keptP90Hint)}>
                {t(STATS.keptP90)}
              </th>
            </tr>
          </thead>
          <tbody className="tn">
            <Row name={t(STATS.calibrationLearned)} kept={calibration.learned} />
            <Row name={t(STATS.calibrationUsual)} kept={calibration.usual} />
            <Row name={t(STATS.calibrationAll)} kept={calibration.all} />
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ name, kept }: { name: string; kept: Calibration }) {
  const { t, language } = useTexts();
  const few = <em>{t(STATS.few)}</em>;
  const { n, biasSeconds: bias } = kept;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatDecimal(n, 0, language)}</td>
      <td>{inSeconds(kept.meanAbsoluteErrorSeconds, language) ?? few}</td>
      <td>{bias === null ? few : `${bias > 0 ? '+' : ''}${formatDecimal(bias, 0, language)}`}</td>
      <td>{inPercent(kept.withinP90, n, language) ?? few}</td>
    </tr>
  );
}
