import { CALL_REASONS, type Incident, type ReasonKey } from '#contracts';
import { IncidentRow, incidentView } from '#incidents';
import { LessThan, type EntityManager } from 'typeorm';

/** Newest first; `before` is the closing time to page on from. */
export async function listClosedIncidents(tx: EntityManager, before: Date | null, limit: number): Promise<Incident[]> {
  const rows = await tx.find(IncidentRow, {
    where: { state: 'closed', ...(before && { closedAt: LessThan(before) }) },
    order: { closedAt: 'DESC' },
    take: limit,
  });
  return rows.map(incidentView);
}

/** Letters without marks and case, as the database folds them too. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
const FOLDED_ADDRESS = `replace(lower(regexp_replace(normalize(incident.address || ' ' || coalesce(incident.ward, ''), nfd), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd')`;

/** A day number ends with what was typed; fewer than three digits would be in every other one. */
const numberPattern = (words: string) => (/^[\d-]{2,13}$/.test(words) ? `%${words}` : null);
/** From six digits on it may be a telephone number: written with a zero, kept with the country. */
const phonePattern = (words: string) => {
  const digits = words.replace(/[\s.()+-]/g, '');
  return /^\d{6,15}$/.test(digits) ? `%${digits.replace(/^(?:84|0)/, '')}%` : null;
};

/**
 * Closed incidents since `since` whose number, caller's phone, place or reason answers the words; marks and case do not
 * matter. Newest first.
 */
export async function findClosedIncidents(
  tx: EntityManager,
  words: string,
  since: Date,
  limit: number,
): Promise<Incident[]> {
  const folded = fold(words.trim());
  const reasons = (Object.keys(CALL_REASONS) as ReasonKey[]).filter((key) => {
    const { vi, en, code } = CALL_REASONS[key];
    return [vi, en, code].some((name) => fold(name).includes(folded));
  });
  const rows = await tx
    .createQueryBuilder(IncidentRow, 'incident')
    .where(`incident.state = 'closed' and incident.closedAt >= :since`, { since })
    .andWhere(
      `(incident.number like :number or incident.callerPhone like :phone
        or incident.reason = any(:reasons) or ${FOLDED_ADDRESS} like :address escape '\\')`,
      {
        number: numberPattern(folded),
        phone: phonePattern(folded),
        reasons,
        address: `%${folded.replace(/[\\%_]/g, '\\$&')}%`,
      },
    )
    .orderBy('incident.closedAt', 'DESC')
    .take(limit)
    .getMany();
  return rows.map(incidentView);
}
