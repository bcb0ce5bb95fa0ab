import type { Incident, IncidentId, VehicleRequest } from '#contracts';
import type { Board } from './board.js';
import type { Client } from './client.js';
import type { Pace } from './pace.js';
import type { Random } from '#chance';
import type { Tally } from './tally.js';

const LOOK_SECONDS = 2;
/** With this many patients one vehicle is not enough. */
const MANY_PATIENTS = 3;

/** What an incident needs from the dispatcher now. */
export type Need = { kind: 'offer' | 'close' } | { kind: 'retry'; request: VehicleRequest };

/**
 * A dispatcher who leaves people their turn: an incident must have waited a human time, and it must be one of the
 * simulation's own.
 */
export class Dispatcher {
  private readonly attending = new Set<IncidentId>();

  constructor(
    private readonly client: Client,
    private readonly board: Board,
    private readonly pace: Pace,
    private readonly random: Random,
    private readonly tally: Tally,
    private readonly isOwn: (incident: Incident) => boolean,
  ) {}

  async work(): Promise<void> {
    while (!this.pace.stopped) {
      for (const incident of this.board.incidents.values()) {
        if (this.attending.has(incident.id) || !this.isOwn(incident) || !this.needOf(incident.id)) continue;
        this.attending.add(incident.id);
        void this.attend(incident.id)
          .catch((error: unknown) => this.tally.fail(error))
          .finally(() => this.attending.delete(incident.id));
      }
      await this.pace.pause(LOOK_SECONDS);
    }
  }

  private async attend(id: IncidentId): Promise<void> {
    await this.pace.wait(this.needOf(id)?.kind === 'offer' ? this.random.between(10, 40) : this.random.between(30, 90));
    const need = this.needOf(id);
    if (this.pace.stopped || !need) return;
    if (need.kind === 'retry') await this.client.send('dispatch.retry', { requestId: need.request.id });
    else if (need.kind === 'offer') await this.client.send('dispatch.offer', { incidentId: id });
    else await this.client.send('incident.close', { incidentId: id, reason: 'cancelled_by_caller' });
  }

  private needOf(id: IncidentId): Need | null {
    const incident = this.board.incidents.get(id);
    return incident ? needOf(incident, this.board) : null;
  }
}

export function needOf(incident: Incident, board: Pick<Board, 'requestsOf' | 'activeMissionsOf'>): Need | null {
  if (!incident.place.position || incident.state === 'taken' || incident.state === 'closed') return null;
  const requests = board.requestsOf(incident.id);
  const exhausted = requests.find((request) => request.state === 'exhausted');
  if (exhausted) return { kind: 'retry', request: exhausted };
  if (requests.some((request) => request.state === 'seeking')) return null;
  if (incident.state === 'waiting') return { kind: 'offer' };
  if (board.activeMissionsOf(incident.id).length === 0) return { kind: 'close' };
  const wanted = incident.patientCount >= MANY_PATIENTS ? 2 : 1;
  return requests.filter((request) => request.state === 'filled').length < wanted ? { kind: 'offer' } : null;
}
