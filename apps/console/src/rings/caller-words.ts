import { CALL_OUTCOMES, CALL_REASONS, CLOSE_REASONS, INCIDENT_STATES, type EarlierCall } from '#contracts';
import { formatDate, type Texts } from '#web';

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** One earlier call in a line: `12/08/2026 – khó thở, đã chuyển viện`. */
export function earlierCallWords({ receivedAt, outcome, incident }: EarlierCall, { t }: Pick<Texts, 't'>): string {
  const end = incident
    ? incident.closeReason
      ? CLOSE_REASONS[incident.closeReason]
      : INCIDENT_STATES[incident.state]
    : outcome && CALL_OUTCOMES[outcome];
  const what = [incident && lowered(t(CALL_REASONS[incident.reason])), end && lowered(t(end))].filter(Boolean);
  return [formatDate(receivedAt), what.join(', ')].filter(Boolean).join(' – ');
}
