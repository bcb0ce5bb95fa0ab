import type { Coverage } from '#contracts';
import { CONSOLE, COVER_MINUTES, formatDuration, secondsSince, useNow, useTexts } from '#web';

/** A reading older than this is said to be old. */
const OLD_AFTER_SECONDS = 40;

/** What the colours of the coverage mean, and whether they are still true. */
export function CoverageLegend({ coverage, failed }: { coverage: Coverage | null; failed: boolean }) {
  const { t } = useTexts();
  const nowMs = useNow();
  if (!coverage)
    return failed ? (
      <li role="status" data-cover>
        {t(CONSOLE.coverFailed)}
      </li>
    ) : null;
  const age = secondsSince(coverage.computedAt, nowMs);
  return (
    <>
      {(['late', 'far'] as const).map((cover) => (
        <li key={cover} data-cover>
          <i className="cover-swatch" data-cover={cover} aria-hidden />
          {t(CONSOLE.coverLate, { minutes: COVER_MINUTES[cover] })}
        </li>
      ))}
      {age > OLD_AFTER_SECONDS ? (
        <li role="status" data-cover>
          {t(CONSOLE.coverOld, { age: formatDuration(age) })}
        </li>
      ) : null}
    </>
  );
}
