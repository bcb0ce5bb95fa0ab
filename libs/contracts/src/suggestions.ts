import { z } from 'zod';
import { IncidentId, MissionId, SuggestionId, VehicleId } from './ids.js';
import { Instant, keysOf, type Wording } from './values.js';

export const SUGGESTION_STATES = {
  open: { vi: 'Đang gợi ý', en: 'Open' },
  taken: { vi: 'Đã hỏi xe gần hơn', en: 'Taken' },
  left: { vi: 'Để nguyên', en: 'Left as it is' },
  lapsed: { vi: 'Không còn lợi', en: 'No longer a gain' },
} as const satisfies Record<string, Wording>;
export const SuggestionState = keysOf(SUGGESTION_STATES);
export type SuggestionState = z.infer<typeof SuggestionState>;
export const SUGGESTION_TRANSITIONS: Record<SuggestionState, readonly SuggestionState[]> = {
  open: ['taken', 'left', 'lapsed'],
  taken: [],
  left: [],
  lapsed: [],
};

/** A better vehicle for an incident whose help is on its way; nothing changes until a person takes it. */
export const Suggestion = z.object({
  id: SuggestionId,
  incidentId: IncidentId,
  /** The job that would be taken over, and who has it now. */
  missionId: MissionId,
  vehicleId: VehicleId,
  betterVehicleId: VehicleId,
  state: SuggestionState,
  /** From now to the scene: the present one, and the better one with its turnout and the wait for it. */
  etaSeconds: z.number(),
  betterEtaSeconds: z.number(),
  gainSeconds: z.number(),
  /** When the better one is expected to be free; null when it is. */
  freeInSeconds: z.number().nullable(),
  madeAt: Instant,
  expiresAt: Instant,
  answeredBy: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
