import { buildServer, ProductProcess } from '../support/product-process.js';

/** A start that is refused must say so before anybody wonders. */
const AT_ONCE_MS = 30_000;

describe('A02 A second start on the same data is refused', () => {
  let first: ProductProcess;
  beforeAll(async () => {
    await buildServer();
    first = await ProductProcess.prepare(null);
    await first.start();
  }, 300_000);
  afterAll(() => first.cleanUp());

  it('at once, names the process that holds the folder, and disturbs nobody', async () => {
    const second = await ProductProcess.prepare(null, first.dataFolder);
    const started = performance.now();
    await expect(second.start()).rejects.toThrow('ended with 1');
    expect(performance.now() - started).toBeLessThan(AT_ONCE_MS);
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
