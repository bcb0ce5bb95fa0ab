import pg from 'pg';
import { queryOf } from '#region';
import { importRegion, readOsm } from '../../apps/importer/src/index.js';

/** Import FILE into the database at URL, in a process of its own: what an import leaves in memory is not measured. */
const [file, url] = process.argv.slice(2) as [string, string];
const client = new pg.Client({ connectionString: url });
await client.connect();
await importRegion(queryOf(client), await readOsm(file), { source: file, importedAt: new Date() });
await client.end();
