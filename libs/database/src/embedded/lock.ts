import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds a data folder: a process id alone is reused by the next boot, so boot and start time go with it. */
interface Holder {
  pid: number;
  boot: string;
  startedAt: string;
}

/** Two processes on one PGlite folder lose data silently; this is raised instead, naming the process. */
export class FolderHeldError extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${pid} dùng. Dừng tiến trình đó trước.\n` +
        `The data folder ${folder} is held by process ${pid}. Stop that process first.`,
    );
    this.name = 'FolderHeldError';
  }
}

/** Takes the folder or throws {@link FolderHeldError}; a lock left by a process that is gone is taken over. */
export function holdFolder(folder: string): { release(): void } {
  const path = join(folder, 'lock.json');
  const mine: Holder = { pid: process.pid, boot: bootId(), startedAt: startTime(process.pid) ?? '' };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
      return { release: () => releaseIfMine(path, mine) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw new FolderHeldError(folder, holder.pid);
    rmSync(path, { force: true });
  }
  throw new FolderHeldError(folder, readHolder(path)?.pid ?? 0);
}

function releaseIfMine(path: string, mine: Holder): void {
  const holder = readHolder(path);
  if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(path, { force: true });
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    // Torn or gone: nobody can be named, so nobody holds it.
    return null;
  }
}

const isAlive = (holder: Holder) => holder.boot === bootId() && startTime(holder.pid) === holder.startedAt;

/** Field 22 of /proc/<pid>/stat; where there is no /proc, whether the process answers at all. */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    try {
      process.kill(pid, 0);
      return process.platform === 'linux' ? null : 'alive';
    } catch {
      return null;
    }
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
