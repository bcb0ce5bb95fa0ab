import type { z } from 'zod';
import { RequiredText } from '../values.js';
import type { Role } from '../words.js';

/** One command: what it takes, what it answers, who may, and what it does in a sentence. */
export const command = <B extends z.ZodType, R extends z.ZodType>(
  body: B,
  reply: R,
  roles: readonly Role[],
  about: string,
) => ({
  body,
  reply,
  roles,
  about,
});

export const ROOM = ['call_taker', 'dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];
export const DISPATCH = ['dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];
export const FIELD = ['crew', 'station', 'dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];

/** Why, in a person's own words. */
export const Because = RequiredText(300);
