import { CALL_REASONS, ReasonKey } from '#contracts';
import { COMMON, CONSOLE, Field, useTexts } from '#web';
import { useState } from 'react';
import { search } from '../palette/search.js';
import { Combobox } from './Combobox.js';
import { changeDraft, useDraft } from './use-draft.js';

const KEYS = ReasonKey.options;
const wordsOf = (key: ReasonKey) => {
  const { code, vi, en } = CALL_REASONS[key];
  return `${vi} ${code} ${en}`;
};

/** Why they call, found by code or by word, with or without accents. */
export function ReasonField({ fault }: { fault: string | null }) {
  const { t } = useTexts();
  const reason = useDraft((draft) => draft.reason);
  const [typed, setTyped] = useState('');
  return (
    <Field label={t(CONSOLE.reason)} required={t(COMMON.required)} fault={fault}>
      {(ids) => (
        <Combobox
          ids={ids}
          name="reason"
          text={reason ? t(CALL_REASONS[reason]) : typed}
          onText={(text) => {
            setTyped(text);
            changeDraft({ reason: null });
          }}
          options={reason ? [] : search(typed, KEYS, wordsOf, KEYS.length)}
          optionKey={(key) => key}
          renderOption={(key) => (
            <span className="reason-option">
              <strong>{t(CALL_REASONS[key])}</strong>
              <span className="reason-code tn">{CALL_REASONS[key].code}</span>
            </span>
          )}
          onChoose={(key) => {
            setTyped('');
            changeDraft({ reason: key });
          }}
          listLabel={t(CONSOLE.reasons)}
          emptyText={reason ? null : t(CONSOLE.reasonNone)}
          trailing={reason ? <span className="reason-code tn">{CALL_REASONS[reason].code}</span> : null}
        />
      )}
    </Field>
  );
}
