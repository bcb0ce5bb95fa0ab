import { CommandId, type AccountId, type Role, type StationId } from '#contracts';
import { uuidv7 } from 'uuidv7';

/** On whose behalf something happens. */
export interface Actor {
  readonly accountId: AccountId | null;
  readonly name: string;
  readonly role: Role | 'system';
  readonly stationId: StationId | null;
}

/** The machine itself: a countdown that ran out, a vehicle that entered its station. */
export const SYSTEM: Actor = { accountId: null, name: '115', role: 'system', stationId: null };

/** One intention of one actor; its id makes it happen once. */
export interface Command {
  readonly id: CommandId;
  readonly name: string;
  readonly body: unknown;
  readonly actor: Actor;
  /** How far the sender's clock is behind ours; added to the times it wrote. 0 when unknown. */
  readonly clockOffsetMs: number;
}

export const systemCommand = (name: string, body: unknown = {}): Command => ({
  id: CommandId.parse(uuidv7()),
  name,
  body,
  actor: SYSTEM,
  clockOffsetMs: 0,
});
