import type { Ack, ServerEvents } from '#contracts';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { Person, TestServer } from './server.js';

type EventName = keyof ServerEvents;
type Message<N extends EventName> = Parameters<ServerEvents[N]>[0];

/** A screen without a face: it keeps everything the server tells it, in order, and can speak. */
export class Screen {
  private readonly heard: { name: string; message: unknown; at: number }[] = [];

  private constructor(readonly socket: Socket) {
    socket.onAny((name: string, message: unknown) => this.heard.push({ name, message, at: performance.now() }));
  }

  /** Resolves when the socket is open; rejects with the ErrorView in `data` when it is refused. */
  static async open(server: Pick<TestServer, 'url'>, { token }: Pick<Person, 'token'>): Promise<Screen> {
    const socket = io(server.url, { transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true });
    const screen = new Screen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return screen;
  }

  all<N extends EventName>(name: N): Message<N>[] {
    return this.heard.filter((event) => event.name === name).map((event) => event.message as Message<N>);
  }
  last<N extends EventName>(name: N): Message<N> | undefined {
    return this.all(name).at(-1);
  }
  /** The kinds of journal entries this console was told of, oldest first. */
  get kinds(): string[] {
    return this.all('board.changed').flatMap(({ entries }) => entries.map(({ kind }) => kind));
  }

  command(name: string, body: unknown, sentAt?: string): Promise<Ack<unknown>> {
    return this.emit('command', { id: uuidv7(), name, body, sentAt });
  }
  emit(name: string, message: unknown): Promise<Ack<unknown>> {
    return this.socket.timeout(5_000).emitWithAck(name, message) as Promise<Ack<unknown>>;
  }
  close(): void {
    this.socket.disconnect();
  }
}

/** Waits until something holds; fails by name when it does not in time. */
export async function until<T>(holds: () => T | Promise<T>, what: string, ms = 8_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + ms;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
