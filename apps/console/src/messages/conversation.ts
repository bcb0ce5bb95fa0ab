import { isActiveMission, type IncidentId, type Message, type Mission, type VehicleId } from '#contracts';
import { isWaitingFor } from '#web';

/** How many messages of its crew wait for the room, by vehicle. */
export function waitingByVehicle(messages: Record<string, Message>): Map<VehicleId, number> {
  const counts = new Map<VehicleId, number>();
  for (const message of Object.values(messages))
    if (isWaitingFor('room', message)) counts.set(message.vehicleId, (counts.get(message.vehicleId) ?? 0) + 1);
  return counts;
}

/** The message of a crew that has waited longest for the room. */
export const oldestWaiting = (messages: Record<string, Message>): Message | null =>
  Object.values(messages)
    .filter((message) => isWaitingFor('room', message))
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt))[0] ?? null;

interface Chosen {
  vehicleId: VehicleId | null;
  incidentId: IncidentId | null;
  missions: Record<string, Mission>;
  messages: Record<string, Message>;
}

/** Whose crew is meant: the chosen unit's, the first on the chosen incident, else the one that waits longest. */
export function vehicleMeant({ vehicleId, incidentId, missions, messages }: Chosen): VehicleId | null {
  if (vehicleId) return vehicleId;
  const own = Object.values(missions)
    .filter((mission) => mission.incidentId === incidentId && isActiveMission(mission.state))
    .sort((a, b) => a.since.localeCompare(b.since));
  return own[0]?.vehicleId ?? oldestWaiting(messages)?.vehicleId ?? null;
}
