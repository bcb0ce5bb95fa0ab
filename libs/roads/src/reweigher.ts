import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ByProfile, ProfileName } from './profile.js';
import type { WeighingPair } from './profile-in-force.js';
import type { WeighingBasis } from './weighing.js';

/** What the worker is given: shared arrays, so that nothing is copied. */
export interface ReweighWork {
  readonly basis: WeighingBasis;
  readonly weighings: ByProfile<WeighingPair>;
}

export interface ReweighOrder {
  readonly profile: ProfileName;
  readonly spare: 0 | 1;
}

/** The worker beside this file, compiled or not as this file is. */
const WORKER = new URL(`./reweigher.worker${extname(import.meta.url)}`, import.meta.url);

/** Weighs the roads in a thread of its own, one profile after the other. Started by the first order. */
export class Reweigher {
  private worker: Worker | null = null;
  /** Who waits; a profile gives no second order before its first is done. */
  private readonly waiting = new Map<ProfileName, { resolve: () => void; reject: (error: Error) => void }>();

  constructor(private readonly work: ReweighWork) {}

  /** Weigh by the factors that stand there; rejects when the thread dies, and the next order starts another. */
  reweigh(order: ReweighOrder): Promise<void> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      this.waiting.set(order.profile, { resolve, reject });
      worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(WORKER, { workerData: this.work, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    worker.unref();
    worker.on('message', (profile: ProfileName) => {
      const waiting = this.waiting.get(profile);
      this.waiting.delete(profile);
      waiting?.resolve();
    });
    worker.on('error', (error: Error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker, new Error('The thread that weighs the roads has ended')));
    return worker;
  }

  private lose(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of lost) reject(error);
  }
}
