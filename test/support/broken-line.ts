import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET = '.s.PGSQL.5432';

/** A line between a server and its database that can be cut and mended: what a network does, on a unix socket. */
export class BrokenLine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'd115-line-'));
  private readonly open = new Set<Socket>();
  private server: Server | null = null;

  private constructor(private readonly to: string) {}

  /** @param url a database on a unix socket, its folder in `host` */
  static async before(url: string): Promise<{ line: BrokenLine; url: string }> {
    const through = new URL(url);
    const line = new BrokenLine(join(through.searchParams.get('host')!, SOCKET));
    through.searchParams.set('host', line.folder);
    await line.mend();
    return { line, url: through.toString() };
  }

  /** Nothing to do when it is whole. */
  async mend(): Promise<void> {
    if (this.server) return;
    this.server = createServer((near) => {
      const far = createConnection(this.to);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.open.delete(one);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => this.server!.listen(join(this.folder, SOCKET), resolve));
  }

  /** Every connection breaks in the middle of whatever it was doing, and none can be made. */
  async cut(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  async remove(): Promise<void> {
    await this.cut();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
