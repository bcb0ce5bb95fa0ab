import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What the stand-in lists when it is asked what is going on. */
export interface GoingOn {
  channels: Record<string, string>[];
  waiting: Record<string, string>[];
}

const text = (fields: Record<string, string>) =>
  `${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\r\n')}\r\n\r\n`;

/** A value may hold what parts it from its key. */
const fieldOf = (line: string): [string, string] => {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
};

/** An Asterisk manager on a socket: greeting, sign-in, lists, events, byte by byte if wished, and a line that can be cut. */
export class AmiStandIn {
  private readonly sockets = new Set<Socket>();
  readonly goingOn: GoingOn = { channels: [], waiting: [] };
  /** The sign-ins it was asked for, as they came. */
  readonly actions: Record<string, string>[] = [];

  private constructor(
    private readonly server: Server,
    private readonly secret: string,
  ) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async open(secret: string, port = 0): Promise<AmiStandIn> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return new AmiStandIn(server, secret);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
  get lines(): number {
    return this.sockets.size;
  }

  /** Says an event on every line, each byte in a packet of its own. */
  async say(name: string, fields: Record<string, string>): Promise<void> {
    const bytes = Buffer.from(text({ Event: name, Privilege: 'call,all', ...fields }));
    for (const socket of this.sockets) for (const byte of bytes) socket.write(Buffer.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** The line breaks; the exchange goes on and takes new ones. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // A cut line is what specs are about, not a fault.
    socket.on('error', () => socket.destroy());
    socket.write('Asterisk Call Manager/11.0.0\r\n');
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes.toString('utf8');
      for (let end = heard.indexOf('\r\n\r\n'); end >= 0; end = heard.indexOf('\r\n\r\n')) {
        const lines = heard.slice(0, end).split('\r\n');
        heard = heard.slice(end + 4);
        this.answer(socket, Object.fromEntries(lines.map(fieldOf)));
      }
    });
  }

  private answer(socket: Socket, action: Record<string, string>): void {
    this.actions.push(action);
    const { Action: name, ActionID } = action;
    const id: Record<string, string> = ActionID ? { ActionID } : {};
    if (name === 'Login' && action['Secret'] !== this.secret) {
      socket.write(text({ Response: 'Error', ...id, Message: 'Authentication failed' }));
      return void socket.end();
    }
    socket.write(text({ Response: 'Success', ...id }));
    if (name === 'Login') socket.write(text({ Event: 'FullyBooted', Status: 'Fully Booted' }));
    if (name === 'CoreShowChannels') {
      for (const channel of this.goingOn.channels) socket.write(text({ Event: 'CoreShowChannel', ...id, ...channel }));
      socket.write(text({ Event: 'CoreShowChannelsComplete', ...id, EventList: 'Complete' }));
    }
    if (name === 'QueueStatus') {
      for (const entry of this.goingOn.waiting) socket.write(text({ Event: 'QueueEntry', ...id, ...entry }));
      socket.write(text({ Event: 'QueueStatusComplete', ...id, EventList: 'Complete' }));
    }
  }
}
