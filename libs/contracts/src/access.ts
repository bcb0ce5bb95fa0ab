import { z } from 'zod';
import { AlarmRules } from './alarms.js';
import { AccountId, StationId, VehicleId } from './ids.js';
import { Instant, RequiredText } from './values.js';
import { Role } from './words.js';

export const SignIn = z.object({ login: RequiredText(60), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;

export const Account = z.object({
  id: AccountId,
  login: z.string(),
  name: z.string(),
  role: Role,
  stationId: StationId.nullable(),
  /** The vehicle whose shift this person is on now (crew only). */
  vehicleId: VehicleId.nullable(),
});
export type Account = z.infer<typeof Account>;

/** The access token lives in memory only; the refresh token is an HttpOnly cookie. */
export const Session = z.object({ accessToken: z.string(), expiresAt: Instant, account: Account });
export type Session = z.infer<typeof Session>;

/** What a screen needs to know of the server before it draws. */
export const SystemInfo = z.object({
  version: z.string(),
  region: z.string(),
  /** Embedded database or demonstration region: the screens carry a quiet mark. */
  trial: z.boolean(),
  demonstrationRegion: z.boolean(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  centre: z.tuple([z.number(), z.number()]),
  mapVersion: z.string(),
  mapAttribution: z.string(),
  offerSeconds: z.number(),
  /** Whether Google may be asked for a second opinion on a place. */
  secondOpinion: z.boolean(),
  /** Whether text messages can be sent. */
  textMessages: z.boolean(),
  targetSeconds: z.object({ 1: z.number(), 2: z.number(), 3: z.number(), 4: z.number() }),
  alarmRules: AlarmRules,
  serverTime: Instant,
});
export type SystemInfo = z.infer<typeof SystemInfo>;

/** How the sign-ins of the field are named: a crew by its call sign (`bd-07`, the next of the crew `bd-07.2`). */
export const crewLogin = (callSign: string, index = 0): string =>
  `${callSign.toLowerCase()}${index === 0 ? '' : `.${index + 1}`}`;
/** A station by its short name: `Thuận An` -> `tram-thuan-an`. */
export const stationLogin = (shortName: string): string =>
  `tram-${shortName
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
