/** Builds the web apps, or those named as arguments, into `dist/web/<app>`. */
import { build } from 'vite';
import { configOf, WEB_APPS } from '../apps/vite.config.mjs';

const named = process.argv.slice(2);
const unknown = named.filter((app) => !WEB_APPS.includes(app));
if (unknown.length > 0) throw new Error(`no web app named ${unknown.join(', ')}; there are ${WEB_APPS.join(', ')}`);

for (const app of named.length > 0 ? named : WEB_APPS) await build({ ...configOf(app), logLevel: 'warn' });
