import {
  CallId,
  DomainError,
  IncidentId,
  NoteId,
  normalisePhone,
  triage,
  type CommandBody,
  type CommandReply,
  type LngLat,
  type RingId,
} from '#contracts';
import { Journal, type Command, type Pen } from '#journal';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { amend, changedFields, collidingFields, overwritesConfirmed } from './amendment.js';
import { nextDayNumber } from './day-number.js';
import { CallRow, IncidentRow, NoteRow } from './entities.js';
import {
  changeIncident,
  fieldsChangedSince,
  getIncident,
  giveInstructions,
  lockOpenIncident,
  lockStanding,
  moveIncident,
  protocolAfter,
  recordApart,
} from './incident-rows.js';
import { findProtocol } from './protocols.js';
import { openingState, startOf, USUAL_LEAD, type LeadRules } from './schedule.js';
import { callView, incidentView, noteView } from './views.js';

/** Names the ward of a position, and what it belonged to before 1 July 2025; null outside every known area. */
export interface WardFinder {
  wardAt(position: LngLat): string | null;
  formerUnitAt(position: LngLat): string | null;
}

/** What a card has of its own, where the machine would give a number and take the time and the name. */
export interface Handwriting {
  readonly number: string;
  readonly by: string;
  readonly at: Date;
}
/** What the exchange knew of a call before anybody wrote it down. */
export interface AnsweredRing {
  readonly rangAt: Date;
  readonly phoneRaw: string;
}
/** Told of every call that is written down, before it is: which ring it answers, if any. */
export interface RingBook {
  answer(pen: Pen, call: Pick<CallRow, 'id' | 'phone'>, ringId: RingId | null): Promise<AnsweredRing | null>;
}
const NO_EXCHANGE: RingBook = { answer: async () => null };

const LEGAL_BASIS = 'urgent_care';

/** Calls and incidents: taken, opened, amended, noted. Closing and merging need the missions and live in dispatch. */
export class IncidentsService {
  constructor(
    private readonly journal: Journal,
    private readonly wards: WardFinder,
    private readonly rings: RingBook = NO_EXCHANGE,
    private readonly lead: LeadRules = USUAL_LEAD,
  ) {}

  takeCall(command: Command, body: CommandBody<'call.take'>): Promise<CommandReply<'call.take'>> {
    return this.journal.write(command, async (pen) => ({ call: callView(await this.addCall(pen, body)) }));
  }

  endCall(command: Command, body: CommandBody<'call.end'>): Promise<CommandReply<'call.end'>> {
    return this.journal.write(command, async (pen) => {
      const call = await lockCall(pen.tx, body.callId);
      if (call.state !== 'open') throw new DomainError('TRANSITION_NOT_ALLOWED', { state: call.state });
      const ended = {
        state: 'ended' as const,
        outcome: body.outcome,
        outcomeNote: body.note || null,
        endedAt: pen.now,
      };
      await pen.tx.update(CallRow, { id: call.id }, ended);
      pen.record({ kind: 'call.ended', callId: call.id, facts: { from: call.state, outcome: body.outcome } });
      return { call: callView({ ...call, ...ended }) };
    });
  }

  openIncident(command: Command, body: CommandBody<'incident.open'>): Promise<CommandReply<'incident.open'>> {
    return this.journal.write(command, async (pen) => {
      const call = body.callId ? await lockCall(pen.tx, body.callId) : await this.addCall(pen, body.call ?? {});
      if (call.state === 'linked') throw new DomainError('TRANSITION_NOT_ALLOWED', { state: call.state });
      const incident = await this.addIncident(pen, body, call);
      const linked = await linkCall(pen, call, incident.id);
      if (body.note) await addNote(pen, incident.id, body.note);
      return { incident: incidentView(incident), call: callView(linked) };
    });
  }

  /** The same from a card, inside a transaction of its own: with the number, name and time that stand on it. */
  async openFromPaper(pen: Pen, body: CommandBody<'incident.open'>, written: Handwriting): Promise<IncidentRow> {
    const call = await this.addCall(pen, body.call ?? {}, written);
    const incident = await this.addIncident(pen, body, call, written);
    await linkCall(pen, call, incident.id);
    if (body.note) await addNote(pen, incident.id, body.note);
    return incident;
  }

