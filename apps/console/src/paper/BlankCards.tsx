import { ETIMES, type ETime, type PaperCard } from '#contracts';
import { Banner, Button, COMMON, EmptyState, Field, PAPER, useCommand, useTexts } from '#web';
import { useState } from 'react';

/** What a crew tells by radio, in the order of the work; the form has a line for each. */
export const WRITTEN_TIMES = ['03', '04', '05', '06', '07', '09', '11', '12', '13'] as const satisfies readonly ETime[];

const Line = ({ label, wide = false }: { label: string; wide?: boolean }) => (
  <span className="blank-line" data-wide={wide || undefined}>
    <span>{label}</span>
    <i />
  </span>
);

function BlankCard({ card }: { card: PaperCard }) {
  const { t } = useTexts();
  return (
    <article className="blank-card">
      <header>
        <strong>{t(PAPER.cardTitle)}</strong>
        <b className="tn">{card.number}</b>
      </header>
      <div className="blank-lines">
        <Line label={t(PAPER.calledAt)} />
        <Line label={t(PAPER.phone)} />
        <Line label={t(PAPER.caller)} />
        <Line label={t(PAPER.cardWrittenBy)} />
        <Line label={t(PAPER.where)} wide />
        <Line label={t(PAPER.cardAccess)} wide />
        <Line label={t(PAPER.what)} />
        <Line label={t(PAPER.level)} />
        <Line label={t(PAPER.cardPatients)} />
        <Line label={t(PAPER.cardScreening)} wide />
      </div>
      <p>{t(PAPER.cardTimes)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(PAPER.unit)}</th>
            {WRITTEN_TIMES.map((etime) => (
              <th key={etime} scope="col">
                {t(ETIMES[etime])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[1, 2].map((row) => (
            <tr key={row}>
              <td />
              {WRITTEN_TIMES.map((etime) => (
                <td key={etime} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="blank-lines">
        <Line label={t(PAPER.cardHospital)} />
        <Line label={t(PAPER.cardOutcome)} />
        <Line label={t(PAPER.cardWitness)} />
        <Line label={t(PAPER.cardNote)} wide />
      </div>
    </article>
  );
}

function VoidForm({ card, onDone }: { card: PaperCard; onDone: () => void }) {
  const { t, say } = useTexts();
  const { run, failure, sending } = useCommand('paper.void');
  const [because, setBecause] = useState('');
  return (
    <form
      className="paper-row not-printed"
      onSubmit={(event) => {
        event.preventDefault();
        if (because.trim()) void run({ number: card.number, because }).then((done) => done && onDone());
      }}
    >
      <Field
        label={t(PAPER.voidWhy, { number: card.number })}
        fault={failure ? say(failure.message) : null}
        className="grow"
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            autoFocus
            maxLength={300}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
      <Button onClick={onDone}>{t(COMMON.cancel)}</Button>
      <Button type="submit" kind="danger" aria-busy={sending}>
        {t(PAPER.void)}
      </Button>
    </form>
  );
}

const USUAL_COUNT = 10;

/** Cards with numbers of their own, two to a page. */
export function BlankCards({ cards, onChange }: { cards: readonly PaperCard[]; onChange: () => void }) {
  const { t, say } = useTexts();
  const { run, failure, sending } = useCommand('paper.allocate');
  const [count, setCount] = useState(USUAL_COUNT);
  const [voiding, setVoiding] = useState<PaperCard | null>(null);
  const blank = cards.filter(({ enteredAt, voidedAt }) => !enteredAt && !voidedAt).toReversed();
  return (
    <div className="sheet">
      <div className="sheet-head not-printed">
        <Field label={t(PAPER.howMany)}>
          {(ids) => (
            <input
              {...ids}
              className="input tn"
              type="number"
              min={1}
              max={50}
              value={count}
              onChange={(event) => setCount(Math.max(1, Math.min(50, Number(event.target.value))))}
            />
          )}
        </Field>
        <Button aria-busy={sending} onClick={() => void run({ count }).then((done) => done && onChange())}>
          {t(PAPER.allocate, { count })}
        </Button>
        <span className="sheet-hint">{t(PAPER.blanksHint)}</span>
        <Button
          kind="primary"
          blockedBecause={blank.length > 0 ? null : t(PAPER.blanksNone)}
          onClick={() => window.print()}
        >
          {t(PAPER.print)}
        </Button>
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {voiding ? (
        <VoidForm
          card={voiding}
          onDone={() => {
            setVoiding(null);
            onChange();
          }}
        />
      ) : null}
      {blank.length === 0 ? (
        <EmptyState title={t(PAPER.blanksNone)} />
      ) : (
        <>
          <p className="not-printed">
            {t(PAPER.cardsBlank, { count: blank.length })}{' '}
            {blank.map((card) => (
              <Button
                key={card.number}
                kind="quiet"
                className="small tn"
                title={t(PAPER.void)}
                onClick={() => setVoiding(card)}
              >
                {card.number} ✕
              </Button>
            ))}
          </p>
          <div className="blank-cards">
            {blank.map((card) => (
              <BlankCard key={card.number} card={card} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}
