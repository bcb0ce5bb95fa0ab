import { KeyCap, TELEPHONY, useTexts } from '#web';
import { perform } from '../keys/perform.js';
import { useWaitingCallBacks } from './use-rings.js';

/** How many are to be called back, in the top bar; nothing when there is nobody. */
export function CallBackCount() {
  const { t } = useTexts();
  const count = useWaitingCallBacks().length;
  if (count === 0) return null;
  return (
    <button type="button" data-hot onClick={() => perform({ kind: 'callBacks' })}>
      <b className="tn">{count}</b> {t(TELEPHONY.callBackCount)} <KeyCap>Alt B</KeyCap>
    </button>
  );
}
