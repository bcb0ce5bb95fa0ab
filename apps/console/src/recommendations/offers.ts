import { VehicleGroup, type Offer, type RankedVehicle, type Recommendation, type VehicleRequest } from '#contracts';

export interface Asking {
  request: VehicleRequest;
  /** In the order in which they were asked. */
  offers: Offer[];
}

/** The searches for a vehicle for one incident, newest first, with everybody who was asked. */
export function askingFor(
  incidentId: string,
  requests: Record<string, VehicleRequest>,
  offers: Record<string, Offer>,
): Asking[] {
  return Object.values(requests)
    .filter((request) => request.incidentId === incidentId && request.state !== 'cancelled')
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
    .map((request) => ({
      request,
      offers: Object.values(offers)
        .filter(({ requestId }) => requestId === request.id)
        .sort((a, b) => a.turn - b.turn || a.offeredAt.localeCompare(b.offeredAt)),
    }));
}

/** Who would be asked after the present offers: the first ranked vehicles of its kind not asked in this search. */
export function nextToAsk(
  { request, offers }: Asking,
  recommendation: Recommendation | null,
  count: number,
): RankedVehicle[] {
  if (!recommendation || request.replaces) return [];
  const asked = new Set(offers.map(({ vehicleId }) => vehicleId));
  const group = request.level === 'motorbike' ? 'two_wheeler' : 'ambulance';
  return recommendation.ranked
    .filter((vehicle) => vehicle.group === group && !asked.has(vehicle.vehicleId))
    .slice(0, count);
}

/**
 * Whether choosing these vehicles, sent in the order of their ranks, passes over a better one of the same kind: then a
 * reason is needed. Each vehicle sent leaves the list, so ranks 1 and 2 together pass over nobody, 1 and 3 do.
 */
export const passesOver = ({ ranked }: Recommendation, vehicleIds: readonly string[]): boolean =>
  VehicleGroup.options.some((group) => {
    const ofKind = ranked.filter((vehicle) => vehicle.group === group);
    const chosen = ofKind.filter(({ vehicleId }) => vehicleIds.includes(vehicleId));
    return ofKind.slice(0, chosen.length).some((vehicle) => !chosen.includes(vehicle));
  });
