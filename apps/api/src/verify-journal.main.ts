import { dataSourceOptions, FolderHeldError, packageRoot, startEmbedded } from '#database';
import { verifyJournal, type Verdict } from '#journal';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { ConfigError, readConfig } from './config.js';

/** `npm run journal:verify`: walks the hash chain; prints the verdict as JSON and as a sentence; 1 when it breaks. */
async function run(): Promise<void> {
  const { DATABASE_URL, DATA_FOLDER } = readConfig(process.env);
  const embedded = DATABASE_URL ? null : await startEmbedded(resolve(packageRoot(), DATA_FOLDER));
  try {
    const verdict = await verify(DATABASE_URL ?? embedded!.url);
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    process.stderr.write(`${sentence(verdict)}\n`);
    process.exitCode = verdict.ok ? 0 : 1;
  } finally {
    await embedded?.stop();
  }
}

async function verify(url: string): Promise<Verdict> {
  const dataSource = await new DataSource(dataSourceOptions(url, 1, () => undefined)).initialize();
  try {
    return await verifyJournal(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

const BREAKS: Record<NonNullable<Verdict['break']>['kind'], readonly [vi: string, en: string]> = {
  missing: ['bị thiếu', 'is missing'],
  altered: ['đã bị sửa', 'was altered'],
  unlinked: ['không nối với mục trước', 'does not continue the one before'],
  head: ['không khớp với đầu nhật ký', 'does not match the head of the journal'],
};

function sentence({ checked, break: at }: Verdict): string {
  if (!at) return `Nhật ký nguyên vẹn: ${checked} mục / The journal is whole: ${checked} entries.`;
  const [vi, en] = BREAKS[at.kind];
  return `Nhật ký đứt ở mục ${at.n}: mục này ${vi} / The journal breaks at entry ${at.n}: it ${en}.`;
}

run().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof FolderHeldError;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
});
