import type { ExchangeEvent } from '#contracts';
import type { AmiCalls } from './ami-calls.js';
import { actionText, type AmiMessage } from './messages.js';

const CHANNELS = 'dispatch115-channels';
const QUEUES = 'dispatch115-queues';

/** What is asked after every new connection: the interface itself tells nothing of what went before. */
export const RECONCILING_ACTIONS: readonly string[] = [
  actionText({ Action: 'CoreShowChannels', ActionID: CHANNELS }),
  actionText({ Action: 'QueueStatus', ActionID: QUEUES }),
];

/**
 * Compares what the exchange has now with what was open before: a call seen only here is still a call, and one that
 * went while nobody listened has ended.
 */
export class Reconciliation {
  private readonly open: Set<string>;
  private readonly outstanding = new Set([CHANNELS, QUEUES]);

  constructor(
    private readonly calls: AmiCalls,
    openBefore: readonly string[],
  ) {
    this.open = new Set(openBefore);
  }

  /** What one line of the answers says; with the last one, what has gone. */
  hear(message: AmiMessage, now: Date): ExchangeEvent[] {
    const action = message.get('ActionID');
    if (!this.outstanding.has(action)) return [];
    if (message.event === 'coreshowchannel' || message.event === 'queueentry') {
      for (const id of [message.get('Linkedid'), message.get('Uniqueid')]) this.open.delete(id);
      return this.calls.found(message, now);
    }
    const refused = message.get('Response').toLowerCase() === 'error';
    const complete = message.event === 'coreshowchannelscomplete' || message.event === 'queuestatuscomplete';
    if (!refused && !complete) return [];
    this.outstanding.delete(action);
    // Without a list of channels nothing can be said to have gone; the clock of the rings will.
    if (refused && action === CHANNELS) this.open.clear();
    return this.outstanding.size > 0 ? [] : [...this.open].map((id) => this.calls.vanished(id, now));
  }
}
