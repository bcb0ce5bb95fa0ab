import type { IncidentId } from '#contracts';
import { TallyMarks, useBoard } from '#web';
import { useCasualties } from './use-casualties.js';

/** In the queue: how many of which colour, as soon as somebody counts. */
export function RowTally({ incidentId }: { incidentId: IncidentId }) {
  const declared = useBoard((board) => board.massCasualties[incidentId] !== undefined);
  return declared ? <DeclaredTally incidentId={incidentId} /> : null;
}

function DeclaredTally({ incidentId }: { incidentId: IncidentId }) {
  return <TallyMarks tally={useCasualties(incidentId).tally} />;
}
