import type { AnswerKey, Answers, ProtocolQuestion } from '#contracts';
import { INTAKE, KeyCap, useTexts } from '#web';
import type { KeyboardEvent } from 'react';
import type { z } from 'zod';
import './questions.css';

type Give = (question: string, answer: z.infer<typeof AnswerKey>) => void;

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-question]')];
const focusRow = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();

/** Puts the focus on the answers of question `index`; false when there is no such question on screen. */
export function focusQuestion(index: number): boolean {
  const row = rows()[index];
  focusRow(row);
  return row !== undefined;
}

/** The row above or below; at the ends the focus stays. */
function focusBeside(row: Element, step: 1 | -1): void {
  const all = rows();
  focusRow(all[all.indexOf(row as HTMLElement) + step]);
}

function QuestionRow(props: { question: ProtocolQuestion; index: number; answer: string | undefined; onAnswer: Give }) {
  const { t } = useTexts();
  const { question, answer, onAnswer } = props;
  const { answers } = question;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { code, currentTarget } = event;
    const row = currentTarget.closest('[data-question]')!;
    const picked = answers[Number(/^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1] ?? 0) - 1];
    if (picked) {
      event.preventDefault();
      onAnswer(question.key, picked.key);
      focusBeside(row, 1);
    } else if (code === 'ArrowDown' || code === 'ArrowUp' || code === 'Enter' || code === 'NumpadEnter') {
      event.preventDefault();
      focusBeside(row, code === 'ArrowUp' ? -1 : 1);
    } else if (code === 'ArrowLeft' || code === 'ArrowRight') {
      event.preventDefault();
      const step = code === 'ArrowRight' ? 1 : -1;
      const now = answers.findIndex(({ key }) => key === answer);
      const from = now < 0 && step < 0 ? answers.length : now;
      const next = (from + step + answers.length) % answers.length;
      onAnswer(question.key, answers[next]!.key);
      currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
    }
  };
  return (
    <div className="question" data-question={question.key}>
      <KeyCap>{props.index + 1}</KeyCap>
      <span id={`question-${question.key}`}>{t(question)}</span>
      <div className="answers" role="radiogroup" aria-labelledby={`question-${question.key}`} onKeyDown={onKeyDown}>
        {answers.map((offered, at) => (
          <button
            key={offered.key}
            type="button"
            role="radio"
            aria-checked={answer === offered.key}
            aria-keyshortcuts={String(at + 1)}
            tabIndex={answer === offered.key || (answer === undefined && at === 0) ? 0 : -1}
            onClick={() => onAnswer(question.key, offered.key)}
          >
            {t(offered)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The questions of a protocol: Alt and a number leads to one, the number of an answer answers it and goes on. */
export function Questions(props: { questions: readonly ProtocolQuestion[]; answers: Answers; onAnswer: Give }) {
  const { t } = useTexts();
  return (
    <div className="field" role="group" aria-labelledby="screening-title">
      <div className="field-title">
        <span id="screening-title">{t(INTAKE.screening)}</span>
        <span className="field-hint">{t(INTAKE.screeningHint)}</span>
      </div>
      <div className="questions">
        {props.questions.map((question, index) => (
          <QuestionRow
            key={question.key}
            question={question}
            index={index}
            answer={props.answers[question.key]}
            onAnswer={props.onAnswer}
          />
        ))}
      </div>
    </div>
  );
}
