import { z } from 'zod';
import { IncidentId, MissionId, OfferId, RequestId, SuggestionId, VehicleId } from '../ids.js';
import { Mission, Offer, VehicleRequest } from '../incidents.js';
import { Suggestion } from '../suggestions.js';
import { Instant, Text } from '../values.js';
import { CallToStation, CancelReason, OverrideReason, RefusalReason, SpecialNeed, VehicleLevel } from '../words.js';
import { command, DISPATCH, FIELD } from './command.js';

export const DISPATCH_COMMANDS = {
  'dispatch.offer': command(
    z.object({
      incidentId: IncidentId,
      /** Asked first, in this order; empty: the first on the list. */
      vehicleIds: z.array(VehicleId).max(10).default([]),
      level: VehicleLevel.optional(),
      needs: z.array(SpecialNeed).max(4).default([]),
      /** When the list that the person chose from was computed. */
      seenAt: Instant.optional(),
      /** Needed when the first vehicle asked is not the first recommended. */
      override: z.object({ reason: OverrideReason, text: Text(300).default('') }).optional(),
    }),
    z.object({ request: VehicleRequest, offers: z.array(Offer) }),
    DISPATCH,
    'Ask for one vehicle: offers go out until one station accepts.',
  ),
  'dispatch.order': command(
    z.object({
      incidentId: IncidentId,
      vehicleId: VehicleId,
      reason: OverrideReason,
      text: Text(300).default(''),
      needs: z.array(SpecialNeed).max(4).default([]),
      seenAt: Instant.optional(),
    }),
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
  'dispatch.divert': command(
    z.object({
      missionId: MissionId,
      incidentId: IncidentId,
      reason: OverrideReason,
      /** Whoever decides this has read the objections: nobody left for the first patient, turned away before. */
      despite: z.boolean().default(false),
    }),
    z.object({ request: VehicleRequest, mission: Mission, released: Mission, again: VehicleRequest }),
    DISPATCH,
    'A vehicle on its way to one patient goes to another; stations are asked again for the first one at once.',
  ),
  'suggestion.take': command(
    z.object({ suggestionId: SuggestionId }),
    z.object({ suggestion: Suggestion, request: VehicleRequest, offers: z.array(Offer) }),
    DISPATCH,
    'Ask the nearer vehicle; when it accepts, and not before, the present one is called off.',
  ),
  'suggestion.leave': command(
    z.object({ suggestionId: SuggestionId }),
    z.object({ suggestion: Suggestion }),
    DISPATCH,
    'Leave it as it is; the same change is not suggested again for a while.',
  ),
  'offer.recordCall': command(
    z.object({ offerId: OfferId, outcome: CallToStation }),
    z.object({ offer: Offer }),
    DISPATCH,
    'What the station or the crew said by telephone while the offer was open.',
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
