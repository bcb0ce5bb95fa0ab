import type { HospitalId } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { Handover } from './hospitals.js';

/** So many of the last handovers tell how it goes at a hospital now; older ones than this tell nothing. */
const LAST = 10;
const DAYS = 14;

interface HandoverRow {
  hospital_id: HospitalId;
  median_seconds: number;
  count: string;
  latest_at: Date;
}

/** How long the last handovers took at each hospital: from eTimes.11 (at the hospital) to eTimes.12 (handed over). */
export async function readHandovers(tx: EntityManager, now: Date): Promise<Map<HospitalId, Handover>> {
  const rows: HandoverRow[] = await tx.query(
    `select hospital_id, percentile_cont(0.5) within group (order by seconds) as median_seconds,
       count(*) as count, max(at) as latest_at
     from (
       select m.hospital_id, done.at, extract(epoch from done.at - came.at)::float8 as seconds,
         row_number() over (partition by m.hospital_id order by done.at desc) as nth
       from mission m
       join mission_time came on came.mission_id = m.id and came.etime = '11' and came.replaced_at is null
       join mission_time done on done.mission_id = m.id and done.etime = '12' and done.replaced_at is null
       where m.hospital_id is not null and done.at between $1::timestamptz - make_interval(days => $2) and $1
         and done.at >= came.at) as handover
     where nth <= $3 group by hospital_id`,
    [now, DAYS, LAST],
  );
  return new Map(
    rows.map((row) => [
      row.hospital_id,
      {
        medianSeconds: Number(row.median_seconds),
        count: Number(row.count),
        latestAt: new Date(row.latest_at).toISOString(),
      },
    ]),
  );
}

/** From handed over (eTimes.12) to back in service (eTimes.13), over the whole centre; null without enough cases. */
export async function readClearingSeconds(tx: EntityManager, now: Date): Promise<number | null> {
  const [row]: { median: number | null; count: string }[] = await tx.query(
    `select percentile_cont(0.5) within group (order by extract(epoch from clear.at - done.at))::float8 as median,
       count(*) as count
     from mission_time done
     join mission_time clear on clear.mission_id = done.mission_id and clear.etime = '13' and clear.replaced_at is null
     where done.etime = '12' and done.replaced_at is null
       and done.at between $1::timestamptz - make_interval(days => $2) and $1`,
    [now, DAYS],
  );
  return row && Number(row.count) >= LAST ? Number(row.median) : null;
}