  linkCall(command: Command, body: CommandBody<'call.link'>): Promise<CommandReply<'call.link'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      const call = await linkCall(pen, await lockCall(pen.tx, body.callId), incident.id, body.moreVictims);
      if (body.words) await addNote(pen, incident.id, body.words);
      const changed = body.moreVictims
        ? await changeIncident(pen, incident, { patientCount: incident.patientCount + 1 }, ['patientCount'])
        : incident;
      return { call: callView(call), incident: incidentView(changed) };
    });
  }

  amendIncident(command: Command, body: CommandBody<'incident.amend'>): Promise<CommandReply<'incident.amend'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      const fields = changedFields(body.changes);
      if (body.version > incident.version) throw new DomainError('INVALID_INPUT', { version: incident.version });
      if (body.version < incident.version) {
        const colliding = collidingFields(fields, await fieldsChangedSince(pen.tx, incident.id, body.version));
        if (colliding.length > 0)
          throw new DomainError('VERSION_CONFLICT', { fields: colliding, current: incidentView(incident) });
      }
      if (!body.overConfirmed && overwritesConfirmed(incident, body.changes.place))
        throw new DomainError('PLACE_CONFIRMED', { source: incident.placeSource });
      const position = body.changes.place?.position;
      const protocol = await protocolAfter(pen.tx, incident, body.changes.reason);
      const columns = amend(incident, body.changes, this.areasAt(position ?? null), protocol);
      const amended = await changeIncident(pen, incident, columns, fields);
      const placed = amended.state === 'taken' && amended.position ? 'waiting' : amended.state;
      return { incident: incidentView(await moveIncident(pen, amended, placed)) };
    });
  }

  addNote(command: Command, body: CommandBody<'incident.note'>): Promise<CommandReply<'incident.note'>> {
    return this.journal.write(command, async (pen) => {
      const { id } = await lockStanding(pen.tx, body.incidentId);
      return { note: noteView(await addNote(pen, id, body.text)) };
    });
  }

  /** The caller is being told what to do; the same card begun twice is one. */
  instruct(command: Command, body: CommandBody<'incident.instruct'>): Promise<CommandReply<'incident.instruct'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockStanding(pen.tx, body.incidentId);
      const given = [{ card: body.card, at: pen.now.toISOString() }];
      return { incident: incidentView(await giveInstructions(pen, incident, given)) };
    });
  }

  /** Two incidents look alike and are not: remembered with the later one, whichever is asked about. */
  keepApart(command: Command, body: CommandBody<'incident.keepApart'>): Promise<CommandReply<'incident.keepApart'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockStanding(pen.tx, body.incidentId);
      await getIncident(pen.tx, body.from);
      if (incident.apartFrom.includes(body.from)) return { incident: incidentView(incident) };
      const apartFrom = [...incident.apartFrom, body.from];
      await pen.tx.update(IncidentRow, { id: incident.id }, { apartFrom });
      recordApart(pen, incident.id, body.from);
      return { incident: incidentView({ ...incident, apartFrom }) };
    });
  }

  private areasAt(position: LngLat | null): Pick<IncidentRow, 'ward' | 'formerUnit'> {
    if (!position) return { ward: null, formerUnit: null };
    return { ward: this.wards.wardAt(position), formerUnit: this.wards.formerUnitAt(position) };
  }

  private async addCall(pen: Pen, facts: Partial<CommandBody<'call.take'>>, written?: Handwriting): Promise<CallRow> {
    const id = CallId.parse(uuidv7());
    const typed = normalisePhone(facts.phone ?? '');
    // What is on paper was answered long ago: it takes no ring of now.
    const ring = written ? null : await this.rings.answer(pen, { id, phone: typed }, facts.ringId ?? null);
    // The clock starts when the telephone rang, not when somebody began to type.
    const receivedAt = ring?.rangAt ?? (facts.receivedAt ? new Date(facts.receivedAt) : pen.now);
    const phoneRaw = facts.phone || (ring?.phoneRaw ?? '');
    const call: CallRow = {
      id,
      number: await nextDayNumber(pen, 'call'),
      state: 'open',
      receivedAt: receivedAt > pen.now ? pen.now : receivedAt,
      takenBy: written?.by ?? pen.command.actor.name,
      phone: normalisePhone(phoneRaw),
      phoneRaw,
      callerName: facts.callerName ?? '',
      incidentId: null,
      homeIncidentId: null,
      outcome: null,
      outcomeNote: null,
      endedAt: null,
    };
    await pen.tx.insert(CallRow, call);
    pen.record({ kind: 'call.taken', callId: call.id, facts: { number: call.number, receivedAt: call.receivedAt } });
    return call;
  }

  private async addIncident(
    pen: Pen,
    body: CommandBody<'incident.open'>,
    call: CallRow,
    written?: Handwriting,
  ): Promise<IncidentRow> {
    const { place } = body;
    const dueAt = body.dueAt ? new Date(body.dueAt) : null;
    // By road it is known a moment later, from the clock of the rides.
    const startAt = dueAt && startOf(dueAt, null, this.lead);
    const protocol = await findProtocol(pen.tx, body.reason, null);
    const incident: IncidentRow = {
      id: IncidentId.parse(uuidv7()),
      number: written?.number ?? (await nextDayNumber(pen, 'incident')),
      version: 1,
      state: openingState({ startAt, position: place.position }, pen.now),
      caseType: body.caseType,
      reason: body.reason,
      priority: body.priority?.level ?? triage(body.reason, body.answers, protocol).priority,
      priorityReason: body.priority?.because ?? null,
      answers: body.answers,
      protocolVersion: protocol?.version ?? null,
      instructions: [],
      address: place.address,
      access: place.access || null,
      position: place.position,
      placeSource: place.source,
      ...this.areasAt(place.position),
      placeConfirmed: place.confirmed || null,
      patientCount: body.patientCount,
      patients: body.patients,
      callerPhone: call.phone ?? (call.phoneRaw || null),
      callerName: call.callerName,
      legalBasis: LEGAL_BASIS,
      receivedAt: call.receivedAt,
      openedAt: written?.at ?? pen.now,
      openedBy: written?.by ?? pen.command.actor.name,
      closedAt: null,
      closeReason: null,
      mergedInto: null,
      draftId: body.draftId ?? null,
      apartFrom: body.apartFrom,
      dueAt,
      startAt,
      destinationId: body.destinationId ?? null,
    };
    await pen.tx.insert(IncidentRow, incident);
    pen.record({ kind: 'incident.opened', incidentId: incident.id, facts: openedFacts(incident) });
    for (const from of body.apartFrom) recordApart(pen, incident.id, from);
    return giveInstructions(pen, incident, body.instructions);
  }
}

