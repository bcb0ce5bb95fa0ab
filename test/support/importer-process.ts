import { packageRoot } from '#database';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How an importer ended, and everything it said. */
export interface ImporterEnd {
  readonly code: number | null;
  readonly words: string;
}

/** The importer of roads, or of areas, as an administrator runs it: a process of its own, killed after some time if asked. */
export async function runImporter(
  args: readonly string[],
  environment: Readonly<Record<'DATABASE_URL' | 'DATA_FOLDER', string>>,
  { killAfterMs = null, areas = false }: { killAfterMs?: number | null; areas?: boolean } = {},
): Promise<ImporterEnd> {
  const child = spawn(
    process.execPath,
    [join(packageRoot(), `dist/apps/importer/src/${areas ? 'areas.main' : 'main'}.js`), ...args],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (words += text));
  }
  const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, words };
}
