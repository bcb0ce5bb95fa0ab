import type { LngLat, StationId, Unit, VehicleId } from '#contracts';
import { listUnits, type DutyService } from '#dispatch';
import { StationRow, type PositionsService } from '#fleet';
import { distanceMetres } from '#geo';
import type { DataSource } from 'typeorm';
import type { Feed } from './feed.js';

/** A vehicle this near to its station's position stands in its yard. */
const YARD_METRES = 150;

/** Watches returning vehicles: one that enters its station's yard is available again, without anybody's button. */
export class StationArrivals {
  private readonly returning = new Map<VehicleId, StationId>();
  private stations = new Map<StationId, LngLat>();
  private readonly arriving = new Set<Promise<unknown>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly duty: DutyService,
    private readonly onError: (error: unknown) => void,
  ) {}

  async start(feed: Feed, positions: PositionsService): Promise<void> {
    const { manager } = this.dataSource;
    this.stations = new Map((await manager.find(StationRow)).map((row) => [row.id, row.position]));
    for (const unit of await listUnits(manager)) this.watch(unit);
    feed.onChange(({ records }) => {
      for (const unit of records.units) {
        this.watch(unit);
        const position = positions.findPosition(unit.id);
        if (position) this.look(unit.id, position.at);
      }
    });
    positions.onMoved((position) => this.look(position.vehicleId, position.at));
  }

  async stop(): Promise<void> {
    await Promise.all(this.arriving);
  }

  private watch(unit: Pick<Unit, 'id' | 'status' | 'stationId' | 'standbyStationId'>): void {
    const post = unit.standbyStationId ?? unit.stationId;
    if (unit.status === 'returning') this.returning.set(unit.id, post);
    else this.returning.delete(unit.id);
  }

  private look(vehicleId: VehicleId, at: LngLat): void {
    const station = this.stations.get(this.returning.get(vehicleId)!);
    if (!station || distanceMetres(at, station) > YARD_METRES) return;
    this.returning.delete(vehicleId);
    const arrival = this.duty.arriveAtStation(vehicleId).catch(this.onError);
    this.arriving.add(arrival);
    void arrival.finally(() => this.arriving.delete(arrival));
  }
}
