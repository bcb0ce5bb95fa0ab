import { Repeating } from './repeating.js';

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe('Repeating', () => {
  it('never runs twice at once', async () => {
    let [runs, atOnce, most] = [0, 0, 0];
    const repeating = new Repeating(
      async () => {
        runs++;
        most = Math.max(most, ++atOnce);
        await soon();
        atOnce--;
      },
      () => undefined,
    );
    await Promise.all([repeating.run(), repeating.run(), repeating.run()]);
    expect([runs, most]).toEqual([1, 1]);
  });

  it('tells of a run that failed and goes on', async () => {
    const faults: unknown[] = [];
    let runs = 0;
    const repeating = new Repeating(
      async () => {
        if (++runs === 1) throw new Error('once');
      },
      (fault) => faults.push(fault),
    );
    repeating.start(1);
    while (runs < 3) await soon();
    await repeating.stop();
    expect(faults).toHaveLength(1);
    const before = runs;
    await soon();
    expect(runs).toBe(before);
  });

  it('waits at its end for the run under way', async () => {
    let ended = false;
    const repeating = new Repeating(
      async () => {
        await soon();
        ended = true;
      },
      () => undefined,
    );
    void repeating.run();
    await repeating.stop();
    expect(ended).toBe(true);
  });
});
