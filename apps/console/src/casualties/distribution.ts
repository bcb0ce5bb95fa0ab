import type { Casualty, TriageTag } from '#contracts';

export interface HospitalShare {
  hospitalId: string;
  total: number;
  byTag: Partial<Record<TriageTag, number>>;
}

/** How many of which colour went, or are going, to each hospital; the most loaded first. */
export function distributionOf(casualties: readonly Casualty[]): HospitalShare[] {
  const shares = new Map<string, HospitalShare>();
  for (const { hospitalId, state, tag } of casualties) {
    if (!hospitalId || state === 'struck' || state === 'released') continue;
    const share = shares.get(hospitalId) ?? { hospitalId, total: 0, byTag: {} };
    share.total++;
    share.byTag[tag] = (share.byTag[tag] ?? 0) + 1;
    shares.set(hospitalId, share);
  }
  return [...shares.values()].sort((a, b) => b.total - a.total || a.hospitalId.localeCompare(b.hospitalId));
}
