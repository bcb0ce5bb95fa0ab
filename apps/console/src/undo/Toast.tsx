import { Banner, Button, COMMON, machineNow, useNow, useTexts } from '#web';
import { IconCheck } from '@tabler/icons-react';
import { isFresh, takeBackNewest, TOAST_MS, useUndo, type Deed } from './undo.js';

/** What was just done in this panel, with the way back; and what came of going back. */
export function Toast({ panel }: { panel: Deed['panel'] }) {
  const { t, say } = useTexts();
  const { deeds, told, failure } = useUndo();
  useNow();
  const nowMs = machineNow();
  const deed = deeds.at(-1);
  if (failure && deed?.panel === panel) return <Banner tone="fault">{say(failure.message)}</Banner>;
  if (told && told.panel === panel && nowMs - told.atMs <= TOAST_MS)
    return <Banner tone={told.tone}>{say(told.words)}</Banner>;
  if (!deed || deed.panel !== panel || nowMs - deed.atMs > TOAST_MS) return null;
  return (
    <Banner
      tone="good"
      icon={<IconCheck size={16} aria-hidden />}
      action={
        isFresh(deed, nowMs) ? (
          <Button keyCap="Ctrl Z" onClick={() => void takeBackNewest()}>
            {t(COMMON.undo)}
          </Button>
        ) : undefined
      }
    >
      {say(deed.words)}
    </Banner>
  );
}
