import type { CommandId, CommandInput, CommandName } from '#contracts';
import { verdictOn, type Answer, type Entry } from './entry.js';
import type { OutboxStore } from './store.js';

export interface OutboxOptions {
  store: OutboxStore;
  accountId: string;
  send: (entry: Entry) => Promise<Answer>;
  newId: () => CommandId;
  /** The device's own clock. */
  now: () => Date;
  /** Runs its argument while no other tab of this device sends. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called with the entries of this account, in order, whenever they change; `settled` was just taken by the server. */
  onChange: (entries: Entry[], settled: Entry | null) => void;
}

/**
 * Every tap is stored first and sent afterwards: in order, one at a time, again with the same id until the server has
 * answered. What the server refuses for good stays with its reason until the crew has read it, and does not hold up
 * the taps behind it.
 */
export class Outbox {
  private sending: Promise<void> = Promise.resolve();

  constructor(private readonly options: OutboxOptions) {}

  async put<N extends CommandName>(name: N, body: CommandInput<N>): Promise<void> {
    const { store, accountId, newId, now } = this.options;
    const tappedAt = now().toISOString();
    await store.add({ id: newId(), accountId, name, body, tappedAt, attempts: 0, refusal: null });
    await this.tell();
    void this.flush();
  }

  /** Sends what waits; calls while it runs wait their turn, so nothing is sent twice by this tab either. */
  flush(): Promise<void> {
    this.sending = this.sending
      .then(() => this.options.alone(() => this.sendWaiting()))
      .catch((thrown: unknown) => console.warn('outbox not sent', String(thrown)));
    return this.sending;
  }

  /** The crew has read why an entry was refused. */
  async dismiss(turn: number): Promise<void> {
    await this.options.store.remove(turn);
    await this.tell();
  }

  async tell(settled: Entry | null = null): Promise<void> {
    this.options.onChange(await this.own(), settled);
  }

  private async own(): Promise<Entry[]> {
    const entries = await this.options.store.list();
    return entries.filter((entry) => entry.accountId === this.options.accountId);
  }

  private async sendWaiting(): Promise<void> {
    for (;;) {
      const entry = (await this.own()).find(({ refusal }) => refusal === null);
      if (!entry) return;
      const answer = await this.options.send(entry);
      const tried = { ...entry, attempts: entry.attempts + (answer === null ? 0 : 1) };
      const verdict = verdictOn(answer, tried.attempts);
      if (verdict === 'done') await this.options.store.remove(entry.turn);
      else
        await this.options.store.change({
          ...tried,
          refusal: answer && !answer.ok && verdict === 'refused' ? answer.error : null,
        });
      await this.tell(verdict === 'done' ? entry : null);
      if (verdict === 'later') return;
    }
  }
}
