import { REFUSAL_REASONS, type RefusalReason } from '#contracts';
import { Button, COMMON, CREW, Field, useTexts } from '#web';
import { useState } from 'react';

const REASONS = Object.keys(REFUSAL_REASONS) as RefusalReason[];

/** One touch on a reason refuses; only "other" asks for words. */
export function RefusalChoice(props: { onRefuse: (reason: RefusalReason, text: string) => void; onBack: () => void }) {
  const { t } = useTexts();
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  return (
    <div className="refusal" role="group" aria-label={t(CREW.whyRefuse)}>
      <h2>{t(CREW.whyRefuse)}</h2>
      {writing ? (
        <form
          className="refusal-other"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') props.onRefuse('other', text.trim());
          }}
        >
          <Field label={t(CREW.otherReason)} required={t(COMMON.required)}>
            {(ids) => (
              <input
                {...ids}
                className="input large"
                maxLength={300}
                autoFocus
                aria-required
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" kind="primary" className="large">
            {t(CREW.sendRefusal)}
          </Button>
        </form>
      ) : (
        <div className="refusal-reasons">
          {REASONS.map((reason) => (
            <button
              key={reason}
              type="button"
              onClick={() => (reason === 'other' ? setWriting(true) : props.onRefuse(reason, ''))}
            >
              {t(REFUSAL_REASONS[reason])}
            </button>
          ))}
        </div>
      )}
      <Button className="large" onClick={() => (writing ? setWriting(false) : props.onBack())}>
        {t(COMMON.back)}
      </Button>
    </div>
  );
}
