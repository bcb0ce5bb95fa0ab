import type { MissionStep } from '#contracts';
import { COMMON, CREW, formatClock, useNow, useTexts } from '#web';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';

const UNDO_SECONDS = 8;
export interface Reported {
  step: MissionStep;
  /** Where undoing leads; null when the server has no way back. */
  back: MissionStep | null;
  /** Server time. */
  atMs: number;
}

/** For eight seconds after a tap: what was recorded, and the way back. It takes the place of a confirmation. */
export function UndoBar(props: { last: Reported | null; words: string; onUndo: (last: Reported) => void }) {
  const { t } = useTexts();
  const nowMs = useNow();
  const { last } = props;
  const left = last ? UNDO_SECONDS - Math.floor((nowMs - last.atMs) / 1000) : 0;
  if (!last || left <= 0) return null;
  return (
    <div className="undo-bar" role="status">
      <IconCheck size={20} aria-hidden />
      <span className="tn">{t(CREW.recorded, { step: props.words, time: formatClock(last.atMs) })}</span>
      {last.back ? (
        <button type="button" onClick={() => props.onUndo(last)}>
          <IconArrowBackUp size={22} aria-hidden />
          {t(COMMON.undo)}{' '}
          <b className="tn" aria-hidden="true">
            {left}
          </b>
        </button>
      ) : null}
    </div>
  );
}
