import { spokenPhone, type CallerHistory } from '#contracts';
import { Banner, Button, COMMON, formatDate, send, TELEPHONY, UNDOING, useCommand, useTexts } from '#web';
import { useState } from 'react';
import { focusIncident } from '../focus.js';
import { Toast } from '../undo/Toast.js';
import { inWords, remember } from '../undo/undo.js';
import { earlierCallWords } from './caller-words.js';
import { forgetCaller, useCaller } from './use-caller.js';

/** Under the number: how often it called in twelve months and what for; opened, the last calls and the mark. */
export function CallerLine({ phone }: { phone: string }) {
  const texts = useTexts();
  const { t } = texts;
  const known = useCaller(phone);
  if (!known) return null;
  const { history } = known;
  if (!history) return <p className="caller-line">{t(TELEPHONY.callerUnknown)}</p>;
  const [last] = history.calls;
  return (
    <details className="caller-line">
      <summary>
        <span>
          {history.callCount > 0 ? t(TELEPHONY.callerCount, { count: history.callCount }) : t(TELEPHONY.callerNew)}
        </span>
        {history.mark ? <span className="caller-mark">{t(TELEPHONY.marked)}</span> : null}
        {last ? <span className="caller-last tn">{earlierCallWords(last, texts)}</span> : null}
      </summary>
      <div className="caller-history">
        <EarlierCalls history={history} />
        <Mark history={history} />
        <Toast panel="intake" />
      </div>
    </details>
  );
}

function EarlierCalls({ history }: { history: CallerHistory }) {
  const texts = useTexts();
  const { t } = texts;
  if (history.calls.length === 0) return null;
  return (
    <ul aria-label={t(TELEPHONY.earlierCalls)}>
      {history.calls.map((call) => {
        const { callId, incident } = call;
        const words = earlierCallWords(call, texts);
        return (
          <li key={callId} className="tn">
            {incident ? (
              <button type="button" onClick={() => focusIncident(incident.id)}>
                {words}
              </button>
            ) : (
              words
            )}
            {incident ? <small>{[incident.address, incident.ward].filter(Boolean).join(' · ')}</small> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Mark({ history: { phone, mark } }: { history: CallerHistory }) {
  const { t, say } = useTexts();
  const [because, setBecause] = useState('');
  const marking = useCommand('caller.mark');
  const unmarking = useCommand('caller.unmark');
  const failure = marking.failure ?? unmarking.failure;
  const act = async () => {
    const done = mark ? await unmarking.run({ phone, because }) : await marking.run({ phone, because });
    if (!done) return;
    forgetCaller(phone);
    setBecause('');
    const back = () =>
      mark
        ? send('caller.mark', { phone, because: mark.because })
        : send('caller.unmark', { phone, because: t(COMMON.undo) });
    remember({
      panel: 'intake',
      words: inWords(mark ? UNDOING.unmarked : UNDOING.marked, { phone: spokenPhone(phone) }),
      undo: [() => back().then(() => forgetCaller(phone))],
      correction: UNDOING.correctMark,
    });
  };
  return (
    <div className="caller-marking">
      {mark ? (
        <p>
          {t(TELEPHONY.markedBecause, { by: mark.markedBy, date: formatDate(mark.markedAt), because: mark.because })}
        </p>
      ) : null}
      <div className="actions">
        <input
          className="input"
          aria-label={t(TELEPHONY.because)}
          placeholder={t(TELEPHONY.because)}
          value={because}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setBecause(event.target.value)}
        />
        <Button
          className="small"
          aria-busy={marking.sending || unmarking.sending}
          blockedBecause={because.trim() === '' ? t(TELEPHONY.because) : null}
          onClick={() => void act()}
        >
          {mark ? t(TELEPHONY.unmark) : t(TELEPHONY.mark)}
        </Button>
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </div>
  );
}
