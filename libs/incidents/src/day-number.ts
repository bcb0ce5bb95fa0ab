import { localDate, type Pen } from '#journal';

/**
 * The next number of the local day, `YYYYMMDD-NNNN`. The row stays locked until the commit: no number is given twice,
 * and none is lost to a transaction that failed.
 */
export async function nextDayNumber(pen: Pen, kind: 'incident' | 'call'): Promise<string> {
  const day = localDate(pen.now).replaceAll('-', '');
  const [row]: { last: number }[] = await pen.tx.query(
    `insert into day_number as d (kind, day, last) values ($1, $2, 1)
     on conflict (kind, day) do update set last = d.last + 1 returning last`,
    [kind, day],
  );
  return `${day}-${String(row!.last).padStart(4, '0')}`;
}
