import type { Wording } from '#contracts';

export type Tags = Readonly<Record<string, string>>;

/** Positions in ten-millionths of a degree, as exact as the map itself. */
export const DEGREE = 10_000_000;

/** A node that says something; `lng` and `lat` in units of {@link DEGREE}. */
export interface OsmNode {
  readonly id: number;
  readonly lng: number;
  readonly lat: number;
  readonly tags: Tags;
}
export interface OsmWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Tags;
}
export interface OsmRelation {
  readonly id: number;
  readonly members: readonly { readonly type: string; readonly ref: number; readonly role: string }[];
  readonly tags?: Tags;
}

/** Nodes in columns of equal length: a country has tens of millions of them, nearly all without a word. */
export interface NodeColumns {
  readonly ids: Float64Array;
  readonly lng: Int32Array;
  readonly lat: Int32Array;
}
export const NO_NODES: NodeColumns = { ids: new Float64Array(0), lng: new Int32Array(0), lat: new Int32Array(0) };

/** Some elements of a file, in its order by kind; a node with tags is in both lists. */
export interface OsmBatch {
  readonly nodes: readonly NodeColumns[];
  readonly tagged: readonly OsmNode[];
  readonly ways: readonly OsmWay[];
  readonly relations: readonly OsmRelation[];
}

/** What a reading needs; the rest is passed over, which is most of the time saved. `tags` are those of nodes. */
export interface Wanted {
  readonly nodes: boolean;
  readonly tags: boolean;
  readonly ways: boolean;
  readonly relations: boolean;
}

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
