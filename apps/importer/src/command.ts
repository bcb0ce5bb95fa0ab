import { FolderHeldError } from '#database';
import { openDatabase, type OpenDatabase } from './database.js';
import { ImportRefused, refuse } from './osm.js';
import { ProgressBar } from './progress-bar.js';

const LABELS = { ways: 'Đường / ways', nodes: 'Điểm / nodes', store: 'Ghi / storing' };

export type Environment = Readonly<Record<string, string | undefined>>;

export const wrongUse = (usage: string, cause?: Error) =>
  refuse(`Cách dùng: ${usage}`, `${cause ? `${cause.message}\n` : ''}Usage: ${usage}`, cause);

/** Runs an import with a database and a progress bar, and ends the process with what went wrong in words. */
export async function runCommand(
  environment: Environment,
  work: (database: OpenDatabase, bar: ProgressBar) => Promise<void>,
): Promise<void> {
  const bar = new ProgressBar(process.stderr, LABELS);
  try {
    const { DATABASE_URL, DATA_FOLDER } = environment;
    const database = await openDatabase({ DATABASE_URL, DATA_FOLDER });
    try {
      if (database.sharedWith !== null) process.stderr.write(besideServer(database.sharedWith));
      await work(database, bar);
    } finally {
      bar.finish();
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  }
}

const besideServer = (pid: number) =>
  `Máy chủ (tiến trình ${pid}) đang chạy: nhập qua cơ sở dữ liệu của máy chủ, không cần dừng.\n` +
  `The server (process ${pid}) is running: importing through its database, no need to stop it.\n`;

function explain(error: unknown): string {
  if (error instanceof ImportRefused) return `${error.wording.vi}\n${error.wording.en}`;
  if (error instanceof FolderHeldError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = message || code || String(error);
  return `Không nhập được, vùng cũ giữ nguyên: ${why}\nThe import failed, the old region stays: ${why}`;
}
