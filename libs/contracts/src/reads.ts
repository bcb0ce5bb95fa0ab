import { z } from 'zod';
import { Session, SystemInfo } from './access.js';
import { AlarmHour } from './alarms.js';
import { CallerPage, SharedPositionReply } from './caller-links.js';
import { CallerHistory } from './callers.js';
import { CrewMember } from './fleet.js';
import { CoverageGaps } from './cover.js';
import { Diversion } from './diversion.js';
import { HospitalRanking } from './hospital-choice.js';
import { Incident, IncidentDetail } from './incidents.js';
import { PaperDesk } from './paper.js';
import { PlaceSearchAnswer, PlaceSuggestion } from './place.js';
import { ProtocolsInForce } from './protocols.js';
import { Coverage, Recommendation } from './recommendation.js';
import { RingLedger } from './rings.js';
import { Route } from './routes.js';
import { ShiftLogDay } from './shift-log.js';
import { Statistics } from './statistics.js';
import type { Role } from './words.js';

/** What a pin is called: street and number, nearest junction and landmark, new ward and old unit. */
export const PlaceAt = z.object({
  words: z.string(),
  ward: z.string().nullable(),
  formerUnit: z.string().nullable(),
  onRoad: z.boolean(),
});
export type PlaceAt = z.infer<typeof PlaceAt>;

const read = <R extends z.ZodType>(reply: R, roles: readonly Role[] | 'anybody' | 'signed_in', about: string) => ({
  reply,
  roles,
  about,
});
const ROOM = ['call_taker', 'dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];

/** Everything that only looks, by method and path; the policy test walks this table and {@link COMMANDS}. */
export const READS = {
  'GET /api/system': read(SystemInfo, 'anybody', 'What this server is and serves.'),
  'POST /api/session': read(Session, 'anybody', 'Sign in; the refresh token is set as a cookie.'),
  'POST /api/session/renew': read(Session, 'anybody', 'A new access token for a valid refresh cookie.'),
  'DELETE /api/session': read(z.object({}), 'anybody', 'Sign out.'),
  'GET /api/incidents': read(
    z.array(Incident),
    ROOM,
    'Closed incidents, newest first (`limit`, `before`); with `q` those of the last 14 days by number, phone, place or reason.',
  ),
  'GET /api/incidents/:id': read(
    IncidentDetail,
    ROOM,
    'One incident with its calls, notes, missions, offers and timeline.',
  ),
  'GET /api/incidents/:id/recommendation': read(
    Recommendation,
    ROOM,
    'Who could go, ranked or excluded, with reasons.',
  ),
  'GET /api/incidents/:id/diversions': read(
    z.array(Diversion),
    ROOM,
    'Vehicles on their way to others that could be turned round, with what both patients gain and lose.',
  ),
  'GET /api/missions/:id/hospitals': read(
    HospitalRanking,
    [...ROOM, 'crew'],
    'Where the patient could go: by what it can treat, drive, handover delay and room. A crew asks for its own job only.',
  ),
  'GET /api/requests/:id/shown': read(
    Recommendation,
    ROOM,
    'The whole list as it stood on the screen when the vehicle was chosen.',
  ),
  'POST /api/recommendation': read(Recommendation, ROOM, 'The same for a place that is not saved yet.'),
  'GET /api/protocols': read(
    ProtocolsInForce,
    ROOM,
    'The questions for every reason, and the instructions for callers.',
  ),
  'GET /api/places': read(
    PlaceSearchAnswer,
    ROOM,
    'Places by what a caller says (`q`, and `near=lng,lat`), with a question when several fit.',
  ),
  'GET /api/places/second-opinion': read(
    z.array(PlaceSuggestion),
    ROOM,
    'What Google says to `q`; empty without a key.',
  ),
  'GET /api/places/at': read(PlaceAt, 'signed_in', 'The words for a pin: `at=lng,lat`.'),
  'GET /api/route': read(
    Route,
    'signed_in',
    'A drive with turn instructions: `from=lng,lat&to=lng,lat`; of a moving vehicle also `heading` in degrees. Who drives (`level`) and how urgent it is (`priority`) decide what may be driven; without them an ambulance with sirens.',
  ),
  'GET /api/coverage': read(Coverage, ROOM, 'How soon a free vehicle could be in each square of the region.'),
  'GET /api/coverage/gaps': read(
    CoverageGaps,
    ROOM,
    'Wards beyond 8 and 15 minutes, empty stations, what sending each vehicle opens, and which move would help.',
  ),
  'GET /api/statistics': read(
    Statistics,
    ['supervisor', 'admin', 'dispatcher'],
    'Response times of a period, from the journal only.',
  ),
  'GET /api/callers': read(
    CallerHistory,
    ROOM,
    'Earlier calls of a number and its mark (`phone`); every look is logged.',
  ),
  'GET /api/rings/ledger': read(
    RingLedger,
    ['supervisor', 'admin'],
    'Every ring of a period (`from`, `to`) and how it ended.',
  ),
  'GET /api/alarms/rate': read(
    z.array(AlarmHour),
    ['supervisor', 'admin', 'dispatcher'],
    'Alarms by the hour and per dispatcher (`from`, `to`).',
  ),
  'GET /api/shift-log': read(ShiftLogDay, ROOM, 'The log of the shifts that began on a local day (`day`, YYYY-MM-DD).'),
  'GET /api/paper': read(PaperDesk, ROOM, 'Paper cards with their numbers, and drills with their figures.'),
  'GET /api/links/:secret': read(CallerPage, 'anybody', 'The page behind a link that the room gave to a caller.'),
  'POST /api/links/:secret/position': read(
    SharedPositionReply,
    'anybody',
    'The caller shares where the telephone is; offered to the room, never a place by itself.',
  ),
  'POST /api/links/:secret/left': read(
    CallerPage,
    'anybody',
    'The caller says that the patient has left by themselves, or takes it back within 30 s.',
  ),
  'GET /api/crew-members': read(z.array(CrewMember), 'signed_in', 'Who can be put on a shift.'),
} as const;
