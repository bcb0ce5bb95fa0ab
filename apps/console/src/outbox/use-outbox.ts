import type { CommandInput } from '#contracts';
import { failureOf, isPassing, newCommandId, Refusal, send, serverNow, useBoard, useSession, type Failure } from '#web';
import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import { isLineDown } from './line.js';
import { machineStore } from './store.js';
import { sendWaiting, type Attempt, type SafeCommand, type Waiting } from './waiting.js';

/** What the person signed in has written and the server does not have yet. */
export const useOutbox = create<{ waiting: readonly Waiting[] }>(() => ({ waiting: [] }));

const accountId = () => useSession.getState().account?.id ?? '';

async function show(): Promise<void> {
  const own = (await machineStore.list()).filter((one) => one.accountId === accountId());
  useOutbox.setState({ waiting: own });
}

async function attempt({ name, body, id }: Waiting): Promise<Attempt> {
  try {
    await send(name, body, id);
    return { outcome: 'taken' };
  } catch (thrown) {
    // Signed out meanwhile: nobody has judged the content.
    const passing =
      thrown instanceof Refusal && (isPassing(thrown.failure) || thrown.failure.code === 'SIGN_IN_REQUIRED');
    return passing ? { outcome: 'later' } : { outcome: 'refused', why: failureOf(thrown) };
  }
}

/** Browsers have locks only on HTTPS and localhost; without them the command's id still stops a second effect. */
const alone = (work: () => Promise<void>): Promise<void> => {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? locks.request('console.outbox', work) : work();
};

const flush = () =>
  void alone(() => sendWaiting(machineStore, accountId(), attempt))
    .then(show)
    .catch((thrown: unknown) => console.warn('outbox', String(thrown)));

const AGAIN_MS = 5_000;

/** Sends what waits as soon as the line is there again; what another window of this desk has sent disappears here too. */
export function useOpenOutbox(): void {
  useEffect(() => {
    flush();
    const stop = useBoard.subscribe((now, before) => {
      if (now.connected && !before.connected) flush();
    });
    const timer = setInterval(() => {
      if (useOutbox.getState().waiting.length > 0) flush();
    }, AGAIN_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, []);
}

/** Its writer has read why it was refused. */
export const discard = (turn: number): Promise<void> => machineStore.remove(turn).then(show);

/**
 * Writes something that may arrive late: sent at once while the line is there, kept on this machine otherwise. Resolves
 * to whether it is on its way either way; a refusal is in `failure`.
 */
export function usePost<N extends SafeCommand>(name: N) {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const post = useCallback(
    async (body: CommandInput<N>): Promise<boolean> => {
      setFailure(null);
      const id = newCommandId();
      const keep = async () => {
        const writtenAt = new Date(serverNow()).toISOString();
        await machineStore.add({ id, accountId: accountId(), name, body, writtenAt, refusal: null });
        await show();
        return true;
      };
      setSending(true);
      try {
        // Behind what waits already, so that the order of writing stays.
        if (isLineDown() || useOutbox.getState().waiting.some(({ refusal }) => !refusal)) return await keep();
        await send(name, body, id);
        return true;
      } catch (thrown) {
        if (thrown instanceof Refusal && isPassing(thrown.failure)) return await keep();
        setFailure(failureOf(thrown));
        return false;
      } finally {
        setSending(false);
      }
    },
    [name],
  );
  return { post, sending, failure };
}
