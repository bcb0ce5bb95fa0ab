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

/** What a person typed, in NFC so that equal words are equal strings; empty counts as not given. */
export const Text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.normalize('NFC').trim());
export const RequiredText = (max: number) => Text(max).pipe(z.string().min(1));

/** A zod enum over the keys of a word table, so that table and wire cannot differ. */
export const keysOf = <K extends string>(table: Record<K, unknown>) => z.enum(Object.keys(table) as [K, ...K[]]);
