import react from '@vitejs/plugin-react-swc';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';

export const WEB_APPS = ['console', 'crew', 'stats', 'field'];

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SERVER = process.env.DEV_SERVER ?? 'http://127.0.0.1:3115';

/**
 * How every web app is built: served under its own name, all scripts and styles in files (the content policy allows no
 * inline ones), what is loaded lazily in chunks of its own. `#` imports resolve to the sources of the libraries.
 * @param {string} app
 * @returns {import('vite').UserConfig}
 */
export const configOf = (app) => ({
  configFile: false,
  root: here(`./${app}/`),
  base: `/${app}/`,
  resolve: { conditions: ['source', ...defaultClientConditions] },
  plugins: [react()],
  build: {
    outDir: here(`../dist/web/${app}`),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': SERVER, '/tiles': SERVER, '/socket.io': { target: SERVER, ws: true } } },
});

/** For development: `WEB_APP=console npx vite --config apps/vite.config.mjs` beside a running server. */
export default defineConfig(() => configOf(process.env.WEB_APP ?? 'console'));
