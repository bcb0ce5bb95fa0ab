import { z } from 'zod';
import { IncidentId, OfferId, RequestId, VehicleId } from '../ids.js';
import { Mission, Offer, VehicleRequest } from '../incidents.js';
import { Instant, Text } from '../values.js';
import { CancelReason, OverrideReason, RefusalReason, VehicleLevel } from '../words.js';
import { command, DISPATCH, FIELD } from './command.js';

export const DISPATCH_COMMANDS = {
  'dispatch.offer': command(
    z.object({
      incidentId: IncidentId,
      /** Asked first, in this order; empty: the first on the list. */
      vehicleIds: z.array(VehicleId).max(10).default([]),
      level: VehicleLevel.optional(),
      /** Needed when the first vehicle asked is not the first recommended. */
      override: z.object({ reason: OverrideReason, text: Text(300).default('') }).optional(),
    }),
    z.object({ request: VehicleRequest, offers: z.array(Offer) }),
    DISPATCH,
    'Ask for one vehicle: offers go out until one station accepts.',
  ),
  'dispatch.order': command(
    z.object({ incidentId: IncidentId, vehicleId: VehicleId, reason: OverrideReason, text: Text(300).default('') }),
    z.object({ request: VehicleRequest, mission: Mission }),
    DISPATCH,
    'Order a vehicle without asking, with a reason.',
  ),
  'dispatch.stop': command(
    z.object({ requestId: RequestId, reason: CancelReason }),
    z.object({ request: VehicleRequest }),
    DISPATCH,
    'Stop asking: open offers are withdrawn.',
  ),
  'dispatch.retry': command(
    z.object({ requestId: RequestId }),
    z.object({ request: VehicleRequest, offers: z.array(Offer) }),
    DISPATCH,
    'Ask again, those who refused included, after nobody was left to ask.',
  ),
  'offer.accept': command(
    z.object({ offerId: OfferId, deviceAt: Instant.optional() }),
    z.object({ offer: Offer, mission: Mission }),
    FIELD,
    'The station or the crew accepts; a parallel offer is withdrawn.',
  ),
  'offer.refuse': command(
    z.object({ offerId: OfferId, reason: RefusalReason, text: Text(300).default('') }),
    z.object({ offer: Offer }),
    FIELD,
    'Refuse with a reason; the next vehicle is asked at once.',
  ),
} as const;
