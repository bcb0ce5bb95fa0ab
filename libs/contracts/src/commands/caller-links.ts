import { z } from 'zod';
import { CallerLink } from '../caller-links.js';
import { CallerLinkId, DraftId, IncidentId } from '../ids.js';
import { RequiredText, Text } from '../values.js';
import { command, ROOM } from './command.js';

export const CALLER_LINK_COMMANDS = {
  'callerLink.create': command(
    z
      .object({ incidentId: IncidentId.optional(), draftId: DraftId.optional(), phone: Text(60).default('') })
      .refine(({ incidentId, draftId, phone }) => incidentId !== undefined || (draftId !== undefined && phone !== ''), {
        message: 'an incident, or a call form with a number',
        path: ['incidentId'],
      }),
    z.object({ link: CallerLink, url: z.string() }),
    ROOM,
    'The page of the caller of an incident, or of a call that is still being typed; asked again it is the same page.',
  ),
  'callerLink.send': command(
    z.object({ linkId: CallerLinkId, phone: RequiredText(60) }),
    z.object({ link: CallerLink }),
    ROOM,
    'Send the page as a text message; the outcome comes on the board.',
  ),
  'callerLink.end': command(
    z.object({ linkId: CallerLinkId }),
    z.object({ link: CallerLink }),
    ROOM,
    'The page opens no more.',
  ),
} as const;
