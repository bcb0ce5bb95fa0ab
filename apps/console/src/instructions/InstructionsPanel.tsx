import { adviceOf, type Answers, type InstructionCard, type Protocol } from '#contracts';
import { Banner, Button, INTAKE, KeyCap, machineNow, useTexts } from '#web';
import { useEffect, useReducer, useRef, type KeyboardEvent } from 'react';
import { useReturnFocus } from '../focus.js';
import { useProtocols } from '../protocols/use-protocols.js';
import { compressionsAt, mustSwap } from './metronome.js';
import { beginCard, closeInstructions, goToStep, startBeat, stopBeat, useInstructions } from './use-instructions.js';
import './instructions.css';

/** Counts the compressions aloud on screen, and says when the rescuers change places. */
function Beat({ card, sinceMs }: { card: InstructionCard; sinceMs: number | null }) {
  const { t } = useTexts();
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const rate = card.compressions;
  useEffect(() => {
    if (sinceMs === null || !rate) return;
    const timer = setInterval(draw, 60_000 / rate.perMinute);
    return () => clearInterval(timer);
  }, [sinceMs, rate]);
  if (!rate) return null;
  const elapsed = sinceMs === null ? 0 : (machineNow() - sinceMs) / 1_000;
  const count = sinceMs === null ? 0 : compressionsAt(elapsed, rate.perMinute);
  return (
    <div className="beat">
      <span className="beat-mark" data-odd={count % 2 === 1 || undefined} aria-hidden />
      <span className="tn">
        <strong>{count}</strong> {t(INTAKE.compressions)} · {t(INTAKE.perMinute, { n: rate.perMinute })}
      </span>
      <span className="grow" />
      <Button
        className="small"
        keyCap={t(INTAKE.space)}
        onClick={() => (sinceMs === null ? startBeat(card) : stopBeat())}
      >
        {sinceMs === null ? t(INTAKE.beatOn) : t(INTAKE.beatOff)}
      </Button>
      {mustSwap(elapsed, rate.swapAfterSeconds) ? (
        <strong className="beat-swap" role="status">
          {t(INTAKE.swap)}
        </strong>
      ) : null}
    </div>
  );
}

function Steps({ card }: { card: InstructionCard }) {
  const { t } = useTexts();
  const { step, beatSinceMs } = useInstructions();
  return (
    <>
      <ol className="steps-to-read">
        {card.steps.map((text, at) => (
          <li key={at} aria-current={at === step ? 'step' : undefined} data-done={at < step || undefined}>
            <button type="button" tabIndex={-1} onClick={() => goToStep(card, at)}>
              {t(text)}
            </button>
          </li>
        ))}
      </ol>
      <Beat card={card} sinceMs={beatSinceMs} />
      <div className="actions">
        <Button className="small" keyCap="←" disabled={step === 0} onClick={() => goToStep(card, step - 1)}>
          {t(INTAKE.stepBack)}
        </Button>
        <Button
          className="small"
          kind="primary"
          keyCap="Enter"
          disabled={step === card.steps.length - 1}
          onClick={() => goToStep(card, step + 1)}
        >
          {t(INTAKE.stepOn)}
        </Button>
      </div>
    </>
  );
}

/**
 * What to tell the caller, beside the form and never over it: a number takes a card, Enter reads on. Those that the
 * answers call for come first.
 */
export function InstructionsPanel({ answers, protocol }: { answers: Answers; protocol: Protocol | null }) {
  const { t, say } = useTexts();
  const { open } = useInstructions();
  return open ? <OpenPanel key="open" answers={answers} protocol={protocol} t={t} say={say} /> : null;
}

function OpenPanel(
  props: { answers: Answers; protocol: Protocol | null } & Pick<ReturnType<typeof useTexts>, 't' | 'say'>,
) {
  const { t, say, protocol, answers } = props;
  useReturnFocus();
  const panel = useRef<HTMLElement>(null);
  const { card: key, step, beatSinceMs, failure } = useInstructions();
  const cards = useProtocols((state) => state.cards);
  const first = protocol ? adviceOf(answers, protocol).cards : [];
  const advised = first.flatMap((wanted) => cards.find((card) => card.key === wanted) ?? []);
  const others = cards.filter((card) => !advised.includes(card));
  const card = cards.find((one) => one.key === key);
  useEffect(() => panel.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.target instanceof HTMLSelectElement) return;
    const { code } = event;
    const picked = advised[Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0) - 1];
    const forward = code === 'Enter' || code === 'NumpadEnter' || code === 'ArrowRight' || code === 'ArrowDown';
    if (picked) beginCard(picked);
    else if (card && forward) goToStep(card, step + 1);
    else if (card && (code === 'ArrowLeft' || code === 'ArrowUp')) goToStep(card, step - 1);
    else if (card?.compressions && code === 'Space') {
      if (beatSinceMs === null) startBeat(card);
      else stopBeat();
    } else if (code === 'Escape') {
      event.stopPropagation();
      closeInstructions();
    } else return;
    event.preventDefault();
  };
  return (
    <section
      className="instructions"
      aria-label={t(INTAKE.instructions)}
      tabIndex={-1}
      ref={panel}
      onKeyDown={onKeyDown}
    >
      <div className="instructions-head">
        <strong>{card ? t(card) : t(INTAKE.instructions)}</strong>
        <span className="grow" />
        <Button className="small" kind="quiet" keyCap="Esc" onClick={closeInstructions}>
          {t(INTAKE.instructionsClose)}
        </Button>
      </div>
      <div className="instructions-cards" role="group" aria-label={t(INTAKE.cards)}>
        {advised.map((one, at) => (
          <button key={one.key} type="button" aria-pressed={one.key === key} onClick={() => beginCard(one)}>
            <KeyCap>{at + 1}</KeyCap> {t(one)}
          </button>
        ))}
        <select
          className="input"
          aria-label={t(INTAKE.otherCards)}
          value={others.some((one) => one.key === key) ? (key ?? '') : ''}
          onChange={(event) => {
            const chosen = others.find((one) => one.key === event.target.value);
            if (chosen) beginCard(chosen);
            panel.current?.focus();
          }}
        >
          <option value="">{t(INTAKE.otherCards)}</option>
          {others.map((one) => (
            <option key={one.key} value={one.key}>
              {t(one)}
            </option>
          ))}
        </select>
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {card ? <Steps card={card} /> : <p className="instructions-none">{t(INTAKE.chooseCard)}</p>}
    </section>
  );
}
