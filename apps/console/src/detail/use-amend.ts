import { Incident, type CommandInput } from '#contracts';
import { Refusal, failureOf, send, type Failure } from '#web';
import { useCallback, useRef, useState } from 'react';

export type Changes = CommandInput<'incident.amend'>['changes'];
export type AmendedField = keyof Changes;

/** Somebody else changed the same meanwhile: both values stay until a person has chosen. */
export interface Conflict {
  readonly changes: Changes;
  readonly fields: readonly AmendedField[];
  readonly current: Incident;
}

export interface Amending {
  /** Resolves to whether it was taken. */
  readonly amend: (changes: Changes) => Promise<boolean>;
  readonly failure: Failure | null;
  readonly conflict: Conflict | null;
  readonly keepMine: () => void;
  readonly keepTheirs: () => void;
}

function conflictOf(thrown: unknown, changes: Changes): Conflict | null {
  if (!(thrown instanceof Refusal) || thrown.failure.code !== 'VERSION_CONFLICT') return null;
  const details = thrown.failure.details as { fields?: AmendedField[]; current?: unknown } | undefined;
  const current = Incident.safeParse(details?.current);
  return current.success ? { changes, fields: details?.fields ?? [], current: current.data } : null;
}

/**
 * One change, one command, one after the other: an answer given while the last one is still on its way builds on it and
 * does not collide with oneself.
 */
export function useAmend(incident: Incident): Amending {
  const known = useRef(incident.version);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { id: incidentId, version: shown } = incident;

  const amend = useCallback(
    (changes: Changes): Promise<boolean> => {
      const turn = line.current.then(async () => {
        setFailure(null);
        try {
          const version = Math.max(shown, known.current);
          // Whoever amends on a screen has the place before their eyes: it is a person's choice.
          const reply = await send('incident.amend', { incidentId, version, changes, overConfirmed: true });
          known.current = reply.incident.version;
          return true;
        } catch (thrown) {
          const met = conflictOf(thrown, changes);
          if (met) setConflict(met);
          else setFailure(failureOf(thrown));
          return false;
        }
      });
      line.current = turn;
      return turn;
    },
    [incidentId, shown],
  );
  const keepMine = () => {
    if (!conflict) return;
    known.current = Math.max(known.current, conflict.current.version);
    setConflict(null);
    void amend(conflict.changes);
  };
  return { amend, failure, conflict, keepMine, keepTheirs: () => setConflict(null) };
}
