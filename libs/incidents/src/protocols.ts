import { Protocol, triage, type Answers, type Need, type ReasonKey } from '#contracts';
import { canonical } from '#journal';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';

/** One version of the questions for a reason; never changed once it was in force. */
@Entity('protocol')
export class ProtocolRow {
  @PrimaryColumn('text') reason: ReasonKey;
  @PrimaryColumn('integer') version: number;
  @Column('boolean') inForce: boolean;
  @Column('timestamptz') firstSeen: Date;
  @Column('jsonb') content: Protocol;
}

/** The protocols whose content differs from what the same version said before: they need a new version number. */
export async function listRewritten(tx: EntityManager, protocols: readonly Protocol[]): Promise<Protocol[]> {
  const known = await tx.find(ProtocolRow);
  return protocols.filter(({ reason, version, ...text }) => {
    const before = known.find((row) => row.reason === reason && row.version === version);
    return before !== undefined && canonical(before.content) !== canonical({ reason, version, ...text });
  });
}

/** Puts these versions in force and keeps those that were. */
export async function putInForce(tx: EntityManager, protocols: readonly Protocol[], now: Date): Promise<void> {
  await tx.query('update protocol set in_force = false where in_force');
  for (const content of protocols)
    await tx.query(
      `insert into protocol (reason, version, in_force, first_seen, content) values ($1, $2, true, $3, $4)
       on conflict (reason, version) do update set in_force = true`,
      [content.reason, content.version, now, JSON.stringify(content)],
    );
}

/** The questions of a reason: those of a version, or those in force; null when there are none. */
export async function findProtocol(
  tx: EntityManager,
  reason: ReasonKey,
  version: number | null,
): Promise<Protocol | null> {
  const which = version === null ? { reason, inForce: true } : { reason, version };
  return (await tx.findOneBy(ProtocolRow, which))?.content ?? null;
}

export interface Asked {
  readonly reason: ReasonKey;
  readonly answers: Answers;
  /** Null: the version in force. */
  readonly protocolVersion: number | null;
}

/** What an incident asks for, by the version of the questions that it was asked under. */
export const needOf = async (tx: EntityManager, { reason, answers, protocolVersion }: Asked): Promise<Need> =>
  triage(reason, answers, await findProtocol(tx, reason, protocolVersion));
