import { DomainError, type CommandBody, type CommandReply, type PaperDesk } from '#contracts';
import { incidentView, nextDayNumber, type IncidentsService } from '#incidents';
import type { Command, Journal, Pen } from '#journal';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { enterFromPaper } from './back-entry.js';
import { cardView, drillView, PaperCardRow, PaperDrillRow } from './entities.js';
import { checkTimes } from './written-times.js';

const SHOWN = 200;

/** Paper and machine are one system: cards with numbers of their own, entered afterwards with their own times. */
export class PaperService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly incidents: Pick<IncidentsService, 'openFromPaper'>,
  ) {}

  async desk(): Promise<PaperDesk> {
    const { manager } = this.dataSource;
    const cards = await manager.find(PaperCardRow, { order: { number: 'DESC' }, take: SHOWN });
    const drills = await manager.find(PaperDrillRow, { order: { begunAt: 'DESC' }, take: 20 });
    return { cards: cards.map(cardView), drills: drills.map(drillView) };
  }

  allocate(command: Command, { count }: CommandBody<'paper.allocate'>): Promise<CommandReply<'paper.allocate'>> {
    return this.journal.write(command, async (pen) => {
      const rows: PaperCardRow[] = [];
      for (let i = 0; i < count; i++) {
        const number = await nextDayNumber(pen, 'incident');
        const row: PaperCardRow = { ...UNUSED, number, allocatedAt: pen.now, allocatedBy: pen.command.actor.name };
        await pen.tx.insert(PaperCardRow, row);
        rows.push(row);
      }
      pen.record({ kind: 'paper.allocated', facts: { numbers: rows.map(({ number }) => number) } });
      return { cards: rows.map(cardView) };
    });
  }

  /** @throws PAPER_CARD_UNKNOWN, PAPER_CARD_USED, PERIOD_INVALID, VEHICLE_ALREADY_COMMITTED of a run still going on */
  enter(command: Command, entry: CommandBody<'paper.enter'>): Promise<CommandReply<'paper.enter'>> {
    return this.journal.write(command, async (pen) => {
      const card = await lockBlank(pen, entry.number);
      checkTimes(entry, pen.now);
      const incident = await enterFromPaper(pen, entry, this.incidents);
      const entered = { enteredAt: pen.now, incidentId: incident.id };
      await pen.tx.update(PaperCardRow, { number: card.number }, entered);
      pen.record({ kind: 'paper.entered', incidentId: incident.id, facts: { number: card.number } });
      return { incident: incidentView(incident), card: cardView({ ...card, ...entered }) };
    });
  }

  void(command: Command, { number, because }: CommandBody<'paper.void'>): Promise<CommandReply<'paper.void'>> {
    return this.journal.write(command, async (pen) => {
      const card = await lockBlank(pen, number);
      const voided = { voidedAt: pen.now, voidBecause: because };
      await pen.tx.update(PaperCardRow, { number }, voided);
      pen.record({ kind: 'paper.voided', facts: { number } });
      return { card: cardView({ ...card, ...voided }) };
    });
  }

  beginDrill(command: Command): Promise<CommandReply<'paper.beginDrill'>> {
    return this.journal.write(command, async (pen) => {
      const drill: PaperDrillRow = {
        id: uuidv7(),
        begunAt: pen.now,
        begunBy: pen.command.actor.name,
        endedAt: null,
        sheetAt: null,
        cards: 0,
        firstCardAt: null,
        lastEnteredAt: null,
      };
      const { raw } = await pen.tx
        .createQueryBuilder()
        .insert()
        .into(PaperDrillRow)
        .values(drill)
        .orIgnore()
        .returning('id')
        .execute();
      if ((raw as unknown[]).length === 0) throw new DomainError('DRILL_ALREADY_RUNNING');
      pen.record({ kind: 'paper.drillBegun', facts: { drillId: drill.id } });
      return { drill: drillView(drill) };
    });
  }

  showSheet(command: Command, { drillId }: CommandBody<'paper.showSheet'>): Promise<CommandReply<'paper.showSheet'>> {
    return this.change(command, drillId, ({ sheetAt }, now) => ({ sheetAt: sheetAt ?? now }));
  }

  /** Checked like a real one and not kept: nobody of a drill gets into the books. */
  enterDrillCard(
    command: Command,
    { drillId, openedAt, entry }: CommandBody<'paper.enterDrillCard'>,
  ): Promise<CommandReply<'paper.enterDrillCard'>> {
    return this.change(command, drillId, ({ cards, firstCardAt, begunAt }, now) => {
      checkTimes(entry, now);
      const opened = new Date(Math.max(begunAt.getTime(), Math.min(new Date(openedAt).getTime(), now.getTime())));
      return { cards: cards + 1, firstCardAt: firstCardAt ?? opened, lastEnteredAt: now };
    });
  }

  endDrill(command: Command, { drillId }: CommandBody<'paper.endDrill'>): Promise<CommandReply<'paper.endDrill'>> {
    return this.change(command, drillId, (_, now) => ({ endedAt: now }));
  }

  private change(
    command: Command,
    id: string,
    changeOf: (row: PaperDrillRow, now: Date) => Partial<PaperDrillRow>,
  ): Promise<CommandReply<'paper.endDrill'>> {
    return this.journal.write(command, async (pen) => {
      const row = await pen.tx.findOne(PaperDrillRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row || row.endedAt) throw new DomainError('NOT_FOUND', { what: 'drill' });
      const changed = changeOf(row, pen.now);
      await pen.tx.update(PaperDrillRow, { id }, changed);
      const drill = drillView({ ...row, ...changed });
      const { begunBy: _name, ...figures } = drill;
      pen.record({ kind: drill.endedAt ? 'paper.drillEnded' : 'paper.drilled', facts: figures });
      return { drill };
    });
  }
}

const UNUSED = { enteredAt: null, incidentId: null, voidedAt: null, voidBecause: null } as const;

async function lockBlank(pen: Pen, number: string): Promise<PaperCardRow> {
  const card = await pen.tx.findOne(PaperCardRow, { where: { number }, lock: { mode: 'pessimistic_write' } });
  if (!card) throw new DomainError('PAPER_CARD_UNKNOWN', { number });
  if (card.enteredAt || card.voidedAt)
    throw new DomainError('PAPER_CARD_USED', { number, at: card.enteredAt ?? card.voidedAt });
  return card;
}
