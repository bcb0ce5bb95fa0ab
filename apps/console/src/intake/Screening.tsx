import { Questions } from '../protocols/Questions.js';
import { useProtocol } from '../protocols/use-protocols.js';
import { changeDraft, useDraft } from './use-draft.js';

/** The questions for the call on the line; before a reason is known, those of any call. */
export function Screening() {
  const reason = useDraft((draft) => draft.reason);
  const answers = useDraft((draft) => draft.answers);
  const protocol = useProtocol(reason ?? 'other');
  if (!protocol) return null;
  return (
    <Questions
      questions={protocol.questions}
      answers={answers}
      onAnswer={(question, answer) => changeDraft({ answers: { ...useDraft.getState().answers, [question]: answer } })}
    />
  );
}
