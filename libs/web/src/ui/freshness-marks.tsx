import { useFreshness } from '../live/use-board.js';
import { useSystem } from '../session/system.js';
import { COMMON } from '../texts/common.js';
import { useTexts } from '../texts/language.js';

/** Says on a panel that what it shows may be old; nothing while it is fresh. */
export function StaleMark() {
  const { t } = useTexts();
  const { state, seconds } = useFreshness();
  if (state === 'live' || state === 'connecting') return null;
  return (
    <span className="mark mark-stale tn" title={t(COMMON.stale)}>
      {t(COMMON.staleShort, { seconds })}
    </span>
  );
}

/** The quiet mark of a server that runs for trial and training; nothing on a real one. */
export function TrialMark() {
  const { t } = useTexts();
  const trial = useSystem(({ system }) => system !== null && (system.trial || system.demonstrationRegion));
  if (!trial) return null;
  return (
    <span className="mark mark-trial" title={t(COMMON.trialHint)}>
      {t(COMMON.trial)}
    </span>
  );
}
