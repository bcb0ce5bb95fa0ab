import { isActiveMission, type Incident, type Mission, type Unit, type VehicleRequest } from '#contracts';

export type QueueGroup = 'waiting' | 'attended' | 'scheduled';
export const QUEUE_GROUPS: readonly QueueGroup[] = ['waiting', 'attended', 'scheduled'];

export interface QueueRow {
  incident: Incident;
  group: QueueGroup;
  units: Unit[];
  /** When the first vehicle was on scene, if one was; the target's clock stops there. */
  onSceneAt: string | null;
  /** Stations are being asked, or nobody is left to ask. */
  asking: 'seeking' | 'exhausted' | null;
}

interface Records {
  incidents: Record<string, Incident>;
  missions: Record<string, Mission>;
  units: Record<string, Unit>;
  requests: Record<string, VehicleRequest>;
}

/** The four digits the room says. */
export const shortNumber = (number: string) => number.slice(-4);

/** A ward as lists write it: "P. Phú Lợi", "X. Thanh An", with a space that does not break. */
export const shortWard = (ward: string | undefined) =>
  ward?.replace(/^Phường /, 'P.\u00a0').replace(/^Xã /, 'X.\u00a0');

const groupOf = ({ state }: Incident): QueueGroup =>
  state === 'attended' ? 'attended' : state === 'scheduled' ? 'scheduled' : 'waiting';

/** What the rows of a group wait for: rides for their time, the others for help. */
const waitsFor = ({ state, dueAt, receivedAt }: Incident) => (state === 'scheduled' && dueAt ? dueAt : receivedAt);
const urgency = ({ state, priority }: Incident) => (state === 'scheduled' ? 0 : priority);

function groupedBy<T>(records: Record<string, T>, key: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of Object.values(records)) {
    const group = groups.get(key(record));
    if (group) group.push(record);
    else groups.set(key(record), [record]);
  }
  return groups;
}

const firstOnScene = (missions: readonly Mission[]): string | null =>
  missions
    .flatMap(({ times }) => times.filter(({ etime }) => etime === '06').map(({ at }) => at))
    .sort()
    .at(0) ?? null;

/** Open incidents by group, then level, then how long they have waited; rides by when they are due. */
export function queueOf({ incidents, missions, units, requests }: Records): QueueRow[] {
  const missionsOf = groupedBy(missions, ({ incidentId }) => incidentId);
  const requestsOf = groupedBy(requests, ({ incidentId }) => incidentId);
  return Object.values(incidents)
    .filter(({ state }) => state !== 'closed')
    .map((incident): QueueRow => {
      const own = missionsOf.get(incident.id) ?? [];
      const states = (requestsOf.get(incident.id) ?? []).map(({ state }) => state);
      return {
        incident,
        group: groupOf(incident),
        units: own.filter(({ state }) => isActiveMission(state)).flatMap(({ vehicleId }) => units[vehicleId] ?? []),
        onSceneAt: firstOnScene(own),
        asking: states.includes('exhausted') ? 'exhausted' : states.includes('seeking') ? 'seeking' : null,
      };
    })
    .sort(
      (a, b) =>
        QUEUE_GROUPS.indexOf(a.group) - QUEUE_GROUPS.indexOf(b.group) ||
        urgency(a.incident) - urgency(b.incident) ||
        waitsFor(a.incident).localeCompare(waitsFor(b.incident)) ||
        a.incident.number.localeCompare(b.incident.number),
    );
}
