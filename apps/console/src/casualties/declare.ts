import { send, useBoard } from '#web';
import { focusIncident, focusPanel } from '../focus.js';
import { attempt } from '../recommendations/dispatching.js';
import { useRoom } from '../room.js';

/** Alt X: the chosen incident is worked with many patients from now on; without one, the list to choose from. */
export function declareMassCasualty(): void {
  const { incidentId } = useRoom.getState();
  const { incidents, massCasualties } = useBoard.getState();
  const incident = incidents[incidentId ?? ''];
  if (!incident || incident.state === 'closed') return focusPanel('incidents');
  focusIncident(incident.id);
  const known = massCasualties[incident.id];
  if (!known || known.endedAt) void attempt(() => send('massCasualty.declare', { incidentId: incident.id }));
}
