import { CALL_REASONS, PRIORITIES, ReasonKey, type PaperCard, type Priority } from '#contracts';
import { COMMON, Field, PAPER, useTexts } from '#web';
import { useState } from 'react';
import { PlaceCombobox } from '../intake/PlaceCombobox.js';
import type { Missing, Written } from './written.js';

const PRIORITY_CHOICES = [1, 2, 3, 4] as const satisfies readonly Priority[];

interface FieldsProps {
  card: Written;
  change: (part: Partial<Written>) => void;
  missing: readonly Missing[];
  blank: readonly PaperCard[];
  drill: boolean;
}

/** What stands at the head of a card. */
export function CardFields({ card, change, missing, blank, drill }: FieldsProps) {
  const { t } = useTexts();
  const fault = (what: Missing) => (missing.includes(what) ? t(PAPER.missing) : null);
  const text = (key: 'writtenBy' | 'witness' | 'phone' | 'callerName', maxLength = 120) => ({
    className: 'input',
    autoComplete: 'off',
    maxLength,
    value: card[key],
    onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
  });
  return (
    <>
      <Field label={t(PAPER.card)} required={t(COMMON.required)} fault={fault('number')}>
        {(ids) =>
          drill ? (
            <input
              {...ids}
              className="input tn"
              value={card.number}
              onChange={(event) => change({ number: event.target.value })}
            />
          ) : (
            <select
              {...ids}
              className="input tn"
              data-entry
              value={card.number}
              onChange={(event) => change({ number: event.target.value })}
            >
              <option value="">{t(PAPER.cardChoose)}</option>
              {blank.map(({ number }) => (
                <option key={number}>{number}</option>
              ))}
            </select>
          )
        }
      </Field>
      <Field label={t(PAPER.day)}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            className="input tn"
            value={card.day}
            onChange={(event) => change({ day: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(PAPER.calledAt)} required={t(COMMON.required)} fault={fault('calledAt')}>
        {(ids) => (
          <input
            {...ids}
            type="time"
            className="input tn"
            value={card.calledAt}
            onChange={(event) => change({ calledAt: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(PAPER.cardWrittenBy)} required={t(COMMON.required)} fault={fault('writtenBy')}>
        {(ids) => <input {...ids} {...text('writtenBy')} />}
      </Field>
      <Field label={t(PAPER.cardWitness)}>{(ids) => <input {...ids} {...text('witness')} />}</Field>
      <Field label={t(PAPER.phone)}>{(ids) => <input {...ids} {...text('phone', 60)} />}</Field>
      <Field label={t(PAPER.caller)}>{(ids) => <input {...ids} {...text('callerName')} />}</Field>
      <Field label={t(PAPER.what)} required={t(COMMON.required)} fault={fault('reason')}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={card.reason}
            onChange={(event) => change({ reason: event.target.value as ReasonKey })}
          >
            <option value="">–</option>
            {ReasonKey.options.map((reason) => (
              <option key={reason} value={reason}>
                {t(CALL_REASONS[reason])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t(PAPER.level)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={card.priority ?? ''}
            onChange={(event) =>
              change({ priority: event.target.value ? (Number(event.target.value) as Priority) : null })
            }
          >
            <option value="">–</option>
            {PRIORITY_CHOICES.map((level) => (
              <option key={level} value={level}>
                {level} {t(PRIORITIES[level])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t(PAPER.cardPatients)}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            min={0}
            max={999}
            className="input tn"
            value={card.patientCount}
            onChange={(event) => change({ patientCount: Number(event.target.value) })}
          />
        )}
      </Field>
    </>
  );
}

/** Where it happened, as it was written, or as the gazetteer knows it. */
export function PlaceOfCard({ card, change, missing }: Omit<FieldsProps, 'blank' | 'drill'>) {
  const { t } = useTexts();
  const [searching, setSearching] = useState(false);
  return (
    <Field
      label={t(PAPER.where)}
      required={t(COMMON.required)}
      fault={missing.includes('place') ? t(PAPER.missing) : null}
      className="paper-wide"
    >
      {(ids) => (
        <PlaceCombobox
          ids={ids}
          text={card.place.address}
          onText={(address) => {
            change({ place: { address, position: null, source: 'typed' } });
            setSearching(true);
          }}
          onChoose={({ name, position }) => {
            change({ place: { address: name, position, source: 'gazetteer' } });
            setSearching(false);
          }}
          searching={searching}
        />
      )}
    </Field>
  );
}
