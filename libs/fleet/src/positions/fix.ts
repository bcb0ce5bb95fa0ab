import type { LngLat } from '#contracts';

/** A position as a device reported it, in our units, before anybody has judged it. */
export interface Fix {
  readonly deviceId: string;
  readonly at: LngLat;
  readonly fixedAt: Date;
  readonly receivedAt: Date;
  readonly speedMps: number | null;
  readonly headingDegrees: number | null;
  readonly accuracyMetres: number | null;
  /** The phone says that an app invents its positions. */
  readonly mock: boolean;
  /** The device says that it is moving. */
  readonly moving: boolean;
}

/** accepted: moves the marker. quarantined: kept for later, the last good one stays. dropped: not worth keeping. */
export type Outcome = 'accepted' | 'quarantined' | 'dropped';
export interface Judgement {
  readonly outcome: Outcome;
  /** Why not accepted, as a code: `future`, `too_fast`, … */
  readonly why: string | null;
}
