import {
  CALL_OUTCOMES,
  CALLS_TO_STATION,
  CLOSE_REASONS,
  ETIMES,
  INCIDENT_STATES,
  MISSION_STATES,
  OVERRIDE_REASONS,
  REFUSAL_REASONS,
  REQUEST_STATES,
  type Note,
  type TimelineEntry,
  type Wording,
} from '#contracts';
import { JOURNAL, type Language } from '#web';

type Entry = Pick<TimelineEntry, 'kind' | 'facts'>;
type Notes = readonly Pick<Note, 'id' | 'text'>[];
const KINDS: Record<string, Wording> = JOURNAL;

/** Facts that have words, by what the entry is about and the fact's name. */
const FACTS: Record<string, Record<string, Record<string, Wording>>> = {
  call: { outcome: CALL_OUTCOMES },
  incident: { to: INCIDENT_STATES, reason: CLOSE_REASONS },
  request: { to: REQUEST_STATES, override: OVERRIDE_REASONS },
  offer: { reason: REFUSAL_REASONS, outcome: CALLS_TO_STATION },
  mission: { to: MISSION_STATES, orderedBecause: OVERRIDE_REASONS, etime: ETIMES, reason: OVERRIDE_REASONS },
};
const ANSWERED = ['refused', 'unanswered', 'withdrawn'];

/** Entries that say nothing new to a reader: the answer to an offer also moves its mission, each step writes its time. */
export function isTelling({ kind, facts }: Entry): boolean {
  if (kind === 'mission.notified') return Boolean(facts['orderedBecause']);
  if (kind === 'mission.timed') return facts['explained'] === true;
  if (kind === 'suggestion.renewed') return false;
  return kind !== 'mission.moved' || !ANSWERED.includes(String(facts['to']));
}

/** One line of an incident's history in words: what happened, the facts that have words, and the note that says why. */
export function entryWords({ kind, facts }: Entry, notes: Notes, language: Language): string {
  const tables = FACTS[kind.split('.')[0] ?? ''] ?? {};
  const words = Object.entries(facts).flatMap(([name, value]) => {
    const word = typeof value === 'string' ? tables[name]?.[value] : undefined;
    return word ? [word[language]] : [];
  });
  const because = notes.filter(({ id }) => id === facts['because']).map(({ text }) => text);
  return [KINDS[kind]?.[language] ?? kind, ...words, ...because].join(': ');
}
