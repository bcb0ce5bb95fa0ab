import { dataSourceOptions, FolderHeldError, migrate, packageRoot, startEmbedded } from '#database';
import { systemClock } from '#journal';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { CentreFile, enterCentre, unknownCodes } from './centre-file.js';
import { ConfigError, readConfig } from './config.js';

/** The file is not usable; says every problem at once. */
class FileRefused extends Error {}

/** `npm run centre:enter -- FILE.json`: stations, vehicles and sign-ins of a centre, see `docs/examples/centre.json`. */
async function run(): Promise<void> {
  const file = readCentre(process.argv[2]);
  const { DATABASE_URL, DATA_FOLDER } = readConfig(process.env);
  const embedded = DATABASE_URL ? null : await startEmbedded(resolve(packageRoot(), DATA_FOLDER));
  try {
    const dataSource = await new DataSource(
      dataSourceOptions(DATABASE_URL ?? embedded!.url, 2, () => undefined),
    ).initialize();
    await migrate(dataSource);
    const logins = await enterCentre(dataSource, file, systemClock.now());
    await dataSource.destroy();
    process.stdout.write(
      `Đã nhập / entered: ${file.stations.length} trạm, ${file.vehicles.length} xe; tài khoản mới / new sign-ins: ${logins.join(', ') || '–'}\n`,
    );
  } finally {
    await embedded?.stop();
  }
}

function readCentre(path: string | undefined): CentreFile {
  if (!path) throw new FileRefused('Cách dùng / usage: npm run centre:enter -- FILE.json');
  const parsed = CentreFile.safeParse(readJson(path));
  const problems = parsed.success
    ? unknownCodes(parsed.data)
    : parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  if (!parsed.success || problems.length > 0)
    throw new FileRefused(
      `Tệp không đúng, chưa nhập gì / the file is not valid, nothing was entered:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  return parsed.data;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new FileRefused(`Không đọc được tệp / cannot read the file: ${(error as Error).message}`);
  }
}

run().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof FolderHeldError || error instanceof FileRefused;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
});
