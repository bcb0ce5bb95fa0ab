import { FolderHeldError } from '#database';
import 'reflect-metadata';
import { ConfigError, readConfig } from './config.js';
import { DEMONSTRATION_PASSWORD } from './demonstration-fleet.js';
import { createLog } from './log.js';
import { startServer } from './server.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (vi: string, en: string) => say(`  · ${vi} / ${en}`);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const server = await startServer(config, log, tell);
  announce(server.port, server.demonstration);
  const stop = async (signal: string) => {
    say(`\n${signal}: đang dừng / stopping`);
    await server.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop('SIGINT'));
  process.once('SIGTERM', () => void stop('SIGTERM'));
  // Started by `npm start`: when the starter is gone, so are we.
  process.on('disconnect', () => void stop('disconnect'));
  process.send?.({ ready: true, port: server.port, demonstration: server.demonstration, embedded: server.embedded });
}

function announce(port: number, demonstration: boolean): void {
  const at = `http://localhost:${port}`;
  say('');
  say(`  Bàn điều phối / console      ${at}/console/`);
  say(`  Máy tính bảng / crew tablet  ${at}/crew/`);
  say(`  Thống kê / statistics        ${at}/stats/`);
  say(`  API                          ${at}/api/docs`);
  if (!demonstration) return;
  say('');
  say(`  Tài khoản mô phỏng, mật khẩu / demonstration sign-ins, password: ${DEMONSTRATION_PASSWORD}`);
  say('    dieuphoi (dispatcher)  tiepnhan (call taker)  giamsat (supervisor)  quantri (admin)');
  say('    bd-07 (crew of BD-07)  tram-thuan-an (station)');
  say('');
}

run().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof FolderHeldError;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
});
