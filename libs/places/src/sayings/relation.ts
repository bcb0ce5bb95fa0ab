import { fold } from '../words/fold.js';

/** How callers say that they are beside something else; the longest first, so that "sau lưng" is not "sau". */
const RELATIONS = [
  'bên cạnh',
  'ngay cạnh',
  'kế bên',
  'sát bên',
  'bên hông',
  'gần bên',
  'gần ngay',
  'ngay gần',
  'ngay trước',
  'sau lưng',
  'phía sau',
  'phía trước',
  'trước mặt',
  'xéo xéo',
  'đối diện',
  'bên kia',
  'qua khỏi',
  'xung quanh',
  'khu vực',
  'đoạn gần',
  'khúc gần',
  'ngay đoạn',
  'ngay khúc',
  'dưới chân',
  'gần',
  'sát',
  'cạnh',
  'kế',
  'xéo',
  'sau',
  'trước',
  'ngay',
  'tại',
  'đoạn',
  'khúc',
] as const;

/** These fold to other words (chỗ and chợ, đầu and Dầu): they count only with their marks. */
const MARKED_RELATIONS = [
  'gần chỗ',
  'ngay chỗ',
  'chỗ',
  'đầu đường',
  'cuối đường',
  'đầu',
  'cuối',
  'trong',
  'ngoài',
  'ở',
  'bên',
  'dưới',
  'chân',
  'qua',
] as const;

interface Phrase {
  readonly words: string;
  /** With their marks, or folded. */
  readonly parts: readonly string[];
  readonly marked: boolean;
}
const PHRASES: readonly Phrase[] = [
  ...MARKED_RELATIONS.map((words) => ({ words, parts: words.normalize('NFC').split(' '), marked: true })),
  ...RELATIONS.map((words) => ({ words, parts: fold(words).split(' '), marked: false })),
];

export interface Related {
  /** What stands before the relation, e.g. a street; empty when the text begins with it. */
  readonly before: string;
  /** The relation with its accents, e.g. `đối diện`. */
  readonly relation: string;
  /** What it relates to. */
  readonly landmark: string;
}

/** The first relation in a text with something after it ("QL13 đoạn cầu Ông Bố", "gần chợ Búng"), or null. */
export function relatedIn(text: string): Related | null {
  const words = text
    .normalize('NFC')
    .split(/[\s,]+/)
    .filter(Boolean);
  for (let start = 0; start < words.length - 1; start++) {
    const found = PHRASES.find(({ parts, marked }) =>
      parts.every((word, k) => {
        const typed = words[start + k];
        return typed !== undefined && (marked ? typed.toLowerCase() : fold(typed)) === word;
      }),
    );
    if (!found) continue;
    const landmark = words.slice(start + found.parts.length).join(' ');
    if (landmark) return { before: words.slice(0, start).join(' '), relation: found.words, landmark };
  }
  return null;
}
