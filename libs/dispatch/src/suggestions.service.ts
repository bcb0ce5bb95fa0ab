import {
  DomainError,
  SuggestionId,
  SUGGESTION_TRANSITIONS,
  type CommandBody,
  type CommandReply,
  type Suggestion,
  type SuggestionState,
} from '#contracts';
import { lockOpenIncident } from '#incidents';
import { Journal, systemCommand, type Command, type Pen } from '#journal';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { BetterChoice } from './better-choice.js';
import { SuggestionRow } from './entities.js';
import { isOnTheWay, lockMission } from './missions.js';
import { openRequest, outcomeOf } from './opening.js';
import type { RecommendationsService } from './recommendations.service.js';
import { listOpenOffers, seek } from './requests.js';
import { offerView, requestView } from './views.js';

/** A suggestion nobody renews is gone after this: better none than an old one. */
const LIFE_SECONDS = 60;
/** Figures that changed by less are not news. */
const SAME_GAIN_SECONDS = 20;

export const suggestionView = (row: SuggestionRow): Suggestion => ({
  id: row.id,
  incidentId: row.incidentId,
  missionId: row.missionId,
  vehicleId: row.vehicleId,
  betterVehicleId: row.betterVehicleId,
  state: row.state,
  etaSeconds: row.etaSeconds,
  betterEtaSeconds: row.betterEtaSeconds,
  gainSeconds: row.gainSeconds,
  freeInSeconds: row.freeInSeconds,
  madeAt: row.madeAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  answeredBy: row.answeredBy,
});

