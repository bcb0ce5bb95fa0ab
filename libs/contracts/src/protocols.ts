import { z } from 'zod';
import { ReasonKey, Answers, AnswerKey, QuestionKey } from './reasons.js';
import { Instant, type Wording } from './values.js';
import { Capability, Equipment, Priority, VehicleLevel } from './words.js';

/** Both languages of something that a person wrote into a file. */
export const Phrase = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** Names an instruction card: its file's `key`. */
export const CardKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
export type CardKey = z.infer<typeof CardKey>;

/** What an answer changes. Whatever is left out stays as the reason for the call has it. */
export const Effect = z.strictObject({
  /** Raises the priority to this, never lowers it. */
  level: Priority.optional(),
  /** Lowers the priority to this, and only while no other answer has raised it. */
  lower: Priority.optional(),
  /** The least capable vehicle from now on; a more capable one stays. */
  vehicle: VehicleLevel.optional(),
  equipment: z.array(Equipment).optional(),
  capabilities: z.array(Capability).optional(),
  /** What the crew reads beside the complaint. */
  tag: Phrase.optional(),
  /** The instructions to give the caller now. */
  card: CardKey.optional(),
});
export type Effect = z.infer<typeof Effect>;

export const ProtocolAnswer = Effect.extend({ key: AnswerKey, ...Phrase.shape });
export type ProtocolAnswer = z.infer<typeof ProtocolAnswer>;

export const ProtocolQuestion = z.strictObject({
  key: QuestionKey,
  ...Phrase.shape,
  /** In the order of the number keys; the last one is always "unknown". */
  answers: z.array(ProtocolAnswer).min(2).max(4),
});
export type ProtocolQuestion = z.infer<typeof ProtocolQuestion>;

/** What several answers mean together, beyond what each of them means. */
export const Combination = Effect.extend({ when: Answers });

const Edition = {
  /** Another text is another version: answers keep the meaning of the version they were given under. */
  version: z.number().int().min(1),
  date: z.iso.date(),
  author: z.string().min(1),
  /** The physician who approved this version; null until one has. */
  approvedBy: z.string().min(1).nullable(),
};

/** The questions for one reason for calling, and what their answers change. */
export const Protocol = z.strictObject({
  reason: ReasonKey,
  ...Edition,
  questions: z.array(ProtocolQuestion).max(9),
  together: z.array(Combination),
  /** The instructions that go with this reason whatever is answered. */
  card: CardKey.nullable(),
});
export type Protocol = z.infer<typeof Protocol>;

/** What the call taker reads out, sentence by sentence. */
export const InstructionCard = z.strictObject({
  key: CardKey,
  ...Phrase.shape,
  ...Edition,
  /** Shown in the queue once given, e.g. "CPR qua điện thoại"; null for what needs no mark. */
  tag: Phrase.nullable(),
  steps: z.array(Phrase).min(1).max(12),
  /** Chest compressions to keep time with, from this step on (1 is the first). */
  compressions: z
    .strictObject({
      fromStep: z.number().int().min(1),
      perMinute: z.number().int().min(60).max(140),
      swapAfterSeconds: z.number().int().min(30).max(600),
    })
    .nullable(),
});
export type InstructionCard = z.infer<typeof InstructionCard>;

/** A card that was begun for a caller, and when: part of the incident's history. */
export const GivenInstruction = z.object({ card: CardKey, at: Instant, by: z.string() });
export type GivenInstruction = z.infer<typeof GivenInstruction>;

/** Everything in force, as the console needs it. */
export const ProtocolsInForce = z.object({ protocols: z.array(Protocol), cards: z.array(InstructionCard) });
export type ProtocolsInForce = z.infer<typeof ProtocolsInForce>;

/** The effects of what was answered, those of combinations last. Answers to questions it does not know change nothing. */
export function effectsOf(answers: Answers, { questions, together }: Protocol): Effect[] {
  const single = questions.flatMap(
    ({ key, answers: offered }) => offered.find((answer) => answer.key === answers[key]) ?? [],
  );
  const joint = together.filter(({ when }) => Object.entries(when).every(([key, answer]) => answers[key] === answer));
  return [...single, ...joint];
}

/** What the answers tell the crew, and which instructions they call for, those of the reason itself last. */
export function adviceOf(answers: Answers, protocol: Protocol): { tags: Wording[]; cards: CardKey[] } {
  const effects = effectsOf(answers, protocol);
  const cards = effects.flatMap(({ card }) => card ?? []).reverse();
  return {
    tags: effects.flatMap(({ tag }) => tag ?? []),
    cards: [...new Set([...cards, ...(protocol.card ? [protocol.card] : [])])],
  };
}

/** The questions that were answered, in their order, with both texts. */
export const answersInWords = (answers: Answers, { questions }: Protocol): { question: Wording; answer: Wording }[] =>
  questions.flatMap((question) => {
    const answer = question.answers.find(({ key }) => key === answers[question.key]);
    return answer ? [{ question, answer }] : [];
  });
