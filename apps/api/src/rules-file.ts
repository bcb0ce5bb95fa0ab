import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigError } from './config.js';

/** A centre's own rules from a JSON file; the defaults without one. @throws ConfigError with every problem of the file */
export function readRules<S extends z.ZodType>(file: string | undefined, schema: S): z.output<S> {
  const parsed = schema.safeParse(file ? readJson(file) : {});
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError([`${file}: ${(error as Error).message}`]);
  }
}
