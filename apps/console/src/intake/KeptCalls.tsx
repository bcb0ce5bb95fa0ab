import { CALL_REASONS } from '#contracts';
import { Banner, Button, INTAKE, formatHourMinute, useTexts } from '#web';
import { switchDraft, useKeptDrafts } from './use-draft.js';

/** Calls that were put aside for this one: never out of sight, one key away. */
export function KeptCalls() {
  const { t } = useTexts();
  const { kept, failed } = useKeptDrafts();
  const [next] = kept;
  const about = next && (next.phone || next.address || (next.reason ? t(CALL_REASONS[next.reason]) : ''));
  return (
    <>
      {failed ? <Banner tone="warning">{t(INTAKE.draftsNotStored)}</Banner> : null}
      {next ? (
        <Banner
          tone="note"
          action={
            <Button className="small" keyCap="Alt Q" onClick={() => void switchDraft()}>
              {t(INTAKE.switchCall)}
            </Button>
          }
        >
          {t(INTAKE.keptCalls, { count: kept.length })} · {formatHourMinute(next.receivedAt ?? '')} {about}
        </Banner>
      ) : null}
    </>
  );
}
