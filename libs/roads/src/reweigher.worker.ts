import { parentPort, workerData } from 'node:worker_threads';
import type { ReweighOrder, ReweighWork } from './reweigher.js';
import { weighProfile } from './weighing.js';

/** Weighs into one of two sets of shared arrays of a profile, as its owner asks, and says when it is done. */
const { basis, weighings } = workerData as ReweighWork;

parentPort!.on('message', ({ profile, spare }: ReweighOrder) => {
  weighProfile(basis, profile, weighings[profile][spare]);
  parentPort!.postMessage(profile);
});
