import { atOnce, inSteps } from './steps.js';

/** Works for some milliseconds in each of ten steps. */
function* work(): Generator<void, string> {
  for (let step = 0; step < 10; step++) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

describe('Long work', () => {
  it('is the same at once and in steps', async () => {
    expect(atOnce(work())).toBe('done');
    await expect(inSteps(work())).resolves.toBe('done');
  });

  it('in steps lets others have their turn before it is done', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    await inSteps(work()).then((end) => order.push(end));
    expect(order).toEqual(['another', 'done']);
  });

  it('fails as its step failed', async () => {
    const failing = function* (): Generator<void, never> {
      yield;
      throw new Error('half way');
    };
    expect(() => atOnce(failing())).toThrow('half way');
    await expect(inSteps(failing())).rejects.toThrow('half way');
  });
});
