import type { DataSource } from 'typeorm';

interface Row {
  n: string;
  kind: string;
  call_id: string | null;
  incident_id: string | null;
  mission_id: string | null;
  vehicle_id: string | null;
  facts: Record<string, string>;
}

/** Whose state an entry sets, and to what; null when it sets none. */
function change({ kind, facts, ...about }: Row): { what: string; from: string | null; to: string } | null {
  const [noun, verb] = kind.split('.') as [string, string];
  if (kind === 'call.taken') return { what: `call ${about.call_id}`, from: null, to: 'open' };
  if (kind === 'call.linked' || kind === 'call.ended')
    return { what: `call ${about.call_id}`, from: facts.from!, to: verb };
  if (kind === 'incident.opened') return { what: `incident ${about.incident_id}`, from: null, to: facts.state! };
  if (kind === 'incident.moved') return { what: `incident ${about.incident_id}`, from: facts.from!, to: facts.to! };
  if (kind === 'request.opened') return { what: `request ${facts.requestId}`, from: null, to: 'seeking' };
  if (kind === 'request.moved') return { what: `request ${facts.requestId}`, from: facts.from!, to: facts.to! };
  if (kind === 'offer.made') return { what: `offer ${facts.offerId}`, from: null, to: 'open' };
  if (noun === 'offer') return { what: `offer ${facts.offerId}`, from: 'open', to: verb };
  if (kind === 'mission.notified') return { what: `mission ${about.mission_id}`, from: null, to: 'notified' };
  if (kind === 'mission.moved' || kind === 'mission.corrected')
    return { what: `mission ${about.mission_id}`, from: facts.from!, to: facts.to! };
  if (kind === 'vehicle.dutyChanged') return { what: `vehicle ${about.vehicle_id}`, from: facts.from!, to: facts.to! };
  if (kind === 'road.obstructed') return { what: `obstruction ${facts.obstructionId}`, from: null, to: 'open' };
  if (kind === 'road.cleared' || kind === 'road.expired')
    return { what: `obstruction ${facts.obstructionId}`, from: 'open', to: verb };
  if (kind === 'ring.started') return { what: `ring ${facts.ringId}`, from: null, to: 'ringing' };
  if (kind === 'ring.moved') return { what: `ring ${facts.ringId}`, from: facts.from!, to: facts.to! };
  if (kind === 'callBack.added') return { what: `call-back ${facts.callBackId}`, from: null, to: 'waiting' };
  if (kind === 'callBack.settled') return { what: `call-back ${facts.callBackId}`, from: 'waiting', to: 'settled' };
  if (kind === 'note.added') return { what: `note ${facts.noteId}`, from: null, to: 'written' };
  return null;
}

/** What stands in the tables. Vehicles begin available, before any entry. */
const STATES = `
  select 'call ' || id as what, state from call union all
  select 'incident ' || id, state from incident union all
  select 'request ' || id, state from vehicle_request union all
  select 'offer ' || id, state from offer union all
  select 'mission ' || id, state from mission union all
  select 'vehicle ' || id, duty from vehicle union all
  select 'obstruction ' || id, state from obstruction union all
  select 'ring ' || id, state from ring union all
  select 'call-back ' || id, state from call_back union all
  select 'note ' || id, 'written' from note`;

/**
 * Invariant I8: replays the journal from its first entry and compares it with the tables. Every difference is a
 * sentence; none means that no state changed without an entry and no entry was written without its change.
 */
export async function replayDifferences(db: Pick<DataSource, 'query'>): Promise<string[]> {
  const rows: Row[] = await db.query(
    'select n, kind, call_id, incident_id, mission_id, vehicle_id, facts from journal order by n',
  );
  const stored: { what: string; state: string }[] = await db.query(STATES);
  const replayed = new Map<string, string>();
  for (const { what } of stored) if (what.startsWith('vehicle ')) replayed.set(what, 'available');
  const differences: string[] = [];
  for (const row of rows) {
    const changed = change(row);
    if (!changed) continue;
    const before = replayed.get(changed.what) ?? null;
    if (before !== changed.from) differences.push(`entry ${row.n}: ${changed.what} was ${before}, not ${changed.from}`);
    replayed.set(changed.what, changed.to);
  }
  for (const { what, state } of stored) {
    const expected = replayed.get(what);
    if (expected !== state) differences.push(`${what} is ${state}; the journal says ${expected ?? 'nothing of it'}`);
    replayed.delete(what);
  }
  for (const [what, state] of replayed)
    differences.push(`the journal says that ${what} is ${state}; it does not exist`);
  return differences;
}
