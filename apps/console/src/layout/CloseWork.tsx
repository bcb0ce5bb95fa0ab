import { Button, COMMON, useTexts } from '#web';
import { focusPanel } from '../focus.js';
import { closeWork } from '../room.js';
import { useLayout } from './use-layout.js';

/** Closes the work panel where it lies over the others; where it has its own place there is nothing to close. */
export function CloseWork() {
  const { t } = useTexts();
  const layout = useLayout();
  if (layout !== 'medium') return null;
  const close = () => {
    closeWork();
    focusPanel('incidents');
  };
  return (
    <Button kind="quiet" className="small" keyCap="Esc" onClick={close}>
      {t(COMMON.close)}
    </Button>
  );
}
