import { tallyOf, type Casualty, type IncidentId, type MassCasualty, type Tally } from '#contracts';
import { useBoard } from '#web';
import { useMemo } from 'react';

export interface Casualties {
  massCasualty: MassCasualty | null;
  /** In the order in which they were counted, those counted in error left out. */
  casualties: Casualty[];
  tally: Tally;
}

/** What is known of an incident with many patients: by the board while it is open. */
export function useCasualties(incidentId: IncidentId): Casualties {
  const massCasualty = useBoard((board) => board.massCasualties[incidentId] ?? null);
  const all = useBoard((board) => board.casualties);
  return useMemo(() => {
    const own = Object.values(all)
      .filter((one) => one.incidentId === incidentId && one.state !== 'struck')
      .sort((a, b) => a.number - b.number);
    return { massCasualty, casualties: own, tally: tallyOf(own) };
  }, [massCasualty, all, incidentId]);
}
