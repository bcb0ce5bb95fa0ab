import type { CommandBody, CrewView } from '#contracts';
import type { Entry } from '../outbox/entry.js';

/** An order or a job that went away without the crew's doing. */
export interface LostJob {
  kind: 'order' | 'job';
  incidentNumber: string;
}

type Job = Pick<CrewView, 'mission' | 'incident' | 'offer'>;

/**
 * Whether the job of `before` was taken from the crew: it is gone from `after`, and no tap of the crew ended it. A
 * cancelled job must not look like one that never was.
 */
export function lostJob(
  before: Job,
  after: Pick<CrewView, 'mission'>,
  tapped: readonly Pick<Entry, 'name' | 'body'>[],
): LostJob | null {
  const { mission, incident, offer } = before;
  if (!mission || !incident || after.mission?.id === mission.id) return null;
  const ended = tapped.some(({ name, body }) => {
    if (name === 'offer.refuse') return (body as CommandBody<'offer.refuse'>).offerId === offer?.id;
    if (name !== 'mission.report') return false;
    const { missionId, step } = body as CommandBody<'mission.report'>;
    return missionId === mission.id && step === 'completed';
  });
  return ended ? null : { kind: offer ? 'order' : 'job', incidentNumber: incident.number };
}
