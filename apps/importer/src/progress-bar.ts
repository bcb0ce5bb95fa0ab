import type { Progress } from './osm-file.js';

const WIDTH = 30;
const EVERY_MS = 100;
/** Before that a rate is noise. */
const SETTLED_MS = 300;

/** Draws one line per stage on a terminal, rewritten in place; elsewhere one line when a stage begins. */
export class ProgressBar {
  private stage = '';
  private startedAt = 0;
  private drawnAt = 0;

  constructor(
    private readonly output: NodeJS.WriteStream,
    private readonly labels: Readonly<Record<string, string>>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  readonly show: Progress = (stage, done, total, unit) => {
    const now = this.nowMs();
    if (stage !== this.stage) {
      this.finish();
      this.stage = stage;
      this.startedAt = now;
      this.drawnAt = -Infinity;
      if (!this.output.isTTY) this.output.write(`${this.labels[stage] ?? stage} …\n`);
    }
    if (!this.output.isTTY || (now - this.drawnAt < EVERY_MS && done < total)) return;
    this.drawnAt = now;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const rate = now - this.startedAt < SETTLED_MS ? '' : rateOf((done * 1000) / (now - this.startedAt), unit);
    this.output.write(
      `\r${(this.labels[stage] ?? stage).padEnd(24)} ${bar} ${Math.round(share * 100)}% ${rate}\u001b[K`,
    );
  };

  /** Leave the last line as it is. */
  finish(): void {
    if (this.stage && this.output.isTTY) this.output.write('\n');
    this.stage = '';
  }
}

const rateOf = (perSecond: number, unit: 'bytes' | 'rows'): string =>
  unit === 'bytes' ? `${(perSecond / 1e6).toFixed(1)} MB/s` : `${Math.round(perSecond)}/s`;
