import type { Wording } from '#contracts';

export type Language = 'vi' | 'en';
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** The names in braces of a text: `'{count} xe'` -> `'count'`. */
export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
/** What a text must be given: nothing, or a value for each of its placeholders. */
export type Given<W extends Wording> = [Placeholders<W['vi']>] extends [never]
  ? []
  : [facts: Record<Placeholders<W['vi']>, string | number>];
type SamePlaceholders<T extends Record<string, Wording>> = {
  [K in keyof T]: [Placeholders<T[K]['vi']>, Placeholders<T[K]['en']>] extends [
    Placeholders<T[K]['en']>,
    Placeholders<T[K]['vi']>,
  ]
    ? T[K]
    : never;
};

/** A section of the dictionary. It compiles only when both languages are there and ask for the same facts. */
export const section = <const T extends Record<string, Wording>>(texts: T & SamePlaceholders<T>): T => texts;

/** Puts facts in the place of their names; a name without a fact stays visible, so that it is noticed. */
export const fill = (template: string, facts: Record<string, string | number> = {}): string =>
  template.replace(/\{(\w+)\}/g, (name, key: string) => String(facts[key] ?? name));
