import type { IncidentId } from '#contracts';
import { machineNow, send, useBoard } from '#web';
import { shortNumber } from '../queue/queue.js';
import { recompute } from '../recommendations/use-recommendation.js';
import { useRoom } from '../room.js';

/** One search per vehicle, each taking the next on the list; all of them can be taken back together. */
export async function askVehicles(incidentId: IncidentId, count: number): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const callSigns: string[] = [];
  const { units, incidents } = useBoard.getState();
  try {
    for (let i = 0; i < count; i++) {
      const { request, offers } = await send('dispatch.offer', { incidentId });
      callSigns.push(...offers.map(({ vehicleId }) => units[vehicleId]?.callSign ?? ''));
      undo.push(() => send('dispatch.stop', { requestId: request.id, reason: 'not_needed' }));
    }
  } finally {
    recompute();
    const words = { callSigns: callSigns.join(', '), number: shortNumber(incidents[incidentId]?.number ?? '') };
    if (undo.length > 0) useRoom.setState({ lastDispatch: { undo, words, atMs: machineNow() } });
  }
}
