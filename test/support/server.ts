import {
  CommandId,
  type Account,
  type CommandInput,
  type CommandName,
  type CommandReply,
  type ErrorView,
  type Session,
} from '#contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import { readConfig } from '../../apps/api/src/config.js';
import { createLog } from '../../apps/api/src/log.js';
import { startServer } from '../../apps/api/src/server.js';
import { prepare } from '../../apps/api/src/start-up.js';
import { makeTemplate, openTestDatabase, type TestDatabase } from './database.js';

/** Somebody signed in, speaking to the server as any client would. */
export interface Person {
  readonly account: Account;
  readonly token: string;
  /** Sends a command and returns its reply; a refusal is thrown as {@link Refused}. */
  send<N extends CommandName>(name: N, body: CommandInput<N>, id?: string, sentAt?: string): Promise<CommandReply<N>>;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly view: ErrorView,
  ) {
    super(`${status} ${view.code} ${JSON.stringify(view.details ?? {})}`);
  }
  get code() {
    return this.view.code;
  }
}

export interface TestServer {
  readonly url: string;
  readonly database: TestDatabase;
  as(login: string): Promise<Person>;
  close(): Promise<void>;
}

const DEMONSTRATION = 'dispatch_demonstration';

/** Region and fleet take seconds to write: they are written once for all specs. */
async function fillWithDemonstration(url: string): Promise<void> {
  const config = readConfig({ DATABASE_URL: url, DEMO_REGION: 'on' });
  const { dataSource } = await prepare(
    config,
    () => undefined,
    () => undefined,
  );
  await dataSource.destroy();
}

/** A fresh database that holds the demonstration region and fleet. */
export async function openDemonstrationDatabase(poolSize: number): Promise<TestDatabase> {
  await makeTemplate(DEMONSTRATION, fillWithDemonstration);
  return openTestDatabase(poolSize, DEMONSTRATION);
}

/** What a spec may put between the server and the world. */
export interface Wiring {
  /** Leads the server to its database by another way. */
  readonly databaseBy?: (url: string) => Promise<string>;
  readonly log?: Logger;
}

/** The real server on a database of its own, with the demonstration region and fleet. */
export async function startTestServer(
  settings: Record<string, string> = {},
  { databaseBy = (url) => Promise.resolve(url), log }: Wiring = {},
): Promise<TestServer> {
  const database = await openDemonstrationDatabase(4);
  const dataFolder = mkdtempSync(join(tmpdir(), 'd115-data-'));
  const config = readConfig({
    DATABASE_URL: await databaseBy(database.url),
    DATA_FOLDER: dataFolder,
    DEMO_REGION: 'on',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    ...settings,
  });
  const server = await startServer(config, log ?? createLog(config.LOG_LEVEL), () => undefined);
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    database,
    as: (login) => signIn(url, login),
    async close() {
      await server.stop();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function ask<T>(url: string, method: string, headers: Record<string, string>, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused(response.status, answer as ErrorView);
  return answer as T;
}

export async function signIn(url: string, login: string): Promise<Person> {
  const session = await ask<Session>(`${url}/api/session`, 'POST', {}, { login, password: 'demo115' });
  const headers = { authorization: `Bearer ${session.accessToken}` };
  return {
    account: session.account,
    token: session.accessToken,
    send: (name, body, id = CommandId.parse(uuidv7()), sentAt) =>
      ask(
        `${url}/api/commands/${name}`,
        'POST',
        { ...headers, 'idempotency-key': id, ...(sentAt ? { 'x-sent-at': sentAt } : {}) },
        body,
      ),
    get: (path) => ask(url + path, 'GET', headers),
    post: (path, body) => ask(url + path, 'POST', headers, body),
  };
}
