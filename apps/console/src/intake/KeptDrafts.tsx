import { CALL_REASONS } from '#contracts';
import { Button, formatHourMinute, TELEPHONY, useTexts } from '#web';
import { reopenKept, useKeptDrafts, type KeptDraft } from './begin-call.js';

/** Calls that were set aside half written; one press takes one back. */
export function KeptDrafts() {
  const { t } = useTexts();
  const { kept } = useKeptDrafts();
  if (kept.length === 0) return null;
  const wordsOf = ({ draft }: KeptDraft) =>
    [draft.phone, draft.reason && t(CALL_REASONS[draft.reason]), draft.address].filter(Boolean).join(' · ') ||
    t(TELEPHONY.untitled, { time: draft.receivedAt ? formatHourMinute(draft.receivedAt) : '–' });
  return (
    <ul className="kept-drafts" aria-label={t(TELEPHONY.kept)}>
      {kept.map((entry) => (
        <li key={entry.id}>
          <span className="tn">
            {t(TELEPHONY.kept)}: {wordsOf(entry)}
          </span>
          <Button className="small" onClick={() => reopenKept(entry.id)}>
            {t(TELEPHONY.reopen)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
