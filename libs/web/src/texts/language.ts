import type { Wording } from '#contracts';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { fill, type Given, type Language } from './wording.js';

interface LanguageChoice {
  language: Language;
  setLanguage: (language: Language) => void;
}

/** Vietnamese unless this person chose English on this machine. */
export const useLanguage = create<LanguageChoice>()(
  persist((set) => ({ language: 'vi', setLanguage: (language) => set({ language }) }), { name: 'language' }),
);

/** Keeps `<html lang>` in step with the choice. Call once, before the first render. */
export function applyLanguage(): void {
  const apply = ({ language }: LanguageChoice) => {
    document.documentElement.lang = language;
  };
  apply(useLanguage.getState());
  useLanguage.subscribe(apply);
}

/** Says a text: ours (`t(TEXTS.queue)`) or a word of the contracts (`t(ROLES.crew)`), with its facts when it has any. */
export type Say = <W extends Wording>(wording: W, ...given: Given<W>) => string;

export interface Texts {
  language: Language;
  t: Say;
  /** For wordings known only at run time (a reason of a recommendation): facts are not checked by the compiler. */
  say: (wording: Wording, facts?: Record<string, string | number>) => string;
  setLanguage: (language: Language) => void;
}

const byLanguage = Object.fromEntries(
  (['vi', 'en'] as const).map((language) => [
    language,
    {
      t: ((wording: Wording, facts?: Record<string, string | number>) => fill(wording[language], facts)) as Say,
      say: (wording: Wording, facts?: Record<string, string | number>) => fill(wording[language], facts),
    },
  ]),
) as Record<Language, Pick<Texts, 't' | 'say'>>;

/** The dictionary in the language of this screen; re-renders when it changes. */
export function useTexts(): Texts {
  const { language, setLanguage } = useLanguage();
  return { language, setLanguage, ...byLanguage[language] };
}
