// `npm run test:e2e`: the browser specs. Without a browser it says that it skips, unless one is required.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildScreens, buildServer } from './building.mjs';

const BROWSERS = [process.env.BROWSER_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const browser = BROWSERS.find((path) => path && existsSync(path));
if (!browser) {
  console.log('Browser specs skipped: no Chromium found (set BROWSER_PATH).');
  process.exit(process.env.REQUIRE_BROWSER ? 1 : 0);
}
await buildServer();
await buildScreens();
const jest = [
  '--import',
  './test/support/typescript.mjs',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const run = spawnSync(process.execPath, [...jest, '--config', 'jest.e2e.config.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BROWSER_PATH: browser },
});
process.exit(run.status ?? 1);
