import type { VehicleId } from '#contracts';
import { useBoard } from '#web';
import { flushSync } from 'react-dom';
import { focusPanel } from '../focus.js';
import { useRoom } from '../room.js';
import { vehicleMeant } from './conversation.js';

/** Opens the conversation with a crew, ready to type. */
export function openMessagesOf(vehicleId: VehicleId): void {
  flushSync(() => useRoom.setState({ vehicleId, work: 'messages', workOpen: true, overlay: null }));
  document.querySelector<HTMLElement>('[data-panel="messages"] [data-entry]')?.focus();
}

/** Alt N: the conversation with the crew that is meant; without one, the board to choose from. */
export function openMessages(): void {
  const { vehicleId, incidentId } = useRoom.getState();
  const { missions, messages } = useBoard.getState();
  const meant = vehicleMeant({ vehicleId, incidentId, missions, messages });
  if (meant) openMessagesOf(meant);
  else focusPanel('units');
}
