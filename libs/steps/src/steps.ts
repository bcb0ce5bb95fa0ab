/** Steps shorter than this are done together: a pause after each would cost more than the step. */
const TOGETHER_MS = 10;

/** Lets whoever waits for an answer have one. */
export const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** All steps, one after the other. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** All steps, with a pause as soon as some milliseconds of them have been done. */
export async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  let until = performance.now() + TOGETHER_MS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + TOGETHER_MS;
  }
}
