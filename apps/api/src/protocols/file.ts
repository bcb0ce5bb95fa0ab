import {
  ANSWERS,
  AnswerKey,
  Answers,
  CardKey,
  Combination,
  Effect,
  InstructionCard,
  Phrase,
  Protocol,
  QuestionKey,
  ReasonKey,
  type ProtocolAnswer,
  type ProtocolQuestion,
} from '#contracts';
import { z } from 'zod';

/** An answer as it is written: nothing but what it changes for yes, no and unknown; its words too for one of its own. */
const WrittenAnswer = Effect.extend({ vi: z.string().optional(), en: z.string().optional() });
const WrittenQuestion = z.strictObject({
  key: QuestionKey,
  ...Phrase.shape,
  /** Without answers of its own a question is answered with yes, no or unknown. */
  answers: z
    .record(AnswerKey, WrittenAnswer)
    .default({})
    .superRefine((answers, context) => {
      const own = Object.keys(answers).filter((key) => !Object.hasOwn(ANSWERS, key));
      for (const key of own)
        if (!answers[key]?.vi || !answers[key].en)
          context.addIssue({ code: 'custom', path: [key], message: 'an answer of its own needs vi and en' });
      if (own.length > 3) context.addIssue({ code: 'custom', message: 'at most 3 answers beside "unknown"' });
      if (answers['unknown']?.lower !== undefined)
        context.addIssue({ code: 'custom', path: ['unknown', 'lower'], message: 'what is not known never lowers' });
    }),
});
type WrittenQuestion = z.output<typeof WrittenQuestion>;

const WrittenCombination = Combination.extend({
  when: Answers.refine((when) => Object.keys(when).length >= 2, 'one answer alone belongs to its question'),
}).refine(({ when, lower }) => lower === undefined || !Object.values(when).includes('unknown'), {
  path: ['lower'],
  message: 'what is not known never lowers',
});

const Edition = Protocol.pick({ version: true, date: true, author: true, approvedBy: true }).shape;

/** `general.yaml`: questions that many reasons begin with. */
export const GeneralFile = z.strictObject({
  questions: z.array(WrittenQuestion).max(9),
  together: z.array(WrittenCombination).default([]),
});
export type GeneralFile = z.output<typeof GeneralFile>;

/** One reason, or several that are asked the same. */
export const ProtocolFile = z.strictObject({
  reasons: z.array(ReasonKey).min(1),
  ...Edition,
  /** Which of the general questions come first. */
  general: z.array(QuestionKey).default([]),
  questions: z.array(WrittenQuestion).default([]),
  together: z.array(WrittenCombination).default([]),
  card: CardKey.nullable().default(null),
});
export type ProtocolFile = z.output<typeof ProtocolFile>;

export const CardFile = InstructionCard.extend({
  tag: InstructionCard.shape.tag.default(null),
  compressions: InstructionCard.shape.compressions.default(null),
}).refine(({ compressions, steps }) => !compressions || compressions.fromStep <= steps.length, {
  path: ['compressions', 'fromStep'],
  message: 'there is no such step',
});

/** The answers in the order of the number keys, "unknown" last. */
function answersOf({ answers }: WrittenQuestion): ProtocolAnswer[] {
  const own = Object.keys(answers).filter((key) => !Object.hasOwn(ANSWERS, key));
  const keys = own.length > 0 ? [...own, 'unknown'] : Object.keys(ANSWERS);
  return keys.map((key) => {
    const words = Object.hasOwn(ANSWERS, key) ? ANSWERS[key as keyof typeof ANSWERS] : { vi: '', en: '' };
    const { vi = words.vi, en = words.en, ...effect } = answers[key] ?? {};
    return { key, vi, en, ...effect };
  });
}

const asked = (question: WrittenQuestion): ProtocolQuestion => ({ ...question, answers: answersOf(question) });

/** The protocols of a file, one for each of its reasons, with the general questions it asks first. */
export function protocolsOf(file: ProtocolFile, general: GeneralFile): Protocol[] {
  const { reasons, general: first, questions, together, ...edition } = file;
  const written = [...first.flatMap((key) => general.questions.find((known) => known.key === key) ?? []), ...questions];
  const keys = new Set(written.map(({ key }) => key));
  const joint = general.together.filter(({ when }) => Object.keys(when).every((key) => keys.has(key)));
  return reasons.map((reason) => ({
    ...edition,
    reason,
    questions: written.map(asked),
    together: [...joint, ...together],
  }));
}
