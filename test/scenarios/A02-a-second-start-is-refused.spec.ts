import { buildServer, ProductProcess } from '../support/product-process.js';

describe('A02 A second start on the same data is refused', () => {
  let first: ProductProcess;
  let firstStartMs: number;
  beforeAll(async () => {
    await buildServer();
    first = await ProductProcess.prepare(null);
    const started = performance.now();
    await first.start();
    firstStartMs = performance.now() - started;
  }, 300_000);
  afterAll(() => first.cleanUp());

  it('at once, names the process that holds the folder, and disturbs nobody', async () => {
    const second = await ProductProcess.prepare(null, first.dataFolder);
    const started = performance.now();
    await expect(second.start()).rejects.toThrow('ended with 1');
    // Before it opens anything: far sooner than a start takes on the same machine, however busy it is.
    expect(performance.now() - started).toBeLessThan(firstStartMs / 2);
    expect(second.complaint).toContain(`is held by process ${first.pid}`);
    expect(second.complaint).toContain(`đang được tiến trình ${first.pid} dùng`);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  });

  it('and possible again as soon as the first has stopped', async () => {
    await first.stop();
    await first.start();
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  }, 120_000);
});
