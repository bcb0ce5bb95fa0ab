import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL } from './journal.js';

/** Kinds that stand in no incident's history: of vehicles, shifts, devices, alarms, the log. */
const ELSEWHERE = /^(vehicle|shift|tracker|alarm|desk|system)\./;

/** Every kind that the product records, read from its source. */
function recordedKinds(): Set<string> {
  const kinds = new Set<string>();
  for (const room of ['libs', 'apps/api']) {
    for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (
        !name.endsWith('.ts') ||
        name.endsWith('.spec.ts') ||
        name.startsWith('web/') ||
        name.startsWith('contracts/')
      )
        continue;
      const source = readFileSync(join(room, name), 'utf8');
      for (const [, kind] of source.matchAll(/(?:kind: |record\(pen, |end\(pen, )'([a-z]\w*\.[a-z]\w*)'/gi))
        kinds.add(kind!);
    }
  }
  return kinds;
}

it('has words for every kind that the product records', () => {
  const kinds = [...recordedKinds()].filter((kind) => !ELSEWHERE.test(kind));
  expect(kinds.length).toBeGreaterThan(25);
  expect(kinds.filter((kind) => !(kind in JOURNAL))).toEqual([]);
});
