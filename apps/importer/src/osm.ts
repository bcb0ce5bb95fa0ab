import type { Wording } from '#contracts';

export type Tags = Readonly<Record<string, string>>;

export interface OsmNode {
  readonly type: 'node';
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Tags;
}
export interface OsmWay {
  readonly type: 'way';
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Tags;
}
export interface OsmRelation {
  readonly type: 'relation';
  readonly id: number;
  readonly members: readonly { readonly type: string; readonly ref: number; readonly role: string }[];
  readonly tags?: Tags;
}
export type OsmElement = OsmNode | OsmWay | OsmRelation;

/** The file cannot be imported; both texts say why and what stays as it was. */
export class ImportRefused extends Error {
  constructor(
    readonly wording: Wording,
    options?: ErrorOptions,
  ) {
    super(wording.en, options);
    this.name = 'ImportRefused';
  }
}

export const refuse = (vi: string, en: string, cause?: unknown): ImportRefused =>
  new ImportRefused({ vi, en }, { cause });
