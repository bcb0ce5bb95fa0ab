import { CREW, formatDuration, machineNow, useJob, useNow, useTexts } from '#web';
import { IconCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useOutbox } from '../outbox/use-outbox.js';
import { linkState } from './link.js';

/** In step, sending, or for how long cut off and with how many taps waiting. */
export function LinkMark() {
  const { t } = useTexts();
  useNow();
  const connected = useJob((state) => state.connected);
  const heardAtMs = useJob((state) => state.heardAtMs);
  const pending = useOutbox((state) => state.entries.filter(({ refusal }) => refusal === null).length);
  const link = linkState({ connected, heardAtMs }, pending, machineNow());
  if (link.kind === 'offline')
    return (
      <span className="link link-offline tn" role="status">
        <IconCloudOff size={22} aria-hidden />
        <span>
          <b>{t(CREW.offlineFor, { time: formatDuration(link.seconds) })}</b>
          <span>{link.pending > 0 ? t(CREW.pending, { n: link.pending }) : t(CREW.nothingPending)}</span>
        </span>
      </span>
    );
  if (link.kind === 'sending')
    return (
      <span className="link" role="status">
        <IconCloudUp size={20} aria-hidden />
        {t(CREW.sendingTaps, { n: link.pending })}
      </span>
    );
  return (
    <span className="link link-synced" role="status">
      <IconCheck size={20} aria-hidden />
      {t(CREW.synced)}
    </span>
  );
}
