import type { PaperDrill } from '#contracts';
import { Banner, Button, EmptyState, PAPER, Timer, formatDateTime, formatDuration, useCommand, useTexts } from '#web';

const figure = (seconds: number | null) => (seconds === null ? '–' : formatDuration(seconds));

/** Ten minutes on paper, and how long what took. */
export function Drills({ drills, onChange }: { drills: readonly PaperDrill[]; onChange: () => void }) {
  const { t, say } = useTexts();
  const begin = useCommand('paper.beginDrill');
  const end = useCommand('paper.endDrill');
  const running = drills.find(({ endedAt }) => endedAt === null);
  const failure = begin.failure ?? end.failure;
  return (
    <div className="sheet">
      <div className="sheet-head">
        {running ? (
          <>
            <strong>
              {t(PAPER.drillRuns)} <Timer since={running.begunAt} />
            </strong>
            <Button
              kind="primary"
              onClick={() => void end.run({ drillId: running.id }).then((done) => done && onChange())}
            >
              {t(PAPER.drillEnd)}
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={() => void begin.run({}).then((done) => done && onChange())}>
            {t(PAPER.drillBegin)}
          </Button>
        )}
        <span className="sheet-hint">
          {t(PAPER.drillHint)} {t(PAPER.drillTarget)}
        </span>
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {drills.length === 0 ? (
        <EmptyState title={t(PAPER.drillNone)} />
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              {[PAPER.day, PAPER.drillBy, PAPER.drillSheet, PAPER.drillCards, PAPER.drillEntry].map((head) => (
                <th key={head.vi} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drills.map((drill) => (
              <tr key={drill.id}>
                <td className="tn">{formatDateTime(drill.begunAt)}</td>
                <td>{drill.begunBy}</td>
                <td className="tn">{figure(drill.sheetSeconds)}</td>
                <td className="tn">{drill.cards}</td>
                <td className="tn">{figure(drill.entrySeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
