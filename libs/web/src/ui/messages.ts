import { isUnanswered, QUICK_TEXTS, type Message, type Wording } from '#contracts';

/** A message as it is read: the quick text, and what was typed to it. */
export function messageWords({ quick, text }: Pick<Message, 'quick' | 'text'>): Wording {
  const said: Wording = quick ? QUICK_TEXTS[quick] : { vi: '', en: '' };
  const whole = (words: string) => [words, text].filter(Boolean).join(': ');
  return { vi: whole(said.vi), en: whole(said.en) };
}

/** The messages of one vehicle, oldest first. */
export const conversationOf = (messages: Record<string, Message>, vehicleId: string): Message[] =>
  Object.values(messages)
    .filter((message) => message.vehicleId === vehicleId)
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt) || a.id.localeCompare(b.id));

/** What the reader has not seen yet, or has not confirmed though it asks for that; written by the other side. */
export const isWaitingFor = (reader: Message['from'], message: Message): boolean =>
  message.from !== reader && (message.state === 'sent' || isUnanswered(message));
