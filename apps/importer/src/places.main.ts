import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { FolderHeldError } from '#database';
import { CentrePlaces, queryOf } from '#region';
import { readCentrePlaces } from './centre-places.js';
import { openDatabase } from './database.js';
import { ImportRefused, refuse } from './osm.js';

const USAGE = 'npm run places:import -- FILE.csv [--remove]';

/** Takes up the places of a centre's own file instead of those that a file of this name brought before. */
async function run(): Promise<void> {
  const { file, remove } = readArguments();
  const places = remove ? [] : readCentrePlaces(await read(file));
  const database = await openDatabase(process.env as Record<'DATABASE_URL' | 'DATA_FOLDER', string | undefined>);
  const client = new Client({ connectionString: database.url });
  // A connection that breaks is told by the query that breaks with it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const before = await new CentrePlaces(queryOf(client)).replace(basename(file), places);
    process.stdout.write(
      `${basename(file)}: ${places.length} địa điểm, thay cho ${before} · ${places.length} places instead of ${before}\n`,
    );
  } finally {
    await client.end();
    await database.close();
  }
}

function readArguments(): { file: string; remove: boolean } {
  const wrong = (cause?: unknown) => refuse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`, cause);
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { remove: { type: 'boolean' } } });
    const [file, ...others] = positionals;
    if (!file || others.length > 0) throw wrong();
    return { file, remove: values.remove ?? false };
  } catch (error) {
    throw error instanceof ImportRefused ? error : wrong(error);
  }
}

async function read(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw refuse(
      `Không đọc được tệp ${file} (phải là CSV, UTF-8).`,
      `The file ${file} cannot be read (it must be CSV in UTF-8).`,
      error,
    );
  }
}

function explain(error: unknown): string {
  if (error instanceof ImportRefused) return `${error.wording.vi}\n${error.wording.en}`;
  if (error instanceof FolderHeldError) return error.message;
  const why = error instanceof Error ? error.message : String(error);
  return `Không nhập được, địa điểm cũ giữ nguyên: ${why}\nThe import failed, the old places stay: ${why}`;
}

run().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
