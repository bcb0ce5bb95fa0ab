import { dataSourceOptions, packageRoot, startEmbedded } from '#database';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** Builds the server when its sources are newer than the last build, as `npm start` does. */
export async function buildServer(): Promise<void> {
  const script = join(packageRoot(), 'scripts/building.mjs');
  const building = (await import(script)) as { buildServer(): Promise<void> };
  await building.buildServer();
}

/** The product as it is deployed: a process of its own, on one port, that can be killed and started again. */
export class ProductProcess {
  private child: ChildProcess | null = null;
  /** What it has written on stderr since its last start. */
  complaint = '';

  private constructor(
    readonly port: number,
    readonly dataFolder: string,
    private readonly databaseUrl: string | null,
  ) {}

  /** @param databaseUrl null for the embedded database, in the data folder */
  static async prepare(databaseUrl: string | null, dataFolder = mkdtempSync(join(tmpdir(), 'd115-product-'))) {
    return new ProductProcess(await freePort(), dataFolder, databaseUrl);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it takes calls. @throws Error with its exit code when it ends before that */
  async start(): Promise<void> {
    this.complaint = '';
    const child = fork(join(packageRoot(), 'dist/apps/api/src/main.js'), [], {
      execArgv: [],
      cwd: packageRoot(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: this.databaseUrl ?? '',
        DATABASE_POOL: '10',
        DATA_FOLDER: this.dataFolder,
        DEMO_REGION: 'on',
        PORT: String(this.port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
      },
    });
    this.child = child;
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.complaint += text));
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('close', (code) => reject(new Error(`ended with ${code}: ${this.complaint}`)));
    });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** kill -9: nothing is finished, nobody is told. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** The data behind it; the embedded database can only be looked at while the product does not run. */
  async openData(): Promise<{ dataSource: DataSource; close(): Promise<void> }> {
    const embedded = this.databaseUrl ? null : await startEmbedded(this.dataFolder);
    const options = dataSourceOptions(this.databaseUrl ?? embedded!.url, 2, () => undefined);
    const dataSource = await new DataSource(options).initialize();
    return {
      dataSource,
      async close() {
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  }

  async cleanUp(): Promise<void> {
    await this.kill();
    rmSync(this.dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
