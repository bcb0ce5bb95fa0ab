import { parentPort, workerData } from 'node:worker_threads';
import type { ReweighWork } from './reweigher.js';
import { weighAll } from './weighing.js';

/** Weighs into one of two sets of shared arrays, as its owner asks, and says when it is done. */
const { basis, weighings } = workerData as ReweighWork;

parentPort!.on('message', (set: 0 | 1) => {
  weighAll(basis, weighings[set]);
  parentPort!.postMessage(set);
});
