import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newCommandId, read, send } from './api.js';
import { Refusal } from './failure.js';
import { beginSession, endSession, useSession } from './session.js';

const ACCOUNT = {
  id: '018f0000-0000-7000-8000-000000000001',
  login: 'dieuphoi',
  name: 'Mai',
  role: 'dispatcher',
  stationId: null,
  vehicleId: null,
} as const;
const sessionUntil = (token: string, milliseconds: number) => ({
  accessToken: token,
  expiresAt: new Date(Date.now() + milliseconds).toISOString(),
  account: ACCOUNT,
});
const refusal = (code: string) => ({ code, message: { vi: 'Không được.', en: 'No.' } });
const NOTE = { incidentId: '018f0000-0000-7000-8000-000000000002', text: 'x' } as never;
const NOTED = { note: { id: ACCOUNT.id, incidentId: ACCOUNT.id, at: '2026-11-21T14:00:00Z', by: 'Mai', text: 'x' } };

type Answer = [status: number, content: unknown] | 'hang up';
let server: Server;
let answers: ((request: IncomingMessage) => Answer)[];
let seen: { path: string; token: string; key: string }[];
const realFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { authorization = '', 'idempotency-key': key = '' } = request.headers;
    seen.push({ path: request.url ?? '', token: authorization, key: String(key) });
    const answer = answers.shift()?.(request) ?? [500, null];
    if (answer === 'hang up') return void request.socket.destroy();
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page's requests go to its own origin; Node has none.
  globalThis.fetch = (path, init) => realFetch(`${origin}${String(path)}`, init);
});
afterAll(() => {
  globalThis.fetch = realFetch;
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  seen = [];
  beginSession(sessionUntil('first', 600_000) as never);
});

it('sends a command again under the same id when the line broke, and only then', async () => {
  const id = newCommandId();
  answers = [() => 'hang up', () => [503, refusal('DATABASE_UNAVAILABLE')], () => [201, NOTED]];
  await expect(send('incident.note', NOTE, id)).resolves.toEqual(NOTED);
  expect(seen.map(({ path, key }) => [path, key])).toEqual(Array(3).fill(['/api/commands/incident.note', id]));

  seen = [];
  answers = [() => [409, refusal('INCIDENT_CLOSED')]];
  await expect(send('incident.note', NOTE)).rejects.toMatchObject({ failure: { code: 'INCIDENT_CLOSED' } });
  expect(seen).toHaveLength(1);
});

it('gives up as offline after the last attempt', async () => {
  answers = Array(3).fill(() => 'hang up');
  await expect(send('incident.note', NOTE)).rejects.toBeInstanceOf(Refusal);
  answers = Array(3).fill(() => 'hang up');
  await expect(send('incident.note', NOTE)).rejects.toMatchObject({ failure: { code: 'OFFLINE' } });
});

it('renews once for callers who meet the end of the token together, and asks them again with the new one', async () => {
  const byToken = ({ headers, url }: IncomingMessage): Answer => {
    if (url === '/api/session/renew') return [200, sessionUntil('second', 600_000)];
    return headers.authorization === 'Bearer second' ? [200, []] : [401, refusal('SIGN_IN_REQUIRED')];
  };
  answers = Array(5).fill(byToken);
  await Promise.all([read('GET /api/incidents'), read('GET /api/incidents')]);
  expect(seen.filter(({ path }) => path === '/api/session/renew')).toHaveLength(1);
  expect(seen.filter(({ token }) => token === 'Bearer second')).toHaveLength(2);
});

it('renews before a token that is about to end is used', async () => {
  beginSession(sessionUntil('old', 5_000) as never);
  answers = [() => [200, sessionUntil('fresh', 600_000)], () => [200, []]];
  await read('GET /api/incidents', { query: { limit: 5, before: undefined } });
  expect(seen.map(({ path, token }) => `${path} ${token}`)).toEqual([
    '/api/session/renew ',
    '/api/incidents?limit=5 Bearer fresh',
  ]);
});

it('signs out when the cookie is refused, but not when the server cannot be asked', async () => {
  beginSession(sessionUntil('old', 5_000) as never);
  answers = [() => 'hang up'];
  await expect(read('GET /api/incidents')).rejects.toMatchObject({ failure: { code: 'OFFLINE' } });
  expect(useSession.getState().status).toBe('signed_in');
  answers = [() => [401, refusal('SIGN_IN_REQUIRED')]];
  await expect(read('GET /api/incidents')).rejects.toMatchObject({ failure: { code: 'SIGN_IN_REQUIRED' } });
  expect(useSession.getState().status).toBe('signed_out');
  endSession();
});

it('does not believe an answer that the contract does not know', async () => {
  answers = [() => [200, [{ id: 'no incident' }]], () => [418, 'teapot']];
  await expect(read('GET /api/incidents')).rejects.toMatchObject({ failure: { code: 'BUG' } });
  await expect(read('GET /api/incidents')).rejects.toMatchObject({ failure: { code: 'BUG' } });
});
