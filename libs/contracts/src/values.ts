import { z } from 'zod';

/** `[longitude, latitude]` in degrees, WGS 84: this order everywhere. */
export const LngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type LngLat = z.infer<typeof LngLat>;

/** An instant on the wire: ISO 8601, UTC. Time zones exist only where a person reads. */
export const Instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof Instant>;

/** Vietnamese first, English second. */
export interface Wording {
  readonly vi: string;
  readonly en: string;
}

/**
 * What a person typed, in NFC so that equal words are equal strings; control characters and broken surrogates, which
 * no database takes, are removed rather than refused: a call is never lost for its spelling.
 */
export const Text = (max: number) => z.string().max(max).transform(cleanText);
export const RequiredText = (max: number) => Text(max).pipe(z.string().min(1));

const cleanText = (value: string): string =>
  value
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .normalize('NFC')
    .trim();

/** A zod enum over the keys of a word table, so that table and wire cannot differ. */
export const keysOf = <K extends string>(table: Record<K, unknown>) => z.enum(Object.keys(table) as [K, ...K[]]);