const openedFacts = (row: IncidentRow) => ({
  number: row.number,
  version: row.version,
  state: row.state,
  caseType: row.caseType,
  reason: row.reason,
  priority: row.priority,
  ward: row.ward,
  formerUnit: row.formerUnit,
  receivedAt: row.receivedAt,
  patientCount: row.patientCount,
  dueAt: row.dueAt,
});

async function lockCall(tx: EntityManager, id: CallId): Promise<CallRow> {
  const call = await tx.findOne(CallRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!call) throw new DomainError('NOT_FOUND', { what: 'call' });
  return call;
}

/** A call may move between incidents, but it never stands alone again once somebody said what it was about. */
async function linkCall(pen: Pen, call: CallRow, incidentId: IncidentId, moreVictims = false): Promise<CallRow> {
  const linked = { state: 'linked' as const, incidentId, homeIncidentId: null, outcome: null, endedAt: null };
  await pen.tx.update(CallRow, { id: call.id }, linked);
  pen.record({ kind: 'call.linked', callId: call.id, incidentId, facts: { from: call.state, moreVictims } });
  return { ...call, ...linked };
}

/** Free words belong in a note, never in the journal: they may name a patient. */
export async function addNote(pen: Pen, incidentId: IncidentId, text: string): Promise<NoteRow> {
  const note: NoteRow = {
    id: NoteId.parse(uuidv7()),
    incidentId,
    homeIncidentId: null,
    at: pen.now,
    by: pen.command.actor.name,
    text,
  };
  await pen.tx.insert(NoteRow, note);
  pen.record({ kind: 'note.added', incidentId, facts: { noteId: note.id } });
  return note;
}
