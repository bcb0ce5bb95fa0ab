import {
  CasualtyId,
  DomainError,
  type Casualty,
  type CommandBody,
  type CommandReply,
  type IncidentId,
  type MethaneReport,
  type MissionId,
} from '#contracts';
import { deviceTime, MissionRow } from '#dispatch';
import { changeIncident, followMerges, lockIncident, lockOpenIncident, type IncidentRow } from '#incidents';
import type { Command, Journal, Pen } from '#journal';
import { uuidv7 } from 'uuidv7';
import { CasualtyRow, MassCasualtyRow, massCasualtyView } from './entities.js';
import { viewCasualty } from './reading.js';

const NO_REPORT: MethaneReport = { kind: '', hazards: '', access: '', services: '' };

/**
 * An incident with many patients. Everything takes turns on the incident's row, so that the numbers of the patients have
 * no gaps; the first patient counted declares the mode, for a crew counts before anybody has declared anything.
 */
export class CasualtiesService {
  constructor(private readonly journal: Journal) {}

  declare(command: Command, body: CommandBody<'massCasualty.declare'>): Promise<CommandReply<'massCasualty.declare'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      return { massCasualty: massCasualtyView(await declared(pen, incident)) };
    });
  }

  amend(command: Command, body: CommandBody<'massCasualty.amend'>): Promise<CommandReply<'massCasualty.amend'>> {
    return this.journal.write(command, async (pen) => {
      const { incidentId, staging, commandPost, report } = body;
      const row = await declared(pen, await lockOpenIncident(pen.tx, incidentId));
      const columns = {
        ...(staging !== undefined && { staging: staging?.position ?? null, stagingWords: staging?.words ?? '' }),
        ...(commandPost !== undefined && { commandPost }),
        ...(report && { report: { ...row.report, ...report } }),
      };
      if (Object.keys(columns).length > 0) await pen.tx.update(MassCasualtyRow, { incidentId }, columns);
      pen.record({ kind: 'massCasualty.amended', incidentId, facts: { fields: Object.keys(columns) } });
      return { massCasualty: massCasualtyView({ ...row, ...columns }) };
    });
  }

  end(command: Command, body: CommandBody<'massCasualty.end'>): Promise<CommandReply<'massCasualty.end'>> {
    return this.journal.write(command, async (pen) => {
      const { id: incidentId } = await lockIncident(pen.tx, body.incidentId);
      const row = await pen.tx.findOneBy(MassCasualtyRow, { incidentId });
      if (!row) throw new DomainError('NOT_FOUND', { what: 'mass casualty' });
      if (row.endedAt) throw new DomainError('TRANSITION_NOT_ALLOWED', { endedAt: row.endedAt.toISOString() });
      const ended = { endedAt: pen.now, endedBy: pen.command.actor.name };
      await pen.tx.update(MassCasualtyRow, { incidentId }, ended);
      pen.record({ kind: 'massCasualty.ended', incidentId });
      return { massCasualty: massCasualtyView({ ...row, ...ended }) };
    });
  }

  count(command: Command, body: CommandBody<'casualty.count'>): Promise<CommandReply<'casualty.count'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockOpenIncident(pen.tx, await followMerges(pen.tx, body.incidentId));
      await declared(pen, incident);
      const row: CasualtyRow = {
        id: CasualtyId.parse(uuidv7()),
        incidentId: incident.id,
        number: (await pen.tx.countBy(CasualtyRow, { incidentId: incident.id })) + 1,
        tag: body.tag,
        state: 'at_scene',
        missionId: null,
        hospitalId: null,
        countedAt: deviceTime(pen, body.deviceAt, null),
        countedBy: pen.command.actor.name,
      };
      await pen.tx.insert(CasualtyRow, row);
      return record(pen, 'casualty.counted', row);
    });
  }

  amendCasualty(command: Command, body: CommandBody<'casualty.amend'>): Promise<CommandReply<'casualty.amend'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockCasualty(pen, body.casualtyId);
      const { casualtyId: _id, ...changes } = body;
      if (changes.missionId) await mustServe(pen, changes.missionId, row.incidentId);
      if (Object.keys(changes).length > 0) await pen.tx.update(CasualtyRow, { id: row.id }, changes);
      return record(pen, 'casualty.amended', { ...row, ...changes });
    });
  }

  strike(command: Command, body: CommandBody<'casualty.strike'>): Promise<CommandReply<'casualty.strike'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockCasualty(pen, body.casualtyId);
      const struck = { state: 'struck' as const, missionId: null, hospitalId: null };
      await pen.tx.update(CasualtyRow, { id: row.id }, struck);
      return record(pen, 'casualty.struck', { ...row, ...struck });
    });
  }
}

/** The mode of an incident, declared now if it was not or had ended. The incident must be locked. */
async function declared(pen: Pen, incident: IncidentRow): Promise<MassCasualtyRow> {
  const known = await pen.tx.findOneBy(MassCasualtyRow, { incidentId: incident.id });
  if (known && !known.endedAt) return known;
  const row: MassCasualtyRow = known
    ? { ...known, endedAt: null, endedBy: null }
    : {
        incidentId: incident.id,
        declaredAt: pen.now,
        declaredBy: pen.command.actor.name,
        endedAt: null,
        endedBy: null,
        staging: null,
        stagingWords: '',
        commandPost: '',
        report: NO_REPORT,
      };
  await pen.tx.save(MassCasualtyRow, row);
  if (incident.caseType !== 'mass_casualty')
    await changeIncident(pen, incident, { caseType: 'mass_casualty' }, ['caseType']);
  pen.record({ kind: 'massCasualty.declared', incidentId: incident.id });
  return row;
}

/** The patient, in its incident's turn. @throws NOT_FOUND, or TRANSITION_NOT_ALLOWED for one counted in error */
async function lockCasualty(pen: Pen, id: CasualtyId): Promise<CasualtyRow> {
  const found = await pen.tx.findOneBy(CasualtyRow, { id });
  if (!found) throw new DomainError('NOT_FOUND', { what: 'casualty' });
  await lockIncident(pen.tx, found.incidentId);
  const row = await pen.tx.findOneByOrFail(CasualtyRow, { id });
  if (row.state === 'struck') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: row.state });
  return row;
}

async function mustServe(pen: Pen, missionId: MissionId, incidentId: IncidentId): Promise<void> {
  if (!(await pen.tx.existsBy(MissionRow, { id: missionId, incidentId })))
    throw new DomainError('NOT_FOUND', { what: 'mission' });
}

async function record(pen: Pen, kind: string, row: CasualtyRow): Promise<{ casualty: Casualty }> {
  const { id, incidentId, missionId, tag, state, number, hospitalId } = row;
  const facts = { casualtyId: id, number, tag, state, hospitalId };
  pen.record({ kind, incidentId, missionId, facts });
  return { casualty: await viewCasualty(pen.tx, row) };
}
