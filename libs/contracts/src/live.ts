import { z } from 'zod';
import { BoardDigest, BoardRecords } from './board.js';
import { CommandId, MissionId } from './ids.js';
import { ErrorView } from './errors.js';
import { ExchangeLine } from './exchange.js';
import { Hospital, Owner, Position, Station, Unit } from './fleet.js';
import { Incident, Mission, Note, Offer, TimelineEntry } from './incidents.js';
import { Casualty, MassCasualty } from './casualties.js';
import { Distress, Message } from './messages.js';
import { Obstruction } from './obstructions.js';
import { Prealert } from './prealerts.js';
import { Protocol } from './protocols.js';
import { Instant, LngLat } from './values.js';

/**
 * The live feed. The journal numbers every change without gaps in the order of commits; the number is the cursor.
 * A screen starts with a snapshot, applies `board.changed` only when it continues its cursor, and otherwise asks to
 * resume. `board.pulse` arrives every second with the newest number: a screen that has not heard one for two seconds,
 * or whose cursor is behind it, says that it is stale.
 */
export const Cursor = z.object({ epoch: z.uuid(), n: z.number().int().min(0) });
export type Cursor = z.infer<typeof Cursor>;

/** Everything a console shows: open incidents with what belongs to them, all units, the directory. */
export const BoardSnapshot = BoardRecords.extend({
  cursor: Cursor,
  serverTime: Instant,
  stations: z.array(Station),
  hospitals: z.array(Hospital),
  owners: z.array(Owner),
  positions: z.array(Position),
});
export type BoardSnapshot = z.infer<typeof BoardSnapshot>;

export const BoardChange = z.object({
  /** The cursor this change continues; a screen at another number must resume. */
  after: z.number().int(),
  cursor: Cursor,
  serverTime: Instant,
  entries: z.array(TimelineEntry.extend({ incidentId: z.string().nullable() })),
  records: BoardRecords,
});
export type BoardChange = z.infer<typeof BoardChange>;

/** A `mapVersion` other than the screen's own: the region was imported anew, and the system is to be read again. */
export const Pulse = z.object({
  cursor: Cursor,
  mapVersion: z.string(),
  exchange: ExchangeLine,
  serverTime: Instant,
});
export type Pulse = z.infer<typeof Pulse>;

/**
 * Every ten seconds, what the whole board must add up to at this cursor. A screen at the same number with another sum
 * has gone wrong without noticing: it starts anew from a snapshot, and says so.
 */
export const Digest = z.object({ cursor: Cursor, board: BoardDigest, serverTime: Instant });
export type Digest = z.infer<typeof Digest>;

/** When a vehicle under way will be where it is going, by the roads as they are now; volatile like positions. */
export const Expectation = z.object({ missionId: MissionId, arrivesAt: Instant, computedAt: Instant });
export type Expectation = z.infer<typeof Expectation>;

/**
 * What a crew's tablet shows: its own vehicle and its own mission, nothing of anybody else's (invariant I13), and what
 * stands in the roads, which is everybody's.
 */
export const CrewView = z.object({
  cursor: Cursor,
  serverTime: Instant,
  unit: Unit.nullable(),
  station: Station.nullable(),
  position: Position.nullable(),
  offer: Offer.nullable(),
  mission: Mission.nullable(),
  incident: Incident.nullable(),
  /** The words of the incident's questions and answers. */
  protocol: Protocol.nullable(),
  /** What the vehicle is asked to get ready for, newest first. */
  prealerts: z.array(Prealert),
  notes: z.array(Note),
  hospitals: z.array(Hospital),
  obstructions: z.array(Obstruction),
  /** Of this shift, oldest first. */
  messages: z.array(Message),
  distress: Distress.nullable(),
  /** Of the incident it is on, when that has many patients. */
  massCasualty: MassCasualty.nullable(),
  casualties: z.array(Casualty),
});
export type CrewView = z.infer<typeof CrewView>;

/** What a station's desk shows: its vehicles and the offers made to it, without patient data. */
export const StationView = z.object({
  cursor: Cursor,
  serverTime: Instant,
  station: Station,
  units: z.array(Unit),
  prealerts: z.array(Prealert),
  offers: z.array(
    Offer.extend({
      incident: Incident.pick({ number: true, priority: true, reason: true, place: true, patientCount: true }),
    }),
  ),
});
export type StationView = z.infer<typeof StationView>;

/** `sentAt` is the device's own clock at the moment of sending: it tells how far that clock is off. */
export const CommandMessage = z.object({
  id: CommandId,
  name: z.string(),
  body: z.unknown(),
  sentAt: Instant.optional(),
});
export type CommandMessage = z.infer<typeof CommandMessage>;
export type Ack<T> = { ok: true; reply: T } | { ok: false; error: ErrorView };

export const PositionMessage = z.object({
  at: LngLat,
  fixedAt: Instant,
  speedMps: z.number().min(0).max(150).nullable().default(null),
  headingDegrees: z.number().min(0).max(360).nullable().default(null),
  accuracyMetres: z.number().min(0).nullable().default(null),
  mock: z.boolean().default(false),
});
export type PositionMessage = z.infer<typeof PositionMessage>;
export const PositionAnswer = z.object({
  outcome: z.enum(['accepted', 'quarantined', 'dropped']),
  why: z.string().nullable(),
});
export type PositionAnswer = z.infer<typeof PositionAnswer>;

/** Sent in the handshake's `auth`. */
export const Handshake = z.object({ token: z.string().min(1), cursor: Cursor.optional() });
export type Handshake = z.infer<typeof Handshake>;

export interface ServerEvents {
  'board.snapshot': (snapshot: BoardSnapshot) => void;
  'board.changed': (change: BoardChange) => void;
  'board.pulse': (pulse: Pulse) => void;
  'board.digest': (digest: Digest) => void;
  /** Of every mission under way; those left out are not under way any more. */
  'missions.expected': (expected: Expectation[]) => void;
  'units.moved': (positions: Position[]) => void;
  'job.changed': (view: CrewView) => void;
  'desk.changed': (view: StationView) => void;
  'session.ended': (error: ErrorView) => void;
}
export interface ClientEvents {
  command: (message: CommandMessage, ack: (answer: Ack<unknown>) => void) => void;
  'board.resume': (
    message: { cursor: Cursor | null },
    ack: (answer: Ack<{ resumed: 'changes' | 'snapshot' }>) => void,
  ) => void;
  'position.report': (message: PositionMessage, ack: (answer: Ack<PositionAnswer>) => void) => void;
  'session.renew': (message: { token: string }, ack: (answer: Ack<{ expiresAt: string }>) => void) => void;
}
/** Schema of each client message; a message that does not fit is answered with INVALID_INPUT. */
export const CLIENT_MESSAGES = {
  command: CommandMessage,
  /** Without a cursor: the screen does not trust what it has, and starts anew. */
  'board.resume': z.object({ cursor: Cursor.nullable() }),
  'position.report': PositionMessage,
  'session.renew': z.object({ token: z.string().min(1) }),
} as const satisfies Record<keyof ClientEvents, z.ZodType>;
