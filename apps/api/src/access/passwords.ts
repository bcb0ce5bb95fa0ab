import { DomainError } from '#contracts';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes (OWASP's floor). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** 64 sign-ins at once must not take a gigabyte: at most two hashes at a time. */
const AT_ONCE = 2;
/** Whoever floods the sign-in must not fill the memory with people waiting; a change of shift is far below this. */
const MOST_WAITING = 500;

const waiting: (() => void)[] = [];
let running = 0;
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new DomainError('OVERLOADED');
  // Who has waited takes over the place of the one who is done, so that nobody slips in between.
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  inTurn(() => verify(stored, password));
