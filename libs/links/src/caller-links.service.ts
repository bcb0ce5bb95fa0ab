import {
  CallerLinkId,
  DomainError,
  normalisePhone,
  type CommandBody,
  type CommandReply,
  type DeliveryFailure,
  type IncidentId,
  type LinkDelivery,
} from '#contracts';
import { addNote, followMerges, IncidentRow, lockOpenIncident } from '#incidents';
import { systemCommand, type Actor, type Command, type Journal, type Pen } from '#journal';
import { IsNull, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CallerLinkRow, callerLinkView } from './caller-link.entity.js';
import { LEFT_UNDO_SECONDS } from './caller-page.js';
import { hashOfSecret, secretOfLink } from './secret.js';
import { DeliveryError, type MessageSender } from './senders/sender.js';

export interface CallerLinkSettings {
  /** The server's own key. */
  readonly key: Buffer;
  /** Where telephones outside reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly lifeSeconds: number;
}

/** Whoever holds a link speaks as this: nobody's name, nobody's rights. */
const CALLER: Actor = { accountId: null, name: 'Người gọi (liên kết)', role: 'system', stationId: null };
/** Without accents: one text message instead of two. */
const messageOf = (url: string) => `Cap cuu 115: bam de gui vi tri va xem xe den: ${url}`;
const LEFT_NOTE = 'Báo qua liên kết: người bệnh đã tự đi.';
const STAYS_NOTE = 'Rút lại: người bệnh vẫn ở đó.';

/** A link as it opens: who it is for, and the incident that stands for it now. */
export interface OpenedLink {
  readonly link: CallerLinkRow;
  readonly incident: IncidentRow | null;
}

/** Pages for callers: made, sent, opened, ended. */
export class CallerLinksService {
  constructor(
    private readonly journal: Journal,
    private readonly settings: CallerLinkSettings,
    private readonly sender: MessageSender | null,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** The same page whenever it is asked for again: its secret follows from its id, and is kept nowhere. */
  async create(command: Command, body: CommandBody<'callerLink.create'>): Promise<CommandReply<'callerLink.create'>> {
    const link = await this.journal.write(command, async (pen) => callerLinkView(await this.findOrAdd(pen, body)));
    return { link, url: this.urlOf(link.id) };
  }

  async send(
    command: Command,
    { linkId, phone }: CommandBody<'callerLink.send'>,
  ): Promise<CommandReply<'callerLink.send'>> {
    const { sender } = this;
    if (!sender) throw new DomainError('MESSAGES_NOT_SENT');
    const to = normalisePhone(phone);
    if (!to) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'phone', code: 'custom' }] });
    // A command that comes again gets its answer again, and sends nothing.
    let fresh = false;
    const link = await this.journal.write(command, async (pen) => {
      const row = await lockLink(pen.tx, linkId);
      fresh = true;
      return callerLinkView(await recordDelivery(pen, row, 'sending', null));
    });
    if (fresh) void this.deliver(sender, linkId, to).catch(this.onFault);
    return { link };
  }

  end(command: Command, { linkId }: CommandBody<'callerLink.end'>): Promise<CommandReply<'callerLink.end'>> {
    return this.journal.write(command, async (pen) => {
      return { link: callerLinkView(await endLink(pen, await lockLink(pen.tx, linkId))) };
    });
  }

  /** @throws NOT_FOUND for a secret that belongs to no link; LINK_ENDED once its time or its incident is over */
  async open(tx: EntityManager, secret: string, now: Date): Promise<OpenedLink> {
    const link = await tx.findOneBy(CallerLinkRow, { secretHash: hashOfSecret(secret) });
    if (!link) throw new DomainError('NOT_FOUND', { what: 'link' });
    if (link.endedAt || link.expiresAt <= now) throw new DomainError('LINK_ENDED');
    const incident = await findStanding(tx, link);
    if (incident?.state === 'closed') throw new DomainError('LINK_ENDED');
    return { link, incident };
  }

  /** The caller looks at the page, after not having looked for a while. */
  countOpening(id: CallerLinkId): Promise<void> {
    return this.journal.write(ofCaller('callerLink.count', { id }), async (pen) => {
      const row = await lockLink(pen.tx, id);
      const opened = { openedCount: row.openedCount + 1, lastOpenedAt: pen.now };
      await pen.tx.update(CallerLinkRow, { id }, opened);
      pen.record({ kind: 'callerLink.opened', incidentId: row.incidentId, facts: { linkId: id } });
    });
  }

  /**
   * The patient has left by themselves, says the caller, or is there after all: a note and a mark for the room, who
   * decide. It may be taken back for {@link LEFT_UNDO_SECONDS}.
   */
  reportLeft(id: CallerLinkId, left: boolean): Promise<CallerLinkRow> {
    return this.journal.write(ofCaller('callerLink.reportLeft', { id, left }), async (pen) => {
      const row = await lockLink(pen.tx, id);
      if ((row.leftAt !== null) === left) return row;
      const undoUntilMs = (row.leftAt?.getTime() ?? 0) + LEFT_UNDO_SECONDS * 1_000;
      if (!left && pen.now.getTime() > undoUntilMs) throw new DomainError('TRANSITION_NOT_ALLOWED');
      const leftAt = left ? pen.now : null;
      await pen.tx.update(CallerLinkRow, { id }, { leftAt });
      const incident = await findStanding(pen.tx, row);
      if (incident) await addNote(pen, incident.id, left ? LEFT_NOTE : STAYS_NOTE);
      const kind = left ? 'callerLink.left' : 'callerLink.stayed';
      pen.record({ kind, incidentId: incident?.id ?? null, facts: { linkId: id } });
      return { ...row, leftAt };
    });
  }

  /** Brings a link up to date with its incident, its time and its message; what was done meanwhile is left alone. */
  settle(id: CallerLinkId, sendingMs: number): Promise<void> {
    return this.journal.write(systemCommand('callerLink.settle', { id }), async (pen) => {
      let row = await pen.tx.findOne(CallerLinkRow, { where: { id, endedAt: IsNull() }, lock: WRITE });
      if (!row) return;
      const incident = await findStanding(pen.tx, row);
      if (row.expiresAt <= pen.now || incident?.state === 'closed') return void (await endLink(pen, row));
      if (incident && row.incidentId !== incident.id) row = await joinIncident(pen, row, incident.id);
      const waited = pen.now.getTime() - (row.deliveryAt?.getTime() ?? 0);
      if (row.delivery === 'sending' && waited >= sendingMs) await recordDelivery(pen, row, 'failed', 'interrupted');
    });
  }

  private urlOf(id: CallerLinkId): string {
    return `${this.settings.publicUrl}/field/c/${secretOfLink(this.settings.key, id)}`;
  }

  /** Another server's key, or one that was changed, made another secret: that page cannot be shown again. */
  private isOurs({ id, secretHash }: CallerLinkRow): boolean {
    return hashOfSecret(secretOfLink(this.settings.key, id)).equals(Buffer.from(secretHash));
  }

  private async findOrAdd(pen: Pen, body: CommandBody<'callerLink.create'>): Promise<CallerLinkRow> {
    const incident = body.incidentId ? await lockOpenIncident(pen.tx, body.incidentId) : null;
    const draftId = incident ? incident.draftId : (body.draftId ?? null);
    const standing = await findOpen(pen.tx, incident?.id ?? null, draftId);
    if (standing && this.isOurs(standing))
      return incident && !standing.incidentId ? joinIncident(pen, standing, incident.id) : standing;
    if (standing) await endLink(pen, standing);
    const id = CallerLinkId.parse(uuidv7());
    const row: CallerLinkRow = {
      id,
      secretHash: hashOfSecret(secretOfLink(this.settings.key, id)),
      incidentId: incident?.id ?? null,
      draftId,
      phone: normalisePhone(incident?.callerPhone ?? body.phone),
      createdAt: pen.now,
      createdBy: pen.command.actor.name,
      expiresAt: new Date(pen.now.getTime() + this.settings.lifeSeconds * 1_000),
      endedAt: null,
      openedCount: 0,
      lastOpenedAt: null,
      delivery: 'unsent',
      deliveryAt: null,
      deliveryFailure: null,
      leftAt: null,
    };
    const insert = pen.tx.createQueryBuilder().insert().into(CallerLinkRow).values(row).orIgnore().returning('id');
    const added = await insert.execute();
    // Somebody else asked for it at the same moment: theirs is the page.
    if ((added.raw as unknown[]).length === 0) return (await findOpen(pen.tx, row.incidentId, draftId)) ?? row;
    pen.record({ kind: 'callerLink.created', incidentId: row.incidentId, facts: { linkId: id } });
    return row;
  }

  private async deliver(sender: MessageSender, id: CallerLinkId, to: string): Promise<void> {
    const failure = await sender.send({ to, text: messageOf(this.urlOf(id)) }).then(
      () => null,
      (error: unknown) => {
        if (!(error instanceof DeliveryError)) this.onFault(error);
        return error instanceof DeliveryError ? error.failure : 'unreachable';
      },
    );
    await this.journal.write(systemCommand('callerLink.recordDelivery', { id }), async (pen) => {
      const row = await pen.tx.findOne(CallerLinkRow, { where: { id }, lock: WRITE });
      if (row) await recordDelivery(pen, row, failure ? 'failed' : 'sent', failure);
    });
  }
}

