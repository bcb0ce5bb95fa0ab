import {
  EQUIPMENT,
  OBSTRUCTION_KINDS,
  OUT_OF_SERVICE_REASONS,
  RECOMMENDATION_REASONS,
  VEHICLE_LEVELS,
  type RecommendationReason,
  type Wording,
} from '#contracts';
import type { Language } from '#web';

const TABLES: Record<string, Record<string, Wording>> = {
  level: VEHICLE_LEVELS,
  need: VEHICLE_LEVELS,
  equipment: EQUIPMENT,
  reason: OUT_OF_SERVICE_REASONS,
  obstruction: OBSTRUCTION_KINDS,
};

/** Facts as words: a key of one of the tables becomes its word, a list of keys becomes a list of words. */
function wordsOfFact(name: string, value: string | number, language: Language): string {
  // The room says the last four digits of a number.
  if (name === 'incident') return String(value).slice(-4);
  const table = TABLES[name];
  if (!table || typeof value === 'number') return String(value);
  return value
    .split(',')
    .map((key) => {
      const word = table[key.trim()]?.[language] ?? key.trim();
      return language === 'vi' || name === 'obstruction' ? word.toLowerCase() : word; // English ones are abbreviations
    })
    .join(', ');
}

/** One reason of a recommendation as a person reads it: "kíp cơ bản, cần hồi sức". */
export function reasonWords({ key, facts }: RecommendationReason, language: Language): string {
  return RECOMMENDATION_REASONS[key][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    wordsOfFact(name, facts[name] ?? '', language),
  );
}