/** Better choices as they are suggested, taken or left: every one is kept, and nothing changes by itself. */
export class SuggestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly recommendations: RecommendationsService,
    private readonly offerSeconds: number,
  ) {}

  /** Makes what is on screen say what was found: new ones appear, changed ones are renewed, the rest lapse. */
  async show(found: readonly BetterChoice[]): Promise<void> {
    const open = await this.dataSource.manager.findBy(SuggestionRow, { state: 'open' });
    const same = (row: SuggestionRow) =>
      found.find((one) => one.missionId === row.missionId && one.vehicleId === row.betterVehicleId);
    for (const row of open) {
      const better = same(row);
      if (better) await this.renew(row, better);
      else await this.lapse(row.id);
    }
    for (const better of found) {
      if (!open.some((row) => same(row) === better)) await this.make(better);
    }
  }

  /** Asks the nearer vehicle. The present one goes on until the other has accepted. */
  async take(command: Command, body: CommandBody<'suggestion.take'>): Promise<CommandReply<'suggestion.take'>> {
    const found = await this.dataSource.manager.findOneBy(SuggestionRow, { id: body.suggestionId });
    if (!found) throw new DomainError('NOT_FOUND', { what: 'suggestion' });
    const recommended = await outcomeOf(this.recommendations.forIncident(found.incidentId));
    return this.journal.write(command, async (pen) => {
      const shown = recommended();
      const incident = await lockOpenIncident(pen.tx, found.incidentId);
      const mission = await lockMission(pen.tx, found.missionId);
      const suggestion = await lockSuggestion(pen, found.id);
      if (suggestion.state !== 'open' || !isOnTheWay(mission) || mission.incidentId !== incident.id)
        throw new DomainError('SUGGESTION_NOT_OPEN', { state: suggestion.state, answeredBy: suggestion.answeredBy });
      const { betterVehicleId, missionId } = suggestion;
      const opened = await openRequest(pen, incident, { vehicleIds: [betterVehicleId], replaces: missionId }, shown);
      const request = await seek(pen, opened, shown.ranked, this.offerSeconds, betterVehicleId);
      const taken = await settle(pen, suggestion, 'taken', { requestId: request.id });
      const offers = await listOpenOffers(pen.tx, request.id);
      return { suggestion: suggestionView(taken), request: requestView(request), offers: offers.map(offerView) };
    });
  }

  leave(command: Command, body: CommandBody<'suggestion.leave'>): Promise<CommandReply<'suggestion.leave'>> {
    return this.journal.write(command, async (pen) => {
      const suggestion = await lockSuggestion(pen, body.suggestionId);
      return { suggestion: suggestionView(await settle(pen, suggestion, 'left')) };
    });
  }

  private make(better: BetterChoice): Promise<void> {
    const { missionId, vehicleId: betterVehicleId, incidentId, presentVehicleId, ...figures } = better;
    return this.journal.write(systemCommand('suggestion.make', better), async (pen) => {
      const row: SuggestionRow = {
        id: SuggestionId.parse(uuidv7()),
        incidentId,
        missionId,
        vehicleId: presentVehicleId,
        betterVehicleId,
        state: 'open',
        ...figures,
        madeAt: pen.now,
        expiresAt: new Date(pen.now.getTime() + LIFE_SECONDS * 1_000),
        answeredBy: null,
        answeredAt: null,
      };
      // Another server on the same database may have thought of it first.
      const insert = pen.tx.createQueryBuilder().insert().into(SuggestionRow).values(row).orIgnore().returning('id');
      if (((await insert.execute()).raw as unknown[]).length > 0) record(pen, row, 'made');
    });
  }

  private async renew({ id }: SuggestionRow, better: BetterChoice): Promise<void> {
    await this.journal.write(systemCommand('suggestion.renew', { id }), async (pen) => {
      const row = await lockSuggestion(pen, id);
      const leftSeconds = (row.expiresAt.getTime() - pen.now.getTime()) / 1_000;
      const isNews =
        Math.abs(row.gainSeconds - better.gainSeconds) > SAME_GAIN_SECONDS ||
        (row.freeInSeconds === null) !== (better.freeInSeconds === null);
      if (row.state !== 'open' || (leftSeconds > LIFE_SECONDS / 2 && !isNews)) return;
      const { etaSeconds, betterEtaSeconds, gainSeconds, freeInSeconds } = better;
      const expiresAt = new Date(pen.now.getTime() + LIFE_SECONDS * 1_000);
      const figures = { etaSeconds, betterEtaSeconds, gainSeconds, freeInSeconds, expiresAt };
      await pen.tx.update(SuggestionRow, { id }, figures);
      record(pen, { ...row, ...figures }, 'renewed');
    });
  }

  private async lapse(id: SuggestionId): Promise<void> {
    await this.journal.write(systemCommand('suggestion.lapse', { id }), async (pen) => {
      const row = await lockSuggestion(pen, id);
      if (row.state === 'open') await settle(pen, row, 'lapsed');
    });
  }
}

async function lockSuggestion(pen: Pen, id: SuggestionId): Promise<SuggestionRow> {
  const row = await pen.tx.findOne(SuggestionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new DomainError('NOT_FOUND', { what: 'suggestion' });
  return row;
}

/** The one place where a suggestion ends. */
async function settle(
  pen: Pen,
  row: SuggestionRow,
  state: Exclude<SuggestionState, 'open'>,
  facts: Record<string, unknown> = {},
): Promise<SuggestionRow> {
  if (!SUGGESTION_TRANSITIONS[row.state].includes(state))
    throw new DomainError('SUGGESTION_NOT_OPEN', { state: row.state, answeredBy: row.answeredBy });
  const settled = { state, answeredBy: pen.command.actor.name, answeredAt: pen.now };
  await pen.tx.update(SuggestionRow, { id: row.id }, settled);
  record(pen, row, state, facts);
  return { ...row, ...settled };
}

function record(pen: Pen, row: SuggestionRow, what: string, facts: Record<string, unknown> = {}): void {
  pen.record({
    kind: `suggestion.${what}`,
    incidentId: row.incidentId,
    missionId: row.missionId,
    vehicleId: row.betterVehicleId,
    facts: {
      suggestionId: row.id,
      inPlaceOf: row.vehicleId,
      etaSeconds: row.etaSeconds,
      betterEtaSeconds: row.betterEtaSeconds,
      gainSeconds: row.gainSeconds,
      freeInSeconds: row.freeInSeconds,
      ...facts,
    },
  });
}
