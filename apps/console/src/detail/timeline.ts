import {
  CALL_OUTCOMES,
  CALLS_TO_STATION,
  CASUALTY_STATES,
  CLOSE_REASONS,
  DISTRESS_ENDS,
  ETIMES,
  INCIDENT_STATES,
  MISSION_STATES,
  OVERRIDE_REASONS,
  QUICK_TEXTS,
  REFUSAL_REASONS,
  REQUEST_STATES,
  TRIAGE_TAGS,
  type TimelineEntry,
  type Wording,
} from '#contracts';
import { JOURNAL, type Language } from '#web';

type Entry = Pick<TimelineEntry, 'kind' | 'facts'>;
/** What people wrote: reasons and notes, and the messages of the crews. */
type Written = readonly { id: string; text: string }[];
const KINDS: Record<string, Wording> = JOURNAL;

/** Facts that have words, by what the entry is about and the fact's name. */
const FACTS: Record<string, Record<string, Record<string, Wording>>> = {
  call: { outcome: CALL_OUTCOMES },
  incident: { to: INCIDENT_STATES, reason: CLOSE_REASONS },
  message: { quick: QUICK_TEXTS },
  distress: { reason: DISTRESS_ENDS },
  casualty: { tag: TRIAGE_TAGS, state: CASUALTY_STATES },
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
  if (kind === 'message.shown' || kind === 'message.filed') return false;
  return kind !== 'mission.moved' || !ANSWERED.includes(String(facts['to']));
}

const MILESTONES: readonly string[] = [
  'call.taken',
  'incident.opened',
  'incident.moved',
  'incident.scheduled',
  'incident.merged',
  'incident.unmerged',
  'offer.accepted',
  'mission.notified',
  'mission.moved',
  'mission.corrected',
  'mission.hospitalChosen',
  'distress.raised',
  'distress.ended',
  'massCasualty.declared',
  'massCasualty.ended',
];
/** The turning points: what a reader wants who was not there. */
export const isMilestone = ({ kind }: Entry): boolean => MILESTONES.includes(kind);

/** One line of an incident's history in words: what happened, the facts that have words, and the note that says why. */
export function entryWords({ kind, facts }: Entry, notes: Written, language: Language): string {
  const tables = FACTS[kind.split('.')[0] ?? ''] ?? {};
  const words = Object.entries(facts).flatMap(([name, value]) => {
    const word = typeof value === 'string' ? tables[name]?.[value] : undefined;
    return word ? [word[language]] : [];
  });
  const because = notes
    .filter(
      ({ id, text }) =>
        text !== '' && (id === facts['because'] || (kind === 'message.sent' && id === facts['messageId'])),
    )
    .map(({ text }) => text);
  return [KINDS[kind]?.[language] ?? kind, ...words, ...because].join(': ');
}
