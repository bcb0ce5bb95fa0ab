import { DomainError, ERRORS, type ErrorCode } from '#contracts';
import type { DataSource, EntityManager } from 'typeorm';
import type { Command } from './actor.js';
import type { Clock } from './clock.js';
import { canonical, hashEntry, sha256, type Entry, type EntryDraft } from './entry.js';

/** Inside a transaction: the queries, and the pen. */
export interface Pen {
  readonly tx: EntityManager;
  readonly command: Command;
  /** The one instant of this transaction. */
  readonly now: Date;
  record(entry: EntryDraft): void;
}

interface StoredCommand {
  body_hash: Buffer;
  refused: boolean;
  answer: unknown;
}

/** Deadlock and serialization failures: nothing happened, so the same work may be tried again. */
const RETRIABLE = new Set(['40P01', '40001']);
const TRIES = 4;

/**
 * The only way to change anything. One transaction holds the change, its journal entries, and the command with its
 * answer (invariants I2, I3, I8); what was committed is announced afterwards, never before.
 */
export class Journal {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Called after a commit that wrote entries; the listener reads what is new itself. */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Runs `work` once per command id. A repeated id gets the stored answer (or the stored refusal); the same id with
   * another body is refused with COMMAND_REUSED.
   */
  async write<T>(command: Command, work: (pen: Pen) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writeOnce(command, work);
      } catch (error) {
        if (error instanceof DomainError) {
          if (error.status < 500) await this.keepRefusal(command, error);
          throw error;
        }
        if (attempt >= TRIES || !RETRIABLE.has(sqlState(error))) throw error;
      }
    }
  }

  private async writeOnce<T>(command: Command, work: (pen: Pen) => Promise<T>): Promise<T> {
    const drafts: EntryDraft[] = [];
    let repeated = false;
    const answer = await this.dataSource.transaction(async (tx) => {
      const now = this.clock.now();
      const stored = await claim(tx, command, now);
      if (stored) {
        repeated = true;
        return replay(stored, command) as T;
      }
      const result = await work({ tx, command, now, record: (entry) => drafts.push(entry) });
      await append(tx, command, now, drafts);
      await tx.query('update command set answer = $2 where id = $1', [command.id, JSON.stringify(result ?? null)]);
      return result;
    });
    if (!repeated && drafts.length > 0) for (const listener of this.listeners) listener();
    return answer;
  }

  /** A refusal is an answer too: whoever sends the id again hears the same, even if the world has moved on. */
  private async keepRefusal(command: Command, error: DomainError): Promise<void> {
    if (error.code === 'COMMAND_REUSED') return;
    await this.dataSource.query(
      `insert into command (id, name, body_hash, actor_id, at, refused, answer) values ($1, $2, $3, $4, $5, true, $6)
       on conflict (id) do nothing`,
      [
        command.id,
        command.name,
        bodyHash(command),
        command.actor.accountId,
        this.clock.now(),
        JSON.stringify({ code: error.code, details: error.details ?? null }),
      ],
    );
  }
}

const bodyHash = (command: Command) => sha256(command.name, '\n', canonical(command.body));

/** Takes the id, or returns what is stored under it. A concurrent twin waits here until the first one has committed. */
async function claim(tx: EntityManager, command: Command, now: Date): Promise<StoredCommand | null> {
  const taken: unknown[] = await tx.query(
    `insert into command (id, name, body_hash, actor_id, at, refused) values ($1, $2, $3, $4, $5, false)
     on conflict (id) do nothing returning id`,
    [command.id, command.name, bodyHash(command), command.actor.accountId, now],
  );
  if (taken.length > 0) return null;
  const [stored]: StoredCommand[] = await tx.query('select body_hash, refused, answer from command where id = $1', [
    command.id,
  ]);
  return stored ?? null;
}

function replay(stored: StoredCommand, command: Command): unknown {
  if (!bodyHash(command).equals(Buffer.from(stored.body_hash))) throw new DomainError('COMMAND_REUSED');
  if (!stored.refused) return stored.answer;
  const { code, details } = stored.answer as { code: ErrorCode; details: Record<string, unknown> | null };
  throw new DomainError(code in ERRORS ? code : 'BUG', details ?? undefined);
}

/**
 * Last step of a transaction: lock the head, number and chain the entries. The lock is held until the commit, so the
 * numbers have no gaps and stand in the order of the commits, which is what the live feed relies on.
 */
async function append(tx: EntityManager, command: Command, now: Date, drafts: readonly EntryDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const [head]: { n: string; hash: Buffer }[] = await tx.query('select n, hash from journal_head for update');
  let n = Number(head!.n);
  let hash: Buffer = Buffer.from(head!.hash);
  const rows: unknown[][] = [];
  for (const draft of drafts) {
    const entry = entryOf(draft, ++n, now, command);
    const previous = hash;
    hash = hashEntry(previous, entry);
    rows.push([
      entry.n,
      entry.at,
      entry.kind,
      entry.callId,
      entry.incidentId,
      entry.missionId,
      entry.vehicleId,
      entry.actorId,
      entry.actor,
      entry.actorRole,
      entry.commandId,
      JSON.stringify(entry.facts),
      previous,
      hash,
    ]);
  }
  const width = rows[0]!.length;
  const values = rows.map(
    (_, row) => `(${Array.from({ length: width }, (_, i) => `$${row * width + i + 1}`).join(',')})`,
  );
  await tx.query(
    `insert into journal (n, at, kind, call_id, incident_id, mission_id, vehicle_id, actor_id, actor, actor_role,
       command_id, facts, prev_hash, hash) values ${values.join(',')}`,
    rows.flat(),
  );
  await tx.query('update journal_head set n = $1, hash = $2', [n, hash]);
}

function entryOf(draft: EntryDraft, n: number, now: Date, command: Command): Entry {
  return {
    n,
    at: now,
    kind: draft.kind,
    callId: draft.callId ?? null,
    incidentId: draft.incidentId ?? null,
    missionId: draft.missionId ?? null,
    vehicleId: draft.vehicleId ?? null,
    actorId: command.actor.accountId,
    actor: command.actor.name,
    actorRole: command.actor.role,
    commandId: command.id,
    // Through JSON once, so that what is hashed is what the database gives back.
    facts: JSON.parse(JSON.stringify(draft.facts ?? {})) as Record<string, unknown>,
  };
}

/** The SQLSTATE or system code of whatever was thrown; an empty string when it has none. */
export function sqlState(error: unknown): string {
  const thrown = error as { driverError?: { code?: unknown }; code?: unknown } | null | undefined;
  const code = thrown?.driverError?.code ?? thrown?.code;
  return typeof code === 'string' ? code : '';
}
/** The constraint a failed statement ran into, or an empty string. */
export const violatedConstraint = (error: unknown): string =>
  (error as { driverError?: { constraint?: string } }).driverError?.constraint ?? '';
