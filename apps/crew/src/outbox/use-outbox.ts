import type { CommandId, CommandInput, CommandName } from '#contracts';
import { machineNow, newCommandId, useJob } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Answer, Entry } from './entry.js';
import { Outbox } from './outbox.js';
import { deviceStore } from './store.js';

interface OutboxState {
  outbox: Outbox | null;
  /** In the order of the taps, refused ones included. */
  entries: Entry[];
  /** Taken by the server, while its newest view has not come yet. */
  settled: Entry[];
  /** A tap could not be stored on this device (private window, full disk) and was not sent either. */
  storeFailed: boolean;
}

export const useOutbox = create<OutboxState>(() => ({ outbox: null, entries: [], settled: [], storeFailed: false }));

const ANSWER_WITHIN_MS = 8_000;
const RETRY_MS = 15_000;
const deviceNow = () => new Date(machineNow());
const store = deviceStore();

function send({ id, name, body }: Entry): Promise<Answer> {
  const { socket } = useJob.getState();
  if (!socket?.connected) return Promise.resolve(null);
  const message = { id, name, body, sentAt: deviceNow().toISOString() };
  return new Promise((resolve) =>
    socket
      .timeout(ANSWER_WITHIN_MS)
      .emit('command', message, (unanswered, answer) => resolve(unanswered ? null : answer)),
  );
}

/** Web Locks need a secure page; without them the server's memory of command ids still stops a second effect. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('crew.outbox', work) : work();

function openOutbox(accountId: string): () => void {
  const outbox = new Outbox({
    store,
    accountId,
    send,
    newId: () => newCommandId() as CommandId,
    now: deviceNow,
    alone,
    onChange: (entries, settled) =>
      useOutbox.setState((state) => ({ entries, settled: settled ? [...state.settled, settled] : state.settled })),
  });
  const flush = () => void outbox.flush();
  useOutbox.setState({ outbox, entries: [], settled: [] });
  const unsubscribe = useJob.subscribe((now, before) => {
    if (now.connected && !before.connected) flush();
    if (now.view !== before.view) useOutbox.setState({ settled: [] });
  });
  addEventListener('online', flush);
  addEventListener('focus', flush);
  const timer = setInterval(flush, RETRY_MS);
  outbox.tell().then(flush, (thrown: unknown) => console.warn('outbox not readable', String(thrown)));
  return () => {
    unsubscribe();
    removeEventListener('online', flush);
    removeEventListener('focus', flush);
    clearInterval(timer);
    useOutbox.setState({ outbox: null, entries: [], settled: [] });
  };
}

/** Keeps this account's outbox sending while the calling component is on screen. */
export const useOpenOutbox = (accountId: string) => useEffect(() => openOutbox(accountId), [accountId]);

/** One tap: stored on the device, then sent. */
export function tap<N extends CommandName>(name: N, body: CommandInput<N>): void {
  const { outbox } = useOutbox.getState();
  outbox?.put(name, body).catch((thrown: unknown) => {
    console.error('tap not stored', String(thrown));
    useOutbox.setState({ storeFailed: true });
  });
}

/** The device's clock at this moment, as commands carry it. */
export const deviceInstant = () => deviceNow().toISOString();
