import { CLOSE_REASONS, CloseReason, ETIMES, type PaperCard, type PaperDrill } from '#contracts';
import {
  Banner,
  Button,
  EmptyState,
  Field,
  PAPER,
  formatDay,
  newCommandId,
  serverNow,
  useBoard,
  useCommand,
  useTexts,
  type Failure,
} from '#web';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { WRITTEN_TIMES } from './BlankCards.js';
import { CardFields, PlaceOfCard } from './CardFields.js';
import { emptyCard, entryOf, missingOf, type Written, type WrittenRun } from './written.js';

const today = () => formatDay(serverNow());

function RunFields(props: {
  run: WrittenRun;
  n: number;
  missing: boolean;
  onChange: (run: WrittenRun | null) => void;
}) {
  const { t } = useTexts();
  const units = useBoard((board) => board.units);
  const { run, n, onChange } = props;
  const vehicles = Object.values(units).sort((a, b) => a.callSign.localeCompare(b.callSign));
  return (
    <fieldset className="paper-run">
      <legend>{t(PAPER.run, { n })}</legend>
      <Field label={t(PAPER.unit)} fault={props.missing && !run.vehicleId ? t(PAPER.missing) : null}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={run.vehicleId}
            onChange={(event) => onChange({ ...run, vehicleId: event.target.value as WrittenRun['vehicleId'] })}
          >
            <option value="">–</option>
            {vehicles.map(({ id, callSign }) => (
              <option key={id} value={id}>
                {callSign}
              </option>
            ))}
          </select>
        )}
      </Field>
      {WRITTEN_TIMES.map((etime) => (
        <Field
          key={etime}
          label={t(ETIMES[etime])}
          fault={props.missing && etime === '03' && !run.times['03'] ? t(PAPER.missing) : null}
        >
          {(ids) => (
            <input
              {...ids}
              className="input tn"
              type="time"
              value={run.times[etime] ?? ''}
              onChange={(event) => onChange({ ...run, times: { ...run.times, [etime]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      <Button kind="quiet" onClick={() => onChange(null)}>
        {t(PAPER.dropRun)}
      </Button>
    </fieldset>
  );
}

function useEntering(drill: PaperDrill | null) {
  const enter = useCommand('paper.enter');
  const enterDrill = useCommand('paper.enterDrillCard');
  const [openedAt, setOpenedAt] = useState(() => new Date(serverNow()).toISOString());
  return {
    sending: enter.sending || enterDrill.sending,
    failure: enter.failure ?? enterDrill.failure,
    opened: () => setOpenedAt(new Date(serverNow()).toISOString()),
    run: (entry: ReturnType<typeof entryOf>): Promise<object | null> =>
      drill ? enterDrill.run({ drillId: drill.id, openedAt, entry }) : enter.run(entry),
  };
}

function Refused({ failure }: { failure: Failure }) {
  const { t, say } = useTexts();
  const what = failure.details?.['what'];
  const named = typeof what === 'string' && what in ETIMES ? t(ETIMES[what as keyof typeof ETIMES]) : t(PAPER.calledAt);
  return (
    <Banner tone="fault">
      {failure.code === 'PERIOD_INVALID' ? t(PAPER.timeWrong, { what: named }) : say(failure.message)}
    </Banner>
  );
}

/** What stands on a card, typed in afterwards with its own times; in a drill it is checked and not kept. */
export function BackEntry(props: { cards: readonly PaperCard[]; drill: PaperDrill | null; onChange: () => void }) {
  const { t } = useTexts();
  const { drill } = props;
  const blank = props.cards.filter(({ enteredAt, voidedAt }) => !enteredAt && !voidedAt).toReversed();
  const [card, setCard] = useState(() => emptyCard('', today()));
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const entering = useEntering(drill);
  const missing = tried ? missingOf(card) : [];
  const change = (part: Partial<Written>) => setCard((before) => ({ ...before, ...part }));
  const changeRun = (at: number, run: WrittenRun | null) =>
    change({ runs: card.runs.flatMap((one, i) => (i === at ? (run ? [run] : []) : [one])) });
  const save = async () => {
    setTried(true);
    if (entering.sending || missingOf(card).length > 0 || !(await entering.run(entryOf(card)))) return;
    setDone(card.number);
    setTried(false);
    setCard(emptyCard(drill ? newCommandId().slice(0, 8) : '', card.day));
    entering.opened();
    props.onChange();
  };
  if (!drill && blank.length === 0 && !done)
    return <EmptyState title={t(PAPER.blanksNone)}>{t(PAPER.blanksHint)}</EmptyState>;
  return (
    <form
      className="paper-entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="sheet-hint">
        {t(PAPER.entryHint)} {t(PAPER.nextDay)}
      </p>
      <div className="paper-fields">
        <CardFields card={card} change={change} missing={missing} blank={blank} drill={drill !== null} />
        <PlaceOfCard card={card} change={change} missing={missing} />
      </div>
      {card.runs.map((run, i) => (
        <RunFields
          key={i}
          run={run}
          n={i + 1}
          missing={missing.includes('run')}
          onChange={(changed) => changeRun(i, changed)}
        />
      ))}
      <div className="paper-row">
        <Button onClick={() => change({ runs: [...card.runs, { vehicleId: '', times: {} }] })}>
          {t(PAPER.addRun)}
        </Button>
        <Field label={t(PAPER.closeReason)}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={card.closeReason}
              onChange={(event) => change({ closeReason: event.target.value as CloseReason | '' })}
            >
              <option value="">{t(PAPER.stillOpen)}</option>
              {CloseReason.options.map((reason) => (
                <option key={reason} value={reason}>
                  {t(CLOSE_REASONS[reason])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t(PAPER.cardNote)} className="grow">
          {(ids) => (
            <input
              {...ids}
              className="input"
              maxLength={2000}
              value={card.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" aria-busy={entering.sending}>
          {t(PAPER.enter)}
        </Button>
      </div>
      {entering.failure ? <Refused failure={entering.failure} /> : null}
      {done && !entering.failure ? (
        <Banner tone="good" icon={<IconCheck size={16} aria-hidden />}>
          {t(PAPER.entered, { number: done })}
        </Banner>
      ) : null}
    </form>
  );
}
