import { CALL_BACK_CAUSES, spokenPhone, type CallBack, type CallBackId, type PersonsEnding } from '#contracts';
import {
  Banner,
  Button,
  EmptyState,
  formatHourMinute,
  formatSpan,
  Panel,
  secondsSince,
  TELEPHONY,
  useBoard,
  useCommand,
  useNow,
  useTexts,
} from '#web';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { takeWaitingFocus } from '../focus.js';
import { beginCall } from '../intake/begin-call.js';
import { CloseWork } from '../layout/CloseWork.js';
import { placeAfter } from '../layout/roving.js';
import { shortNumber } from '../queue/queue.js';
import { useRoom } from '../room.js';
import { earlierCallWords } from './caller-words.js';
import { useCaller } from './use-caller.js';
import { useWaitingCallBacks } from './use-rings.js';

/** Who called and was not helped yet, the longest waiting first. Nobody leaves it without a reason. */
export function CallBackList() {
  const { t } = useTexts();
  const callBacks = useWaitingCallBacks();
  const [chosenId, choose] = useState<CallBackId | null>(null);
  const at = Math.max(
    0,
    callBacks.findIndex(({ id }) => id === chosenId),
  );
  useEffect(() => takeWaitingFocus('callBacks'), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = placeAfter(event.code, at, callBacks.length);
    const callBack = next === null ? undefined : callBacks[next];
    if (!callBack) return;
    event.preventDefault();
    choose(callBack.id);
    document.getElementById(rowId(callBack.id))?.focus();
  };
  return (
    <Panel
      id="callBacks"
      title={t(TELEPHONY.callBacks)}
      keyCap="Alt B"
      controls={
        <>
          <span className="panel-count tn">{callBacks.length}</span>
          <span className="grow" />
          <span className="panel-hint">{t(TELEPHONY.moveHint)}</span>
          <CloseWork />
        </>
      }
    >
      {callBacks.length === 0 ? (
        <EmptyState title={t(TELEPHONY.callBacksNone)}>{t(TELEPHONY.callBacksNoneHint)}</EmptyState>
      ) : (
        <ul className="call-backs" aria-label={t(TELEPHONY.callBacks)} onKeyDown={onKeyDown}>
          {callBacks.map((callBack, index) => (
            <CallBackRow
              key={callBack.id}
              callBack={callBack}
              chosen={index === at}
              onChoose={() => choose(callBack.id)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const rowId = (id: CallBackId) => `call-back-${id}`;

function CallBackRow(props: { callBack: CallBack; chosen: boolean; onChoose: () => void }) {
  const { t, language } = useTexts();
  const nowMs = useNow();
  const { callBack, chosen, onChoose } = props;
  const { id, phone, cause, ringCount, firstRangAt, longestWaitSeconds, tries } = callBack;
  const { act, failure } = useSettling(callBack);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.repeat || event.target instanceof HTMLInputElement) return;
    const key = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
    if (key) act(ENDINGS[Number(key) - 1]!);
    else if (event.code === 'Enter' && (event.target as HTMLElement).id === rowId(id)) act('call');
    else return;
    event.preventDefault();
  };
  return (
    <li data-chosen={chosen || undefined} onFocus={onChoose} onKeyDown={onKeyDown}>
      <button
        type="button"
        id={rowId(id)}
        className="call-back-words"
        tabIndex={chosen ? 0 : -1}
        data-entry={chosen || undefined}
        onDoubleClick={() => act('call')}
      >
        <b className="tn">{phone ? spokenPhone(phone) : t(TELEPHONY.anonymous)}</b>
        <span className="call-back-age tn">{formatSpan(secondsSince(firstRangAt, nowMs), language)}</span>
        <span className="call-back-facts tn">
          {[
            t(CALL_BACK_CAUSES[cause]),
            formatHourMinute(firstRangAt),
            t(TELEPHONY.waited, { span: formatSpan(longestWaitSeconds, language) }),
            ringCount > 1 ? t(TELEPHONY.rangTimes, { count: ringCount }) : '',
            tries.length > 0 ? t(TELEPHONY.tried, { count: tries.length }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      {chosen ? <Known phone={phone} /> : null}
      {chosen ? <Actions callBack={callBack} act={act} /> : null}
      {failure}
    </li>
  );
}

const ENDINGS = ['reached', 'not_reached', 'no_number', 'linked'] as const satisfies readonly PersonsEnding[];
type Act = (what: 'call' | PersonsEnding) => void;

/** Calling back, and every way in which it can end. */
function useSettling(callBack: CallBack) {
  const { say } = useTexts();
  const trying = useCommand('callBack.try');
  const settling = useCommand('callBack.settle');
  const { id: callBackId, phone } = callBack;
  const act: Act = (what) => {
    if (what === 'call') {
      if (!phone) return;
      void trying.run({ callBackId });
      // The telephone of the desk dials, where one is set up for `tel:`.
      window.location.assign(`tel:${phone}`);
      return;
    }
    const { incidentId } = useRoom.getState();
    const incident = what === 'linked' && incidentId ? { incidentId } : {};
    void settling.run({ callBackId, ending: what, ...incident }).then((reply) => {
      if (reply && what === 'reached') beginCall({ phone: phone ? spokenPhone(phone) : '' });
    });
  };
  const failure = trying.failure ?? settling.failure;
  return { act, failure: failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null };
}

function Known({ phone }: { phone: string | null }) {
  const texts = useTexts();
  const history = useCaller(phone ?? '')?.history;
  const [last] = history?.calls ?? [];
  if (!history || !last) return null;
  return (
    <p className="call-back-known tn">
      {texts.t(TELEPHONY.callerCount, { count: history.callCount })} · {earlierCallWords(last, texts)}
      {history.mark ? <span className="caller-mark">{texts.t(TELEPHONY.marked)}</span> : null}
    </p>
  );
}

function Actions({ callBack: { phone }, act }: { callBack: CallBack; act: Act }) {
  const { t } = useTexts();
  const incidentId = useRoom((room) => room.incidentId);
  const incident = useBoard((board) => (incidentId ? board.incidents[incidentId] : undefined));
  return (
    <div className="actions call-back-actions">
      {phone ? (
        <>
          <Button kind="primary" className="small" keyCap="Enter" onClick={() => act('call')}>
            {t(TELEPHONY.callNow)}
          </Button>
          <Button className="small" keyCap="1" onClick={() => act('reached')}>
            {t(TELEPHONY.reached)}
          </Button>
          <Button className="small" keyCap="2" onClick={() => act('not_reached')}>
            {t(TELEPHONY.notReached)}
          </Button>
        </>
      ) : (
        <Button className="small" keyCap="3" onClick={() => act('no_number')}>
          {t(TELEPHONY.noNumber)}
        </Button>
      )}
      <Button
        className="small"
        keyCap="4"
        blockedBecause={incident ? null : t(TELEPHONY.belongsToChosen)}
        onClick={() => act('linked')}
      >
        {t(TELEPHONY.belongsTo, { number: incident ? shortNumber(incident.number) : '…' })}
      </Button>
    </div>
  );
}
