// Jest compiles what it runs itself, but a worker thread that product code starts is plain Node: this lets such a
// thread run our TypeScript as it is. Given to Node by `npm test` (--import), which passes it on to its threads.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) register('./typescript-hooks.mjs', import.meta.url);
