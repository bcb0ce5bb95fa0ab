import { parseArgs } from 'node:util';

export interface Settings {
  /** Address of the server, without a path. */
  readonly server: string;
  /** How many times faster than life; 1 is life. */
  readonly speed: number;
  /** Calls of any kind on an average hour of the day. */
  readonly callsPerHour: number;
  readonly seed: number;
  readonly password: string;
  /** CTI_SECRET of the server: callers ring before they are answered; without it they are simply there. */
  readonly exchangeSecret: string | null;
}

export const USAGE =
  'node dist/apps/simulator/src/main.js [--server URL] [--speed N] [--calls-per-hour N] [--seed N] [--password TEXT] [--exchange-secret TEXT]';

/** @throws Error with the flag that does not fit */
export function readSettings(args: readonly string[]): Settings {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: text('http://127.0.0.1:3115'),
      speed: text('1'),
      'calls-per-hour': text('26'),
      seed: text('115'),
      password: text('demo115'),
      'exchange-secret': text(''),
    },
  });
  if (!URL.canParse(values.server)) throw new Error(`--server: ${values.server}`);
  return {
    server: new URL(values.server).origin,
    speed: positive('--speed', values.speed),
    callsPerHour: positive('--calls-per-hour', values['calls-per-hour']),
    seed: positive('--seed', values.seed),
    password: values.password,
    exchangeSecret: values['exchange-secret'] || null,
  };
}

function positive(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${flag}: ${text}`);
  return value;
}
