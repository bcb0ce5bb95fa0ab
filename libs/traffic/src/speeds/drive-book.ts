import type { MissionId, Priority, VehicleLevel } from '#contracts';
import { profileOf } from '#roads';
import type { DataSource, EntityManager } from 'typeorm';
import type { CellDriving } from './cell.js';
import type { Drive, Lesson } from './drive.js';
import type { TrackFix } from './track.js';

/** Tablets in a dead spot send their positions late, and times are corrected: a drive is looked at this long after. */
const SETTLED_MINUTES = 10;
/** Drives are taken in the order of their ends; one that is entered later than this is left out. */
const LATE_DAYS = 3;
/** Driving counts half after this long: roads, and how they are used, change. */
const HALF_LIFE_DAYS = 120;
/** The last drives that tell how far a promise can be trusted. */
const TRUST_DRIVES = 300;

interface NewDrive {
  readonly id: MissionId;
  readonly vehicleId: string;
  readonly level: VehicleLevel;
  readonly priority: Priority;
  readonly departedAt: Date;
  readonly arrivedAt: Date;
}

export interface BookedDrive {
  readonly missionId: MissionId;
  readonly drive: Drive;
}

/** The drives of the centre and what was learned from them, in the database. */
export class DriveBook {
  constructor(private readonly dataSource: DataSource) {}

  /** Drives to a scene that nobody looked at yet, the oldest first. */
  async listNew(now: Date, limit: number): Promise<BookedDrive[]> {
    const rows: NewDrive[] = await this.dataSource.query(
      `select m.id, m.vehicle_id as "vehicleId", v.level, i.priority, d.at as "departedAt", a.at as "arrivedAt"
         from mission m join incident i on i.id = m.incident_id join vehicle v on v.id = m.vehicle_id
           join mission_time d on d.mission_id = m.id and d.etime = '05' and d.replaced_at is null
           join mission_time a on a.mission_id = m.id and a.etime = '06' and a.replaced_at is null
         where a.at <= $1::timestamptz - interval '${SETTLED_MINUTES} minutes' and a.at > d.at
           and a.at > coalesce((select max(arrived_at) from learned_drive), '-infinity') - interval '${LATE_DAYS} days'
           and not exists (select 1 from learned_drive l where l.mission_id = m.id)
         order by a.at limit $2`,
      [now, limit],
    );
    return Promise.all(
      rows.map(async ({ id, vehicleId, level, priority, departedAt, arrivedAt }) => {
        const fixes = await this.listFixes(vehicleId, departedAt, arrivedAt);
        return { missionId: id, drive: { profile: profileOf(level, priority), departedAt, arrivedAt, fixes } };
      }),
    );
  }

  private async listFixes(vehicleId: string, from: Date, to: Date): Promise<TrackFix[]> {
    const rows: { lng: number; lat: number; fixedAt: Date; accuracyMetres: number | null }[] =
      await this.dataSource.query(
        `select ST_X(at::geometry) as lng, ST_Y(at::geometry) as lat, fixed_at as "fixedAt",
           accuracy_metres as "accuracyMetres"
         from position_history
         where vehicle_id = $1 and fixed_at between $2 and $3 and outcome = 'accepted' order by fixed_at`,
        [vehicleId, from, to],
      );
    return rows.map(({ lng, lat, ...fix }) => ({ at: [lng, lat], ...fix }));
  }

  /** Enters a drive and what it taught, once: a second process that looked at the same one changes nothing. */
  enter({ missionId, drive }: BookedDrive, lesson: Lesson, predictedSeconds: number | null): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      const taught = 'refused' in lesson ? null : lesson;
      const entered: unknown[] = await tx.query(
        `insert into learned_drive (mission_id, profile, departed_at, arrived_at, refused, usual_seconds,
           predicted_seconds, driven_seconds)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning mission_id`,
        [
          missionId,
          drive.profile,
          drive.departedAt,
          drive.arrivedAt,
          'refused' in lesson ? lesson.refused : null,
          taught?.usualSeconds ?? null,
          predictedSeconds,
          taught?.drivenSeconds ?? null,
        ],
      );
      if (entered.length > 0 && taught) await addCells(tx, taught.cells, drive.arrivedAt);
    });
  }

  async listCells(): Promise<CellDriving[]> {
    return this.dataSource.query(
      `select profile, road_class as "roadClass", corridor, hour, usual_seconds as "usualSeconds",
         driven_seconds as "drivenSeconds" from driven_cell`,
    );
  }

  async countLearned(): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'select count(*)::int as count from learned_drive where refused is null',
    );
    return row!.count;
  }

  /** Driven over predicted of the last drives. */
  async listLastRatios(): Promise<number[]> {
    const rows: { ratio: number }[] = await this.dataSource.query(
      `select driven_seconds / predicted_seconds as ratio from learned_drive
       where refused is null and predicted_seconds > 0 order by arrived_at desc limit ${TRUST_DRIVES}`,
    );
    return rows.map(({ ratio }) => ratio);
  }
}

async function addCells(tx: EntityManager, cells: readonly CellDriving[], drivenAt: Date): Promise<void> {
  const column = <T>(of: (cell: CellDriving) => T) => cells.map(of);
  const faded = `power(0.5, greatest(0, extract(epoch from (excluded.driven_at - c.driven_at))) / 86400 / ${HALF_LIFE_DAYS})`;
  await tx.query(
    `insert into driven_cell as c (profile, road_class, corridor, hour, usual_seconds, driven_seconds, driven_at)
     select p, r, n, h, u, d, $7::timestamptz
     from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::float8[], $6::float8[]) as t(p, r, n, h, u, d)
     order by p, r, n, h
     on conflict (profile, road_class, corridor, hour) do update set
       usual_seconds = c.usual_seconds * ${faded} + excluded.usual_seconds,
       driven_seconds = c.driven_seconds * ${faded} + excluded.driven_seconds,
       driven_at = greatest(c.driven_at, excluded.driven_at)`,
    [
      column((cell) => cell.profile),
      column((cell) => cell.roadClass),
      column((cell) => cell.corridor),
      column((cell) => cell.hour),
      column((cell) => cell.usualSeconds),
      column((cell) => cell.drivenSeconds),
      drivenAt,
    ],
  );
}
