import {
  isStanding,
  PrealertId,
  STANDING_PREALERTS,
  triage,
  type CommandBody,
  type CommandReply,
  type LngLat,
  type RankedVehicle,
  type VehicleId,
} from '#contracts';
import { lockVehicle } from '#fleet';
import { findProtocol, type WardFinder } from '#incidents';
import { Journal, systemCommand, type Command, type Pen } from '#journal';
import { In, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { MissionRow } from '../entities.js';
import type { RecommendationsService } from '../recommendations.service.js';
import { PrealertRow, prealertView } from './entities.js';
import { lockPrealert, lockStanding, movePrealert, prealertFacts } from './prealerts.js';

/** A vehicle that is getting ready is left alone until another would be this much sooner. */
const MOVE_GAIN_SECONDS = 60;

/**
 * Whoever will most likely be sent hears of it while the questions go on. A pre-alert commits nobody: the vehicle stays
 * free for every other call, and the same vehicle may stand ready for two.
 */
export class PrealertsService {
  constructor(
    private readonly journal: Journal,
    private readonly recommendations: RecommendationsService,
    private readonly wards: WardFinder,
    private readonly standSeconds: number,
  ) {}

  /** Raises it, keeps it up to date, or moves it to a vehicle that would be clearly sooner. */
  async raise(command: Command, body: CommandBody<'prealert.raise'>): Promise<CommandReply<'prealert.raise'>> {
    const { draftId, ...asked } = body;
    const { ranked } = await this.recommendations.forPlace(asked);
    return this.journal.write(command, async (pen) => {
      const held = await pen.tx.findOneBy(PrealertRow, { draftId, state: In([...STANDING_PREALERTS]) });
      const target = await chooseTarget(pen.tx, ranked, held?.vehicleId ?? null);
      // Vehicle first, then pre-alert, as whoever commits the vehicle does.
      const vehicle = target && (await lockVehicle(pen.tx, target));
      const standing = await lockStanding(pen.tx, draftId);
      if (!vehicle) {
        if (standing) await movePrealert(pen, standing, 'dropped', { because: 'nobody_free' });
        return { prealert: null };
      }
      const told = await this.telling(pen.tx, body, asked.position);
      if (standing?.vehicleId === target) return { prealert: prealertView(await this.refresh(pen, standing, told)) };
      if (standing) await movePrealert(pen, standing, 'moved');
      const row = {
        ...told,
        id: PrealertId.parse(uuidv7()),
        draftId,
        vehicleId: vehicle.id,
        stationId: vehicle.stationId,
      };
      return { prealert: prealertView(await this.add(pen, row)) };
    });
  }

  ready(command: Command, { prealertId }: CommandBody<'prealert.ready'>): Promise<CommandReply<'prealert.ready'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockPrealert(pen.tx, prealertId);
      return { prealert: prealertView(row.state === 'readying' ? row : await movePrealert(pen, row, 'readying')) };
    });
  }

  drop(command: Command, { draftId }: CommandBody<'prealert.drop'>): Promise<CommandReply<'prealert.drop'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockStanding(pen.tx, draftId);
      return { prealert: row && prealertView(await movePrealert(pen, row, 'dropped', { because: 'no_incident' })) };
    });
  }

  /** Nobody renewed it. False when it ended or was renewed in the last moment. */
  expire(prealertId: PrealertId): Promise<boolean> {
    return this.journal.write(systemCommand('prealert.expire', { prealertId }), async (pen) => {
      const row = await lockPrealert(pen.tx, prealertId);
      if (!isStanding(row.state) || row.expiresAt > pen.now) return false;
      await movePrealert(pen, row, 'expired');
      return true;
    });
  }

  private async telling(tx: EntityManager, body: CommandBody<'prealert.raise'>, position: LngLat) {
    const { reason, answers } = body;
    const need = triage(reason, answers, await findProtocol(tx, reason, null));
    return { reason, priority: body.priority ?? need.priority, ward: this.wards.wardAt(position) };
  }

  private async add(
    pen: Pen,
    told: Pick<PrealertRow, 'id' | 'draftId' | 'vehicleId' | 'stationId' | 'reason' | 'priority' | 'ward'>,
  ): Promise<PrealertRow> {
    const row: PrealertRow = {
      ...told,
      state: 'raised',
      raisedAt: pen.now,
      raisedBy: pen.command.actor.name,
      readiedAt: null,
      expiresAt: this.endOf(pen),
      endedAt: null,
    };
    await pen.tx.insert(PrealertRow, row);
    pen.record({ kind: 'prealert.raised', vehicleId: row.vehicleId, facts: prealertFacts(row) });
    return row;
  }

  /** Written only when a crew would read something else, or the end is near: a form that is typed in is no news. */
  private async refresh(
    pen: Pen,
    row: PrealertRow,
    told: Pick<PrealertRow, 'reason' | 'priority' | 'ward'>,
  ): Promise<PrealertRow> {
    const same = row.reason === told.reason && row.priority === told.priority && row.ward === told.ward;
    const leftSeconds = (row.expiresAt.getTime() - pen.now.getTime()) / 1_000;
    if (same && leftSeconds > this.standSeconds / 2) return row;
    const renewed = { ...told, expiresAt: this.endOf(pen) };
    await pen.tx.update(PrealertRow, { id: row.id }, renewed);
    pen.record({
      kind: 'prealert.renewed',
      vehicleId: row.vehicleId,
      facts: prealertFacts({ ...row, ...renewed }),
    });
    return { ...row, ...renewed };
  }

  private endOf = (pen: Pen) => new Date(pen.now.getTime() + this.standSeconds * 1_000);
}

/** The best vehicle that nobody has sent meanwhile; the one that is getting ready keeps it unless another is clearly sooner. */
async function chooseTarget(
  tx: EntityManager,
  ranked: readonly RankedVehicle[],
  heldBy: VehicleId | null,
): Promise<VehicleId | null> {
  const busy = await tx.findBy(MissionRow, { vehicleId: In(ranked.map(({ vehicleId }) => vehicleId)), active: true });
  const free = ranked.filter(({ vehicleId }) => !busy.some((mission) => mission.vehicleId === vehicleId));
  const [best] = free;
  const held = free.find(({ vehicleId }) => vehicleId === heldBy);
  if (!best) return null;
  return held && held.etaSeconds - best.etaSeconds <= MOVE_GAIN_SECONDS ? held.vehicleId : best.vehicleId;
}
