import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ByProfile } from './profile.js';
import type { Weighing, WeighingBasis } from './weighing.js';

/** What the worker is given: shared arrays, so that nothing is copied. */
export interface ReweighWork {
  readonly basis: WeighingBasis;
  readonly weighings: readonly [ByProfile<Weighing>, ByProfile<Weighing>];
}

/** The worker beside this file, compiled or not as this file is. */
const WORKER = new URL(`./reweigher.worker${extname(import.meta.url)}`, import.meta.url);

/** Weighs the roads in a thread of its own, one set of conditions at a time. Started by the first work. */
export class Reweigher {
  private worker: Worker | null = null;

  constructor(private readonly work: ReweighWork) {}

  /** Weigh a set by its factors; rejects when the thread dies, and the next work starts another. */
  reweigh(set: 0 | 1): Promise<void> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        worker.off('message', done).off('error', failed).off('exit', ended);
        settle();
      };
      const done = () => finish(resolve);
      const failed = (error: Error) => finish(() => reject(error));
      const ended = () => finish(() => reject(new Error('The thread that weighs the roads has ended')));
      worker.on('message', done).on('error', failed).on('exit', ended);
      worker.postMessage(set);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(WORKER, { workerData: this.work, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    worker.unref();
    // Whoever waits is told by the handlers of its own work; this one only forgets the dead.
    const forget = () => {
      if (this.worker === worker) this.worker = null;
    };
    return worker.on('error', forget).on('exit', forget);
  }
}