const WRITE = { mode: 'pessimistic_write' } as const;
const ofCaller = (name: string, body: object): Command => ({ ...systemCommand(name, body), actor: CALLER });

async function lockLink(tx: EntityManager, id: CallerLinkId): Promise<CallerLinkRow> {
  const row = await tx.findOne(CallerLinkRow, { where: { id }, lock: WRITE });
  if (!row) throw new DomainError('NOT_FOUND', { what: 'link' });
  if (row.endedAt) throw new DomainError('LINK_ENDED');
  return row;
}

async function findOpen(
  tx: EntityManager,
  incidentId: IncidentId | null,
  draftId: CallerLinkRow['draftId'],
): Promise<CallerLinkRow | null> {
  const of = [
    ...(incidentId ? [{ incidentId, endedAt: IsNull() }] : []),
    ...(draftId ? [{ draftId, endedAt: IsNull() }] : []),
  ];
  return tx.findOne(CallerLinkRow, { where: of });
}

/** The incident the caller called about: saved from the form meanwhile, or the one it was merged into. */
async function findStanding(
  tx: EntityManager,
  { incidentId, draftId }: Pick<CallerLinkRow, 'incidentId' | 'draftId'>,
): Promise<IncidentRow | null> {
  const own = incidentId ?? (draftId && (await tx.findOneBy(IncidentRow, { draftId }))?.id);
  return own ? tx.findOneBy(IncidentRow, { id: await followMerges(tx, own) }) : null;
}

