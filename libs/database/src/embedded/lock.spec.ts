import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderHeldError, holdFolder } from './lock.js';

describe('the hold on a data folder', () => {
  let folder: string;
  let other: ChildProcess;
  const lockFile = () => join(folder, 'lock.json');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'd115-lock-'));
    other = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)']);
  });
  afterEach(() => {
    other.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('is refused while somebody has it, naming the process', async () => {
    const held = await holdFolder(folder);
    const refusal = await holdFolder(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderHeldError);
    expect((refusal as Error).message).toContain(String(process.pid));
    expect((refusal as FolderHeldError).databaseUrl).toBeNull();
    held.announce(other.pid!, 'postgresql://here');
    await expect(holdFolder(folder)).rejects.toMatchObject({ databaseUrl: 'postgresql://here' });
    held.release();
    (await holdFolder(folder)).release();
    expect(existsSync(lockFile())).toBe(false);
  });

  it('passes to the next one after a kill, but only when the database left behind has ended', async () => {
    const held = await holdFolder(folder);
    held.name(other.pid!);
    const left = JSON.parse(readFileSync(lockFile(), 'utf8')) as object;
    writeFileSync(lockFile(), JSON.stringify({ ...left, pid: 2 ** 22 + 1, startedAt: '0' }));
    let taken = false;
    const next = holdFolder(folder).then((lock) => {
      taken = true;
      return lock;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(taken).toBe(false);
    other.kill('SIGKILL');
    await once(other, 'exit');
    (await next).release();
  });

  it('is taken over from a torn lock', async () => {
    writeFileSync(lockFile(), '{"pid":');
    (await holdFolder(folder)).release();
  });
});
