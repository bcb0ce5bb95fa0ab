import { DomainError, type Ack, type BoardRecords, type BoardSnapshot, type Position } from '#contracts';
import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName, CommandReply } from '#contracts';
import type { LiveSocket } from '../../apps/simulator/src/connection.js';

const PATIENCE_MS = 10_000;

/** A dispatcher's screen: what arrives at it, and when. */
export class ConsoleScreen {
  private readonly watchers = new Set<(records: BoardRecords) => void>();
  private readonly positions = new Map<string, Position>();
  readonly snapshot: Promise<BoardSnapshot>;

  constructor(private readonly socket: LiveSocket) {
    this.snapshot = new Promise((resolve) => socket.once('board.snapshot', resolve));
    socket.on('board.changed', ({ records }) => this.watchers.forEach((watch) => watch(records)));
    socket.on('units.moved', (moved) => moved.forEach((position) => this.positions.set(position.vehicleId, position)));
  }

  /** Sends over the socket; what it measures is the way to the acknowledgement. */
  async send<N extends CommandName>(name: N, body: CommandInput<N>): Promise<CommandReply<N>> {
    const message = { id: uuidv7() as never, name, body };
    const answer = (await this.socket.timeout(PATIENCE_MS).emitWithAck('command', message)) as Ack<CommandReply<N>>;
    if (!answer.ok) throw new DomainError(answer.error.code, answer.error.details);
    return answer.reply;
  }

  /** The first record to arrive from now on that fits; ask before causing it. */
  next<K extends keyof BoardRecords>(
    kind: K,
    fits: (record: BoardRecords[K][number]) => boolean,
  ): Promise<BoardRecords[K][number]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.watchers.delete(watch);
        reject(new Error(`the console was not told of the change in its ${kind}`));
      }, PATIENCE_MS);
      const watch = (records: BoardRecords) => {
        const found = (records[kind] as BoardRecords[K][number][]).find(fits);
        if (!found) return;
        clearTimeout(timer);
        this.watchers.delete(watch);
        resolve(found);
      };
      this.watchers.add(watch);
    });
  }

  positionOf(vehicleId: string): Position | undefined {
    return this.positions.get(vehicleId);
  }
}
