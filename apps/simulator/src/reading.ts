import type { CrewView, Message } from '#contracts';
import type { Client } from './client.js';
import type { Pace } from './pace.js';
import type { Tally } from './tally.js';

/** A crew looks at its tablet soon, and taps a little later. */
const SEEN_SECONDS = 4;
const ANSWERED_SECONDS = 9;

/** What a crew does with the words of the room: it sees them, and confirms those that ask for it. */
export class Reading {
  private readonly known = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly pace: Pace,
    private readonly tally: Tally,
  ) {}

  show({ messages }: Pick<CrewView, 'messages'>): void {
    for (const message of messages) {
      if (message.from !== 'room' || message.state === 'acknowledged' || this.known.has(message.id)) continue;
      this.known.add(message.id);
      void this.read(message).catch((error: unknown) => this.tally.fail(error));
    }
  }

  private async read({ id, vehicleId, asksAnswer }: Message): Promise<void> {
    await this.pace.wait(SEEN_SECONDS);
    if (this.pace.stopped) return;
    await this.client.send('message.receive', { vehicleId, messageIds: [id] });
    if (!asksAnswer) return;
    await this.pace.wait(ANSWERED_SECONDS);
    if (!this.pace.stopped) await this.client.send('message.acknowledge', { vehicleId, messageId: id });
  }
}