async function joinIncident(pen: Pen, row: CallerLinkRow, incidentId: IncidentId): Promise<CallerLinkRow> {
  await pen.tx.update(CallerLinkRow, { id: row.id }, { incidentId });
  pen.record({ kind: 'callerLink.joined', incidentId, facts: { linkId: row.id } });
  return { ...row, incidentId };
}

async function endLink(pen: Pen, row: CallerLinkRow): Promise<CallerLinkRow> {
  await pen.tx.update(CallerLinkRow, { id: row.id }, { endedAt: pen.now });
  pen.record({ kind: 'callerLink.ended', incidentId: row.incidentId, facts: { linkId: row.id } });
  return { ...row, endedAt: pen.now };
}

async function recordDelivery(
  pen: Pen,
  row: CallerLinkRow,
  delivery: LinkDelivery,
  deliveryFailure: DeliveryFailure | null,
): Promise<CallerLinkRow> {
  const changed = { delivery, deliveryAt: pen.now, deliveryFailure };
  await pen.tx.update(CallerLinkRow, { id: row.id }, changed);
  pen.record({
    kind: 'callerLink.delivery',
    incidentId: row.incidentId,
    facts: { linkId: row.id, delivery, failure: deliveryFailure },
  });
  return { ...row, ...changed };
}
