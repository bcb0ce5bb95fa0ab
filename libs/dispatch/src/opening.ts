import {
  RequestId,
  withSpecialNeeds,
  type CommandBody,
  type MissionId,
  type RankedVehicle,
  type Recommendation,
  type SpecialNeed,
  type VehicleId,
  type VehicleLevel,
} from '#contracts';
import { needOf, type IncidentRow } from '#incidents';
import type { Pen } from '#journal';
import { uuidv7 } from 'uuidv7';
import { VehicleRequestRow } from './entities.js';

/** Within this much of the best ETA a choice needs no explanation: the figures are not that exact. */
const EQUAL_ETA_SECONDS = 30;
const PARALLEL_OFFERS = { 1: 2, 2: 1, 3: 1, 4: 1 } as const;

/**
 * Waits for something asked before the transaction and keeps its failure for later: inside, a command that was done
 * before gets its stored answer, whatever could be found out now.
 */
export async function outcomeOf<T>(asked: Promise<T>): Promise<() => T> {
  const [outcome] = await Promise.allSettled([asked]);
  return () => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };
}

export const findRanked = (ranked: readonly RankedVehicle[], id: VehicleId): RankedVehicle | null =>
  ranked.find((vehicle) => vehicle.vehicleId === id) ?? null;

/** The first of the list among those who do the same work: a two-wheeler is not measured against an ambulance. */
export function firstOfGroup(ranked: readonly RankedVehicle[], chosen: RankedVehicle | null): RankedVehicle | null {
  const group = chosen?.group ?? 'ambulance';
  return ranked.find((vehicle) => (vehicle.group ?? 'ambulance') === group) ?? null;
}

/** A person who sends another than the recommended vehicle says why; an equal ETA needs no word. */
export function needsReason(shown: Recommendation, chosen: VehicleId | undefined): boolean {
  const asked = chosen ? findRanked(shown.ranked, chosen) : null;
  const best = firstOfGroup(shown.ranked, asked);
  if (!chosen || !best || best.vehicleId === chosen) return false;
  return asked === null || asked.etaSeconds > best.etaSeconds + EQUAL_ETA_SECONDS;
}

/** What a search is opened with. */
export interface Asking {
  readonly vehicleIds: readonly VehicleId[];
  readonly level?: VehicleLevel;
  readonly needs?: readonly SpecialNeed[];
  readonly override?: CommandBody<'dispatch.offer'>['override'];
  /** When the list that the person chose from was computed; the stored one is computed at the choice. */
  readonly seenAt?: string;
  /** The mission whose vehicle is called off when somebody accepts: nobody but those named is asked then. */
  readonly replaces?: MissionId;
}

/** Opens the search for one vehicle, and keeps the whole list as it stood at the choice. */
export async function openRequest(
  pen: Pen,
  incident: IncidentRow,
  asking: Asking,
  shown: Recommendation,
): Promise<VehicleRequestRow> {
  const [first] = asking.vehicleIds;
  const chosen = first ? findRanked(shown.ranked, first) : null;
  const need = withSpecialNeeds(await needOf(pen.tx, incident), asking.needs ?? []);
  const ahead = chosen?.group === 'two_wheeler';
  const request: VehicleRequestRow = {
    id: RequestId.parse(uuidv7()),
    incidentId: incident.id,
    homeIncidentId: null,
    state: 'seeking',
    level: asking.level ?? (ahead ? 'motorbike' : need.level),
    parallel: ahead || asking.replaces ? 1 : PARALLEL_OFFERS[incident.priority],
    wanted: [...asking.vehicleIds],
    override: asking.override ?? null,
    shown,
    needs: [...(asking.needs ?? [])],
    replaces: asking.replaces ?? null,
    openedAt: pen.now,
    openedBy: pen.command.actor.name,
  };
  await pen.tx.insert(VehicleRequestRow, request);
  pen.record({
    kind: 'request.opened',
    incidentId: incident.id,
    facts: {
      requestId: request.id,
      level: request.level,
      needs: request.needs,
      parallel: request.parallel,
      priority: incident.priority,
      override: request.override?.reason ?? null,
      replaces: request.replaces,
      ...choiceFacts(shown, first, asking.seenAt),
    },
  });
  return request;
}

/** What was recommended, what was chosen, and how old the list was that the person looked at. */
function choiceFacts(shown: Recommendation, first: VehicleId | undefined, seenAt: string | undefined) {
  const chosen = first ? findRanked(shown.ranked, first) : null;
  const best = firstOfGroup(shown.ranked, chosen);
  const figures = (vehicle: RankedVehicle) => ({ vehicleId: vehicle.vehicleId, etaSeconds: vehicle.etaSeconds });
  return {
    recommended: shown.ranked.slice(0, 3).map(figures),
    best: best && figures(best),
    chosen: chosen ? figures(chosen) : first ? { vehicleId: first, etaSeconds: null } : null,
    listed: shown.ranked.length + shown.excluded.length,
    seenSecondsAgo: seenAt ? Math.max(0, (Date.parse(shown.computedAt) - Date.parse(seenAt)) / 1_000) : null,
  };
}
