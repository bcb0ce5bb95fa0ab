import type { Priority } from '#contracts';
import { z } from 'zod';

const seconds = (fallback: number, about: string) => z.coerce.number().positive().default(fallback).describe(about);
const flag = (fallback: boolean, about: string) =>
  z
    .enum(['0', '1'])
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1')
    .describe(about);

/** Every setting, with its default and what it means; the README's table is generated from this. */
export const ConfigSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3115).describe('Port of API, sockets and screens'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL with PostGIS; without it the embedded trial database is started'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20).describe('Connections to the database'),
  DATA_FOLDER: z.string().default('.data').describe('Embedded database, token key and caches'),
  DEMO: flag(true, 'On the embedded database: 1 plays callers, stations, crews and GPS; 0 leaves the centre quiet'),
  DEMO_REGION: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe('Demonstration region, fleet and sign-ins in an empty database; auto: only on the embedded one'),
  CENTRE_NAME: z.string().default('Khu vực Bình Dương').describe('Shown in the header of every screen'),
  PROTOCOLS: z
    .string()
    .optional()
    .describe('Folder with the questions and instructions of the centre, instead of `protocols/` of the product'),
  PREALERT_SECONDS: seconds(180, 'How long a vehicle gets ready when the call form is not touched again'),
  OFFER_SECONDS: seconds(45, 'How long a station may think before the next one is asked'),
  SHIFT_STARTS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(,\s*([01]\d|2[0-3]):[0-5]\d)*$/)
    .default('07:00,19:00')
    .describe('When the shifts of the room begin, local time, separated by commas'),
  RIDE_LEAD_SECONDS: seconds(1_800, 'How early a ride ordered for a time turns into work when no road says'),
  RIDE_MARGIN_SECONDS: seconds(600, 'On top of turnout and drive, for a ride ordered for a time'),
  SUGGEST_GAIN_SECONDS: seconds(90, 'A nearer vehicle is suggested when it would be there so much sooner, and …'),
  SUGGEST_GAIN_PERCENT: z.coerce
    .number()
    .min(0)
    .max(100)
    .default(20)
    .describe('… by this share of what the present one still needs'),
  TARGET_SECONDS_1: seconds(480, 'Target from call to arrival, priority 1'),
  TARGET_SECONDS_2: seconds(720, 'Target from call to arrival, priority 2'),
  TARGET_SECONDS_3: seconds(1200, 'Target from call to arrival, priority 3'),
  TARGET_SECONDS_4: seconds(3600, 'Target from call to arrival, priority 4'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where telephones outside reach this server, for links to callers; https, or they share no position'),
  CALLER_LINK_SECONDS: seconds(7_200, 'How long the page of a caller opens; at most until the incident closes'),
  SMS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Gateway that text messages are posted to: docs/links.md; in a trial they go into a file without it'),
  SMS_TOKEN: z.string().optional().describe('Bearer token of that gateway'),
  SMS_TIMEOUT_SECONDS: seconds(5, 'How long the gateway may take, each of two tries'),
  ACCESS_TOKEN_SECONDS: seconds(600, 'Life of an access token'),
  SHIFT_SESSION_SECONDS: seconds(43_200, 'Life of a sign-in: one shift'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .describe('Other origins whose pages may open a live feed, separated by commas'),
  COOKIE_SECURE: flag(false, '1 behind HTTPS: the refresh cookie is sent over TLS only'),
  GOOGLE_MAPS_KEY: z.string().optional().describe('Second opinion on travel times, with traffic, and on places'),
  GOOGLE_MAPS_URL: z.url().optional().describe('Address of the Distance Matrix, where a proxy stands before Google'),
  GOOGLE_PLACES_URL: z.url().optional().describe('Another address for Google Geocoding, e.g. a proxy'),
  TRAVEL_TIMES: z
    .enum(['roads', 'pgrouting', 'google'])
    .default('roads')
    .describe('Which source answers first; the others and the straight line are the fallback'),
  ROAD_RULES: z
    .string()
    .optional()
    .describe('JSON file that corrects speeds and penalties: docs/examples/road-rules.json'),
  CTI_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('Key of the signed webhook for telephone exchanges; off without it'),
  AMI_URL: z
    .url({ protocol: /^(tcp|tls)$/ })
    .optional()
    .describe('Asterisk manager to read calls from: tcp://user:secret@host:5038/name; off without it'),
  AMI_CONTEXTS: z
    .string()
    .default('from-trunk,from-pstn')
    .describe('Dialplan contexts by which calls from outside come in, separated by commas'),
  AML_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('Key in the address to which telephones send their position (AML); off without it'),
  RING_SILENCE_SECONDS: seconds(600, 'A ring of which the exchange says nothing more goes to the call-back list'),
  RING_TAKE_SECONDS: seconds(60, 'An answered ring that nobody takes into the form goes to the call-back list'),
  RING_RECORD_SECONDS: seconds(900, 'A ring that was taken but not saved goes to the call-back list'),
  CALL_BACK_TRIES: z.coerce
    .number()
    .int()
    .min(1)
    .max(20)
    .default(2)
    .describe('Tries before it may be written that a caller was not reached'),
  ALARM_RULES: z
    .string()
    .optional()
    .describe('JSON file that says when a state becomes an alarm: docs/examples/alarm-rules.json'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much is logged'),
});
export type Config = z.output<typeof ConfigSchema>;
export const CONFIG = Symbol('Config');

/** Seconds from call to arrival, by priority. */
export const targetsOf = (config: Config): Record<Priority, number> => ({
  1: config.TARGET_SECONDS_1,
  2: config.TARGET_SECONDS_2,
  3: config.TARGET_SECONDS_3,
  4: config.TARGET_SECONDS_4,
});

/** A bad start lists every problem at once. */
export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(
      `Cấu hình không đúng / The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** The only reader of the environment. @throws ConfigError */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = ConfigSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
