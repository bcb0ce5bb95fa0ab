import { z } from 'zod';
import { AlarmRecord } from './alarms.js';
import { Unit } from './fleet.js';
import { Capacity } from './hospital-choice.js';
import { Call, Incident, Mission, Offer, VehicleRequest } from './incidents.js';
import { Casualty, MassCasualty } from './casualties.js';
import { Distress, Message } from './messages.js';
import { Obstruction } from './obstructions.js';
import { Suggestion } from './suggestions.js';
import { CallerLink } from './caller-links.js';
import { PhonePosition } from './phone-positions.js';
import { CallBack, Ring } from './rings.js';
import { isStanding, Prealert } from './prealerts.js';

/** The kinds of record on the board of the room. Whole records, newest state: applying one twice, or late, does no harm. */
export const BoardRecords = z.object({
  calls: z.array(Call),
  incidents: z.array(Incident),
  units: z.array(Unit),
  missions: z.array(Mission),
  requests: z.array(VehicleRequest),
  offers: z.array(Offer),
  obstructions: z.array(Obstruction),
  suggestions: z.array(Suggestion),
  capacities: z.array(Capacity),
  rings: z.array(Ring),
  callBacks: z.array(CallBack),
  phonePositions: z.array(PhonePosition),
  callerLinks: z.array(CallerLink),
  prealerts: z.array(Prealert),
  alarms: z.array(AlarmRecord),
  messages: z.array(Message),
  distresses: z.array(Distress),
  massCasualties: z.array(MassCasualty),
  casualties: z.array(Casualty),
});
export type BoardRecords = z.infer<typeof BoardRecords>;
export type RecordKind = keyof BoardRecords;
export type RecordOf<K extends RecordKind> = BoardRecords[K][number];
export const RECORD_KINDS = Object.keys(BoardRecords.shape) as RecordKind[];

type IsOpen = (incidentId: string) => boolean;
const withIncident = ({ incidentId }: { incidentId: string }, isOpen: IsOpen) => isOpen(incidentId);

/**
 * Which records a snapshot holds: the others have left the board, and a screen that saw them go may forget them. Server
 * and screen must agree on this, for the digest is taken over exactly these.
 */
export const ON_BOARD: { [K in RecordKind]: (record: RecordOf<K>, isOpen: IsOpen) => boolean } = {
  calls: ({ state }) => state === 'open',
  incidents: ({ state }) => state !== 'closed',
  units: () => true,
  missions: withIncident,
  requests: withIncident,
  offers: withIncident,
  obstructions: ({ state }) => state === 'open',
  suggestions: ({ state }) => state === 'open',
  capacities: () => true,
  // A ring stays until it has ended somewhere: in a call, or on the call-back list.
  rings: ({ callId, callBackId }) => callId === null && callBackId === null,
  callBacks: ({ state }) => state === 'waiting',
  phonePositions: ({ endedAt }) => endedAt === null,
  callerLinks: ({ endedAt }) => endedAt === null,
  prealerts: ({ state }) => isStanding(state),
  alarms: ({ endedAt }) => endedAt === null,
  messages: ({ filedAt }) => filedAt === null,
  distresses: ({ state }) => state === 'open',
  massCasualties: withIncident,
  casualties: withIncident,
};

/** One number for the state of many records, by kind. */
export const BoardDigest = z.record(z.enum(RECORD_KINDS as [RecordKind, ...RecordKind[]]), z.string());
export type BoardDigest = z.infer<typeof BoardDigest>;

const hashes = new WeakMap<object, readonly [number, number]>();
const { imul } = Math;

/** Two lanes of FNV-1a over the JSON text: 64 bits, enough to notice, not to prove. Records never change in place. */
function hashOf(record: object): readonly [number, number] {
  const known = hashes.get(record);
  if (known) return known;
  const text = JSON.stringify(record);
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = imul(a ^ code, 0x01000193);
    b = imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  const hash = [a >>> 0, b >>> 0] as const;
  hashes.set(record, hash);
  return hash;
}

/** The same records give the same digest in any order; any difference in any field gives another. */
export function digestOf(records: Iterable<object>): string {
  let [a, b, count] = [0, 0, 0];
  for (const record of records) {
    const [x, y] = hashOf(record);
    a = (a + x) >>> 0;
    b = (b + y) >>> 0;
    count++;
  }
  return `${count}-${a.toString(36)}-${b.toString(36)}`;
}
