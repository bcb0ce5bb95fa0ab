import { COMMANDS, ErrorView, READS, type CommandInput, type CommandName, type CommandReply } from '#contracts';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { machineNow } from '../time/clock.js';
import { Refusal, isPassing, notUnderstood, offline } from './failure.js';
import { beginSession, endSession, useSession } from './session.js';

export type ReadName = keyof typeof READS;
export type ReadReply<N extends ReadName> = z.output<(typeof READS)[N]['reply']>;
export interface Asked {
  /** Values of the `:names` in the path. */
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

/** A token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 60_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** Waits between attempts of one command; afterwards a person decides, and the id stays the same. */
const RETRY_AFTER_MS = [300, 1200];

const withQuery = (path: string, { params = {}, query = {} }: Asked) => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length > 0 ? `${filled}?${new URLSearchParams(given).toString()}` : filled;
};

async function request(method: string, url: string, asked: Asked, headers: Record<string, string>): Promise<unknown> {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(asked.body === undefined ? {} : JSON_BODY), ...headers },
      body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
      signal: asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout,
    });
  } catch (thrown) {
    if (asked.signal?.aborted) throw thrown;
    throw offline();
  }
  const content: unknown = await response.json().catch(() => null);
  if (response.ok) return content;
  const view = ErrorView.safeParse(content);
  if (view.success) throw new Refusal(view.data);
  throw response.status >= 502 ? offline() : notUnderstood();
}
/** A page of another site can make a browser send the cookie, but not this header. */
const OWN_PAGE = { 'X-Dispatch115': '1' };
const JSON_BODY = { 'Content-Type': 'application/json' };

let renewal: Promise<void> | null = null;

/** Gets a new access token for the cookie; simultaneous callers share one request, tabs take turns. */
export function renewSession(): Promise<void> {
  const ask = async () => {
    const reply = READS['POST /api/session/renew'].reply.safeParse(
      await request('POST', '/api/session/renew', { body: {} }, OWN_PAGE),
    );
    if (!reply.success) throw notUnderstood();
    beginSession(reply.data);
  };
  // Browsers have locks only on HTTPS and localhost; without them, tabs that renew together may sign each other out.
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  renewal ??= (locks ? locks.request('session.renew', ask) : ask())
    .catch((thrown: unknown) => {
      if (thrown instanceof Refusal && thrown.failure.code !== 'OFFLINE' && !isPassing(thrown.failure)) endSession();
      throw thrown;
    })
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

async function authorised(method: string, url: string, asked: Asked, headers: Record<string, string>) {
  const attempt = () =>
    request(method, url, asked, { ...headers, Authorization: `Bearer ${useSession.getState().accessToken ?? ''}` });
  const { status, expiresAtMs } = useSession.getState();
  if (status === 'signed_in' && expiresAtMs - machineNow() < RENEW_BEFORE_MS) await renewSession();
  try {
    return await attempt();
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.failure.code !== 'SIGN_IN_REQUIRED') throw thrown;
    await renewSession();
    return attempt();
  }
}

/** Reads one entry of the contract's {@link READS} table, for example `read('GET /api/places', { query: { q } })`. */
export async function read<N extends ReadName>(name: N, asked: Asked = {}): Promise<ReadReply<N>> {
  const [method = 'GET', path = ''] = name.split(' ');
  const { reply, roles } = READS[name];
  const url = withQuery(path, asked);
  const content = await (roles === 'anybody' ? request(method, url, asked, {}) : authorised(method, url, asked, {}));
  const parsed = reply.safeParse(content);
  if (!parsed.success) throw notUnderstood();
  return parsed.data as ReadReply<N>;
}

/** One id per intention: keep it for as long as the same thing is being sent. */
export const newCommandId = () => uuidv7();

/** Sends a command over HTTP. The same id may be sent again without doing the thing twice, and this retries so itself. */
export async function send<N extends CommandName>(
  name: N,
  body: CommandInput<N>,
  id = newCommandId(),
): Promise<CommandReply<N>> {
  for (let tries = 0; ; tries++) {
    try {
      const content = await authorised('POST', `/api/commands/${name}`, { body }, { 'Idempotency-Key': id });
      const parsed = COMMANDS[name].reply.safeParse(content);
      if (!parsed.success) throw notUnderstood();
      return parsed.data as CommandReply<N>;
    } catch (thrown) {
      const wait = RETRY_AFTER_MS[tries];
      if (wait === undefined || !(thrown instanceof Refusal) || !isPassing(thrown.failure)) throw thrown;
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}
