import type { Progress } from './osm-file.js';

const WIDTH = 30;
const EVERY_MS = 100;
/** Before that a rate is noise. */
const SETTLED_MS = 300;
/** Where nothing can be rewritten in place, a line now and then shows that it goes on. */
const LINE_EVERY_MS = 10_000;

/** Draws one line per stage on a terminal, rewritten in place; elsewhere a line when a stage begins and now and then. */
export class ProgressBar {
  private stage = '';
  private startedAt = 0;
  private drawnAt = 0;
  private latest = 0;

  constructor(
    private readonly output: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
    private readonly labels: Readonly<Record<string, string>>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  readonly show: Progress = (stage, done, total, unit) => {
    const now = this.nowMs();
    // The same stage may come again: a large file is read more than once.
    if (stage !== this.stage || done < this.latest) {
      this.finish();
      this.stage = stage;
      this.startedAt = now;
      this.drawnAt = this.output.isTTY ? -Infinity : now;
      if (!this.output.isTTY) this.output.write(`${this.labels[stage] ?? stage} …\n`);
    }
    this.latest = done;
    if (now - this.drawnAt < (this.output.isTTY ? EVERY_MS : LINE_EVERY_MS) && (done < total || !this.output.isTTY)) {
      return;
    }
    this.drawnAt = now;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const elapsedMs = now - this.startedAt;
    const speed = elapsedMs < SETTLED_MS ? '' : speedOf(done, total, elapsedMs, unit);
    const label = (this.labels[stage] ?? stage).padEnd(24);
    const percent = `${Math.round(share * 100)}%`.padStart(4);
    if (!this.output.isTTY) return void this.output.write(`${label} ${percent} ${speed}\n`);
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.output.write(`\r${label} ${bar} ${percent} ${speed}\u001b[K`);
  };

  /** Leave the last line as it is. */
  finish(): void {
    if (this.stage && this.output.isTTY) this.output.write('\n');
    this.stage = '';
    this.latest = 0;
  }
}

function speedOf(done: number, total: number, elapsedMs: number, unit: 'bytes' | 'rows'): string {
  const perSecond = (done * 1000) / elapsedMs;
  const rate = unit === 'bytes' ? `${(perSecond / 1e6).toFixed(1)} MB/s` : `${Math.round(perSecond)}/s`;
  const seconds = perSecond > 0 ? Math.ceil(Math.max(0, total - done) / perSecond) : 0;
  const left = seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  return done < total ? `${rate} · còn / left ${left}` : rate;
}
