import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSourceOptions, startEmbedded } from '#database';
import pg from 'pg';
import { DataSource } from 'typeorm';

export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** Real concurrency exists only on a PostgreSQL server; a spec that needs it uses this instead of `describe`. */
export const onServer = process.env.TEST_CLUSTER !== undefined;
export const hasPgRouting = process.env.TEST_PGROUTING === '1';
export function describeOnServer(title: string, body: () => void): void {
  if (onServer) describe(title, body);
  else describe.skip(`${title} — skipped: needs a PostgreSQL server with PostGIS`, body);
}

const clusterUrl = (database: string) =>
  `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(process.env.TEST_CLUSTER!)}`;

/**
 * A fresh, migrated database of its own; about 0.2 s on a server, 3 s embedded.
 * @param template a template made before by {@link makeTemplate}; the plain schema otherwise
 */
export async function openTestDatabase(poolSize = 10, template = 'dispatch_template'): Promise<TestDatabase> {
  const { url, drop } = onServer ? await createOnServer(template) : await copyEmbedded(template);
  const dataSource = new DataSource(dataSourceOptions(url, poolSize, () => undefined));
  await dataSource.initialize();
  return {
    url,
    dataSource,
    async close() {
      await dataSource.destroy();
      await drop();
    },
  };
}

const runFolder = () => process.env.TEST_CLUSTER ?? process.env.TEST_EMBEDDED!;

/**
 * Makes a template that every spec of this run may copy, once: the first worker fills a database, the others wait.
 * @param fill gets the address of a fresh, migrated database
 */
export async function makeTemplate(name: string, fill: (url: string) => Promise<void>): Promise<void> {
  const done = join(runFolder(), `${name}.done`);
  const lock = join(runFolder(), `${name}.lock`);
  while (!existsSync(done)) {
    if (tryMkdir(lock)) {
      await fillTemplate(name, fill);
      writeFileSync(done, '');
    } else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function tryMkdir(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function fillTemplate(name: string, fill: (url: string) => Promise<void>): Promise<void> {
  if (onServer) {
    await asAdmin(`create database ${name} template dispatch_template`);
    return fill(clusterUrl(name));
  }
  const folder = join(process.env.TEST_EMBEDDED!, `${name}.making`);
  cpSync(join(process.env.TEST_EMBEDDED!, 'dispatch_template'), join(folder, 'pg'), { recursive: true });
  const embedded = await startEmbedded(folder);
  await fill(embedded.url);
  await embedded.stop();
  cpSync(join(folder, 'pg'), join(process.env.TEST_EMBEDDED!, name), { recursive: true });
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function createOnServer(template: string) {
  const name = `spec_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdmin(`create database ${name} template ${template}`);
  return { url: clusterUrl(name), drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

async function copyEmbedded(template: string) {
  const folder = mkdtempSync(join(tmpdir(), 'd115-spec-'));
  cpSync(join(process.env.TEST_EMBEDDED!, template), join(folder, 'pg'), { recursive: true });
  const embedded = await startEmbedded(folder);
  return {
    url: embedded.url,
    async drop() {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
