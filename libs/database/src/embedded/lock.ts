import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds a data folder: a process id alone is reused by the next boot, so boot and start time go with it. */
interface Holder {
  pid: number;
  boot: string;
  startedAt: string;
  /** The database process it started, which may outlive it for a moment. */
  database?: { pid: number; startedAt: string; url?: string };
}

export interface HeldFolder {
  /** Names the process that works on the data, so that the next owner waits for its end too. */
  name(databasePid: number): void;
  /** Tells where that process answers: an importer may join it instead of being turned away. */
  announce(databasePid: number, url: string): void;
  release(): void;
}

const FORMER_DATABASE_MS = 15_000;
const LOOK_MS = 50;

/** Two processes on one PGlite folder lose data silently; this is raised instead, naming the process. */
export class FolderHeldError extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
    /** Where the holder's database answers; null while it starts or stops. */
    readonly databaseUrl: string | null = null,
  ) {
    super(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${pid} dùng. Dừng tiến trình đó trước.\n` +
        `The data folder ${folder} is held by process ${pid}. Stop that process first.`,
    );
    this.name = 'FolderHeldError';
  }
}

/**
 * Takes the folder; a lock left by a process that is gone is taken over, but not before the database process that it
 * left behind has ended too: an owner that is killed cannot wait for it.
 * @throws FolderHeldError
 */
export async function holdFolder(folder: string): Promise<HeldFolder> {
  const path = join(folder, 'lock.json');
  const mine: Holder = { pid: process.pid, boot: bootId(), startedAt: startTime(process.pid) ?? '' };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
      return heldFolder(path, mine);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw new FolderHeldError(folder, holder.pid, holder.database?.url ?? null);
    if (holder?.database) await formerDatabaseEnded(folder, { ...holder, ...holder.database });
    rmSync(path, { force: true });
  }
  throw new FolderHeldError(folder, readHolder(path)?.pid ?? 0);
}

function heldFolder(path: string, mine: Holder): HeldFolder {
  const write = (database: Holder['database']) => {
    // Renamed into place: a lock torn by a kill would name nobody.
    writeFileSync(`${path}.new`, JSON.stringify({ ...mine, database }));
    renameSync(`${path}.new`, path);
  };
  return {
    name: (pid) => write({ pid, startedAt: startTime(pid) ?? '' }),
    announce: (pid, url) => write({ pid, startedAt: startTime(pid) ?? '', url }),
    release: () => releaseIfMine(path, mine),
  };
}

async function formerDatabaseEnded(folder: string, database: Holder): Promise<void> {
  for (let waited = 0; isAlive(database); waited += LOOK_MS) {
    if (waited >= FORMER_DATABASE_MS) throw new FolderHeldError(folder, database.pid);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
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
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; nobody has asked for its exit code yet.
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
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
