import { ANSWERS, Answer, QUESTIONS, Question } from '#contracts';
import { CONSOLE, KeyCap, useTexts } from '#web';
import type { KeyboardEvent } from 'react';
import { changeDraft, useDraft } from './use-draft.js';

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Puts the focus on the answers of question `index`. */
export const focusQuestion = (index: number) =>
  document
    .querySelectorAll<HTMLElement>('[data-question]')
    [index]?.querySelector<HTMLElement>('[tabindex="0"]')
    ?.focus();

function QuestionRow({ question, index }: { question: Question; index: number }) {
  const { t } = useTexts();
  const answer = useDraft((draft) => draft.answers[question]);
  const give = (next: Answer) => changeDraft({ answers: { ...useDraft.getState().answers, [question]: next } });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEP[event.code];
    if (!step || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const now = answer ? Answer.options.indexOf(answer) : step > 0 ? -1 : Answer.options.length;
    const next = (now + step + Answer.options.length) % Answer.options.length;
    const option = Answer.options[next];
    if (!option) return;
    give(option);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
  };
  return (
    <div className="question" data-question={question}>
      <KeyCap>{index + 1}</KeyCap>
      <span id={`question-${question}`}>{t(QUESTIONS[question])}</span>
      <div className="answers" role="radiogroup" aria-labelledby={`question-${question}`} onKeyDown={onKeyDown}>
        {Answer.options.map((option, at) => (
          <button
            key={option}
            type="button"
            role="radio"
            aria-checked={answer === option}
            tabIndex={answer === option || (!answer && at === 0) ? 0 : -1}
            onClick={() => give(option)}
          >
            {t(ANSWERS[option])}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The three questions that may raise the level of any call. */
export function Screening() {
  const { t } = useTexts();
  return (
    <div className="field" role="group" aria-labelledby="screening-title">
      <div className="field-title">
        <span id="screening-title">{t(CONSOLE.screening)}</span>
        <span className="field-hint">{t(CONSOLE.screeningHint)}</span>
      </div>
      <div className="questions">
        {Question.options.map((question, index) => (
          <QuestionRow key={question} question={question} index={index} />
        ))}
      </div>
    </div>
  );
}
