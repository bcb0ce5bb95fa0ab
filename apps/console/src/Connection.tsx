import {
  Banner,
  Button,
  PAPER,
  COMMON,
  DESK_WINDOWS,
  formatClock,
  useBoard,
  useFreshness,
  useJustResynced,
  useNow,
  useTexts,
} from '#web';
import { openBeside } from './windows/windows.js';
import { IconCheck, IconPlugConnectedX, IconRefreshAlert } from '@tabler/icons-react';

const MENDED_SHOWN_MS = 60_000;

/** Says when the data stopped, and for a moment that everything is in step again; and that a board which did not add up was replaced. */
export function Connection() {
  const { t } = useTexts();
  const { state, seconds } = useFreshness();
  const provedAt = useBoard((board) => board.provedAt);
  const mendedAt = useBoard((board) => board.mendedAt);
  const resynced = useJustResynced();
  const nowMs = useNow();
  if (state === 'warning' || state === 'alarm')
    return (
      <Banner
        tone="warning"
        icon={<IconPlugConnectedX size={16} aria-hidden />}
        action={<Button onClick={() => openBeside('paper')}>{t(PAPER.open)}</Button>}
      >
        <span className="tn">
          {provedAt
            ? t(COMMON.staleFor, { seconds, time: formatClock(provedAt) })
            : t(COMMON.notConnected, { seconds })}
        </span>
      </Banner>
    );
  if (provedAt && resynced)
    return (
      <Banner tone="good" icon={<IconCheck size={16} aria-hidden />}>
        {t(COMMON.resynced, { time: formatClock(provedAt) })}
      </Banner>
    );
  if (mendedAt && nowMs - new Date(mendedAt).getTime() < MENDED_SHOWN_MS)
    return (
      <Banner tone="warning" icon={<IconRefreshAlert size={16} aria-hidden />}>
        {t(DESK_WINDOWS.mended, { time: formatClock(mendedAt) })}
      </Banner>
    );
  return null;
}
