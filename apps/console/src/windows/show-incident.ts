import type { IncidentId } from '#contracts';
import { focusIncident } from '../focus.js';
import { selectIncident } from '../room.js';
import { tell } from './channel.js';
import { windowKind } from './windows.js';

/** Opens an incident where there is a panel for it: here, or in the console that this window stands beside. */
export function showIncident(incidentId: IncidentId): void {
  if (windowKind() === 'console') return focusIncident(incidentId);
  selectIncident(incidentId);
  tell({ kind: 'open', incidentId });
}
