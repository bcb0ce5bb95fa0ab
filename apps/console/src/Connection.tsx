import { Banner, COMMON, formatClock, useBoard, useFreshness, useJustResynced, useTexts } from '#web';
import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';

/** Says when the data stopped, and for a moment that everything is in step again. */
export function Connection() {
  const { t } = useTexts();
  const { state, seconds } = useFreshness();
  const provedAt = useBoard((board) => board.provedAt);
  const resynced = useJustResynced();
  if (state === 'warning' || state === 'alarm')
    return (
      <Banner tone="warning" icon={<IconPlugConnectedX size={16} aria-hidden />}>
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
  return null;
}
