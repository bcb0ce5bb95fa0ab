import { createHash } from 'node:crypto';
import type { CallId, IncidentId, MissionId, VehicleId } from '#contracts';

/** What a service records: the kind, what it is about, and facts without personal data. */
export interface EntryDraft {
  /** Dotted, past tense: `offer.refused`. */
  readonly kind: string;
  readonly callId?: CallId | null;
  readonly incidentId?: IncidentId | null;
  readonly missionId?: MissionId | null;
  readonly vehicleId?: VehicleId | null;
  readonly facts?: Record<string, unknown>;
}

/** A row of the journal. */
export interface Entry {
  readonly n: number;
  readonly at: Date;
  readonly kind: string;
  readonly callId: string | null;
  readonly incidentId: string | null;
  readonly missionId: string | null;
  readonly vehicleId: string | null;
  readonly actorId: string | null;
  readonly actor: string;
  readonly actorRole: string;
  readonly commandId: string;
  readonly facts: Record<string, unknown>;
}

/** JSON with sorted keys and nothing else to choose (RFC 8785 for the values we store): equal data, equal bytes. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`;
}

export const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** `hash(n) = SHA-256(hash(n-1) ‖ canonical(entry))`. */
export const hashEntry = (previous: Buffer, entry: Entry): Buffer =>
  sha256(previous, canonical({ ...entry, at: entry.at.toISOString() }));

export const GENESIS_HASH = Buffer.alloc(32);
