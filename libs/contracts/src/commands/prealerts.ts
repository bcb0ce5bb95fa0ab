import { z } from 'zod';
import { DraftId, PrealertId } from '../ids.js';
import { Prealert } from '../prealerts.js';
import { RecommendationQuery } from '../recommendation.js';
import { command, FIELD, ROOM } from './command.js';

export const PREALERT_COMMANDS = {
  'prealert.raise': command(
    RecommendationQuery.extend({ draftId: DraftId }),
    z.object({ prealert: Prealert.nullable() }),
    ROOM,
    'Tell the best vehicle to get ready for a call that is still being taken; sent again it follows the best vehicle.',
  ),
  'prealert.ready': command(
    z.object({ prealertId: PrealertId }),
    z.object({ prealert: Prealert }),
    FIELD,
    'The crew or its station gets ready.',
  ),
  'prealert.drop': command(
    z.object({ draftId: DraftId }),
    z.object({ prealert: Prealert.nullable() }),
    ROOM,
    'The call ends without an incident: whoever was getting ready may rest.',
  ),
} as const;
