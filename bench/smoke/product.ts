import { packageRoot } from '#database';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const STOP_MS = 20_000;

/** Empty data to run on: a folder of its own and, where a server is named, a database of its own. */
export interface EmptyData {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  drop(): Promise<void>;
}

export async function emptyData(serverUrl: string | undefined): Promise<EmptyData> {
  const folder = mkdtempSync(join(tmpdir(), 'd115-smoke-'));
  const dropFolder = () => rmSync(folder, { recursive: true, force: true });
  const common = {
    ...process.env,
    DATA_FOLDER: folder,
    DEMO: '0',
    DEMO_REGION: 'on',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
  if (!serverUrl) return { folder, environment: { ...common, DATABASE_URL: '' }, drop: async () => dropFolder() };
  const name = `smoke_${process.pid}`;
  await asAdmin(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    folder,
    environment: { ...common, DATABASE_URL: url.href },
    async drop() {
      dropFolder();
      await asAdmin(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const built = (file: string) => join(packageRoot(), 'dist', file);

export interface RunningProduct {
  readonly url: string;
  readonly startSeconds: number;
  /** SIGTERM, and the end it leads to. @throws Error when it does not end well or in time */
  stop(): Promise<void>;
  kill(): void;
}

/** Starts the product as it is deployed; ready is when it says so itself. */
export async function startProduct({ environment }: EmptyData): Promise<RunningProduct> {
  const started = performance.now();
  const child = fork(built('apps/api/src/main.js'), [], {
    cwd: packageRoot(),
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await ready(child);
  const startSeconds = (performance.now() - started) / 1_000;
  return {
    url: `http://127.0.0.1:${port}`,
    startSeconds,
    async stop() {
      const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) });
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      if (code !== 0) throw new Error(`the product ended with ${code}`);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function ready(child: ChildProcess): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number }));
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready`)));
  });
}

/** Runs another command of the product to its end and gives what it printed. */
export async function runCommand(file: string, args: readonly string[], { environment }: EmptyData): Promise<string> {
  const child = spawn(process.execPath, [built(file), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return printed;
}
