import type { Position, VehicleId } from '#contracts';
import type { Clock } from '#journal';
import type { DataSource } from 'typeorm';
import { VehiclePositionRow } from '../entities.js';
import type { Fix, Judgement } from './fix.js';
import { judge, newTrack, type Track } from './stages.js';

interface HistoryRow {
  readonly vehicleId: VehicleId;
  readonly fix: Fix;
  readonly judgement: Judgement;
}

/** History waits in memory while the database is away; beyond this the oldest goes, never the current positions. */
const MAX_WAITING = 20_000;
const FLUSH_ROWS = 2_000;

/**
 * Where every vehicle is. Fixes are judged one after the other per vehicle, in memory, and written in batches: a
 * flood of positions never waits for the disk, and never makes an order wait.
 */
export class PositionsService {
  private readonly tracks = new Map<VehicleId, Track>();
  private readonly moved = new Set<VehicleId>();
  private waiting: HistoryRow[] = [];
  private flushing: Promise<void> | null = null;
  private readonly listeners = new Set<(position: Position) => void>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Reads the last known positions; called once before the first report. */
  async load(): Promise<void> {
    for (const row of await this.dataSource.manager.find(VehiclePositionRow)) {
      const track = this.trackOf(row.vehicleId);
      track.current = { ...row, mock: false, moving: false };
    }
  }

  /** Judges one fix; an accepted one moves the vehicle at once. */
  report(vehicleId: VehicleId, fix: Omit<Fix, 'receivedAt'>): Judgement {
    const received: Fix = { ...fix, receivedAt: this.clock.now() };
    const judgement = judge(received, this.trackOf(vehicleId));
    if (judgement.outcome !== 'dropped') this.waiting.push({ vehicleId, fix: received, judgement });
    if (this.waiting.length > MAX_WAITING) this.waiting.splice(0, this.waiting.length - MAX_WAITING);
    if (judgement.outcome === 'accepted') {
      this.moved.add(vehicleId);
      const position = positionOf(vehicleId, received);
      for (const listener of this.listeners) listener(position);
    }
    return judgement;
  }

  onMoved(listener: (position: Position) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  findPosition(vehicleId: VehicleId): Position | null {
    const fix = this.tracks.get(vehicleId)?.current;
    return fix ? positionOf(vehicleId, fix) : null;
  }

  listPositions(): Position[] {
    return [...this.tracks.keys()].map((id) => this.findPosition(id)).filter((position) => position !== null);
  }

  /** Writes what has come in since; one flush at a time. What fails to be written is tried again with the next. */
  flush(): Promise<void> {
    this.flushing ??= this.flushOnce().finally(() => (this.flushing = null));
    return this.flushing;
  }

  private async flushOnce(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, FLUSH_ROWS);
      await this.insertHistory(batch);
      this.waiting = this.waiting.slice(batch.length);
    }
    const ids = [...this.moved];
    this.moved.clear();
    const rows = ids.map((vehicleId) => ({ vehicleId, ...this.tracks.get(vehicleId)!.current! }));
    if (rows.length === 0) return;
    try {
      await this.dataSource.manager.upsert(
        VehiclePositionRow,
        rows.map(({ mock: _mock, moving: _moving, ...row }) => row),
        ['vehicleId'],
      );
    } catch (error) {
      for (const id of ids) this.moved.add(id);
      throw error;
    }
  }

  private async insertHistory(batch: readonly HistoryRow[]): Promise<void> {
    const column = <T>(of: (row: HistoryRow) => T) => batch.map(of);
    await this.dataSource.query(
      `insert into position_history (vehicle_id, at, fixed_at, received_at, speed_mps, heading_degrees,
         accuracy_metres, device_id, outcome, why)
       select v, ST_SetSRID(ST_MakePoint(lng, lat), 4326)::geography, f, r, s, h, a, d, o, w
       from unnest($1::uuid[], $2::float8[], $3::float8[], $4::timestamptz[], $5::timestamptz[], $6::float8[],
         $7::float8[], $8::float8[], $9::text[], $10::text[], $11::text[]) as t(v, lng, lat, f, r, s, h, a, d, o, w)`,
      [
        column((row) => row.vehicleId),
        column((row) => row.fix.at[0]),
        column((row) => row.fix.at[1]),
        column((row) => row.fix.fixedAt.toISOString()),
        column((row) => row.fix.receivedAt.toISOString()),
        column((row) => row.fix.speedMps),
        column((row) => row.fix.headingDegrees),
        column((row) => row.fix.accuracyMetres),
        column((row) => row.fix.deviceId),
        column((row) => row.judgement.outcome),
        column((row) => row.judgement.why),
      ],
    );
  }

  private trackOf(vehicleId: VehicleId): Track {
    let track = this.tracks.get(vehicleId);
    if (!track) this.tracks.set(vehicleId, (track = newTrack()));
    return track;
  }
}

const positionOf = (vehicleId: VehicleId, fix: Fix): Position => ({
  vehicleId,
  at: fix.at,
  fixedAt: fix.fixedAt.toISOString(),
  receivedAt: fix.receivedAt.toISOString(),
  speedMps: fix.speedMps,
  headingDegrees: fix.headingDegrees,
  accuracyMetres: fix.accuracyMetres,
});
