import { DomainError, type CallBackId, type CommandBody, type CommandReply, type IncidentId } from '#contracts';
import { followMerges, getIncident } from '#incidents';
import type { Command, Journal, Pen } from '#journal';
import { callBackView, CallBackRow } from '../entities.js';
import { settle } from './call-backs.js';

/** The call-back list as people work through it: tries are counted, and each one ends with a person's word. */
export class CallBacksService {
  constructor(
    private readonly journal: Journal,
    /** So many tries before it may be written that nobody was reached. */
    private readonly leastTries: number,
  ) {}

  try(command: Command, { callBackId }: CommandBody<'callBack.try'>): Promise<CommandReply<'callBack.try'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockWaiting(pen, callBackId);
      const tries = [...row.tries, { at: pen.now.toISOString(), by: command.actor.name }];
      await pen.tx.update(CallBackRow, { id: row.id }, { tries });
      pen.record({ kind: 'callBack.tried', facts: { callBackId, tries: tries.length } });
      return { callBack: callBackView({ ...row, tries }) };
    });
  }

  /** @throws CALL_BACK_TRIES_TOO_FEW, CALL_BACK_SETTLED, INVALID_INPUT when the ending does not fit what is known */
  settle(command: Command, body: CommandBody<'callBack.settle'>): Promise<CommandReply<'callBack.settle'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockWaiting(pen, body.callBackId);
      if (body.ending === 'not_reached' && row.tries.length < this.leastTries)
        throw new DomainError('CALL_BACK_TRIES_TOO_FEW', { tries: row.tries.length, needed: this.leastTries });
      if (body.ending === 'no_number' && row.phone) throw wrong('ending');
      const incidentId = body.ending === 'linked' ? await standing(pen, body.incidentId) : null;
      return { callBack: callBackView(await settle(pen, row, body.ending, { incidentId, note: body.note })) };
    });
  }
}

const wrong = (path: string) => new DomainError('INVALID_INPUT', { issues: [{ path, code: 'custom' }] });

async function standing({ tx }: Pen, incidentId: IncidentId | undefined): Promise<IncidentId> {
  if (!incidentId) throw wrong('incidentId');
  return (await getIncident(tx, await followMerges(tx, incidentId))).id;
}

async function lockWaiting({ tx }: Pen, id: CallBackId): Promise<CallBackRow> {
  const row = await tx.findOne(CallBackRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new DomainError('NOT_FOUND', { what: 'callBack' });
  if (row.state !== 'waiting') throw new DomainError('CALL_BACK_SETTLED', { by: row.settledBy, ending: row.ending });
  return row;
}
