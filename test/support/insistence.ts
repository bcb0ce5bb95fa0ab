import type { CommandInput, CommandName, CommandReply } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { Refused, type Person } from './server.js';

export interface Acknowledged {
  readonly id: string;
  readonly name: CommandName;
  readonly body: unknown;
  readonly reply: unknown;
  readonly person: Person;
}

const RETRY_MS = 150;
const PATIENCE_MS = 240_000;

/** Clients that send until they are answered, always with the same id, and remember every answer. */
export class Insistence {
  readonly acknowledged: Acknowledged[] = [];
  refused = 0;
  /** Times that a command was sent again because nobody answered. */
  repeated = 0;

  /** The reply, or null when the answer was a refusal. */
  async send<N extends CommandName>(person: Person, name: N, body: CommandInput<N>): Promise<CommandReply<N> | null> {
    const id = uuidv7();
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        const reply = await person.send(name, body, id);
        this.acknowledged.push({ id, name, body, reply, person });
        return reply;
      } catch (error) {
        if (error instanceof Refused && error.status < 500) {
          this.refused++;
          return null;
        }
        if (performance.now() > deadline) throw error;
        this.repeated++;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  count(name: CommandName): number {
    return this.acknowledged.filter((command) => command.name === name).length;
  }
}
