import { DomainError, type ExchangeEvent, type ExchangeLine } from '#contracts';
import type { Clock } from '#journal';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { AmiCalls } from './ami-calls.js';
import { actionText, AmiParser, type AmiMessage } from './messages.js';
import { Reconciliation, RECONCILING_ACTIONS } from './reconciliation.js';

/** Where an Asterisk is, and how calls from outside come into it. */
export interface AmiAddress {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
  /** The exchange's name here, the same for every server that reads it. */
  readonly pbx: string;
  readonly contexts: readonly string[];
}

/** `tcp://user:secret@host:5038/name` or `tls://…`; the name is the host when none is given. */
export function amiAddress(url: string, contexts: readonly string[]): AmiAddress {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'tls:';
  return {
    secure,
    host: hostname,
    port: Number(port) || (secure ? 5_039 : 5_038),
    user: decodeURIComponent(username),
    secret: decodeURIComponent(password),
    pbx: decodeURIComponent(pathname.slice(1)) || hostname,
    contexts,
  };
}

export interface AmiParts {
  readonly clock: Clock;
  /** Takes one word about a call; resolves when it is kept. */
  readonly hear: (event: ExchangeEvent) => Promise<unknown>;
  /** The exchange's names of its calls that are open here. */
  readonly openCalls: (pbx: string) => Promise<string[]>;
  readonly onFault: (error: unknown) => void;
}

/** Milliseconds; a spec has less patience than a centre. */
export interface AmiPace {
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
  readonly pingMs: number;
  readonly silenceMs: number;
  /** Old exchanges never say that they are fully booted. */
  readonly bootedMs: number;
}
const PACE: AmiPace = { firstRetryMs: 1_000, lastRetryMs: 30_000, pingMs: 10_000, silenceMs: 35_000, bootedMs: 3_000 };

/**
 * Reads an Asterisk by its manager interface for as long as the server runs: signs in, asks what is going on, listens,
 * and begins anew when the line breaks, is silent, or something it heard could not be kept.
 */
export class AmiReader {
  private socket: Socket | null = null;
  private timers: NodeJS.Timeout[] = [];
  private retryMs: number;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;
  private work: Promise<void> = Promise.resolve();
  private state: ExchangeLine;

  constructor(
    private readonly address: AmiAddress,
    private readonly parts: AmiParts,
    private readonly pace: AmiPace = PACE,
  ) {
    this.retryMs = pace.firstRetryMs;
    this.state = { state: 'lost', since: parts.clock.now().toISOString() };
  }

  /** Whether the exchange is heard, and since when it is or is not. */
  get line(): ExchangeLine {
    return this.state;
  }

  start(): void {
    const { secure, host, port } = this.address;
    const socket = secure ? connectTls({ host, port }) : connectPlain({ host, port });
    this.socket = socket;
    const session = new AmiSession(this.address, this.parts, (text) => socket.write(text));
    const parser = new AmiParser();
    socket.setTimeout(this.pace.silenceMs, () => socket.destroy());
    socket.on(secure ? 'secureConnect' : 'connect', () => session.signIn());
    socket.on('data', (bytes) => {
      for (const message of parser.read(bytes)) this.take(session, message);
    });
    socket.on('error', this.parts.onFault);
    socket.on('close', () => this.lost());
    this.timers = [setInterval(() => session.ping(), this.pace.pingMs)];
  }

  /** Closes the line; resolves when everything heard has been kept. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    this.socket?.destroy();
    await this.work;
  }

  private take(session: AmiSession, message: AmiMessage): void {
    switch (session.answerOf(message)) {
      case 'refused':
        this.parts.onFault(new Error('the exchange refused the sign-in'));
        this.socket?.destroy();
        return;
      case 'signed in':
        this.timers.push(setTimeout(() => this.begin(session), this.pace.bootedMs));
        return;
      case 'booted':
        return this.begin(session);
      case null:
        this.follow(async () => {
          for (const event of session.hear(message)) await this.keep(event);
        });
    }
  }

  private begin(session: AmiSession): void {
    if (session.begun) return;
    session.begun = true;
    this.retryMs = this.pace.firstRetryMs;
    this.state = { state: 'connected', since: this.parts.clock.now().toISOString() };
    this.follow(() => session.reconcile());
  }

  /** One after the other, in the order heard. What cannot be kept now is asked for again on a new line. */
  private follow(step: () => Promise<void>): void {
    const { socket } = this;
    this.work = this.work.then(step).catch((error: unknown) => {
      this.parts.onFault(error);
      socket?.destroy();
    });
  }

  /** An event that is refused for what it says would be refused again: it is told, and passed over. */
  private async keep(event: ExchangeEvent): Promise<void> {
    try {
      await this.parts.hear(event);
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error;
      this.parts.onFault(error);
    }
  }

  private lost(): void {
    for (const timer of this.timers) clearTimeout(timer);
    if (this.state.state === 'connected') this.state = { state: 'lost', since: this.parts.clock.now().toISOString() };
    if (this.stopped) return;
    this.retry = setTimeout(() => this.start(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, this.pace.lastRetryMs);
  }
}

const LOGIN = 'dispatch115-login';

/** One connection: its sign-in, its reconciliation, its calls. */
class AmiSession {
  begun = false;
  private readonly calls: AmiCalls;
  private reconciliation: Reconciliation | null = null;

  constructor(
    private readonly address: AmiAddress,
    private readonly parts: AmiParts,
    private readonly say: (text: string) => void,
  ) {
    this.calls = new AmiCalls(address.pbx, address.contexts);
  }

  signIn(): void {
    const { user, secret } = this.address;
    const fields = { Action: 'Login', ActionID: LOGIN, Username: user, Secret: secret };
    this.say(actionText({ ...fields, Events: 'call,agent,dialplan' }));
  }

  ping(): void {
    if (this.begun) this.say(actionText({ Action: 'Ping' }));
  }

  /** What the exchange says about the connection itself; null when it speaks of calls. */
  answerOf(message: AmiMessage): 'signed in' | 'refused' | 'booted' | null {
    if (message.event === 'fullybooted') return 'booted';
    if (message.get('ActionID') !== LOGIN) return null;
    return message.get('Response').toLowerCase() === 'success' ? 'signed in' : 'refused';
  }

  async reconcile(): Promise<void> {
    this.reconciliation = new Reconciliation(this.calls, await this.parts.openCalls(this.address.pbx));
    for (const action of RECONCILING_ACTIONS) this.say(action);
  }

  hear(message: AmiMessage): ExchangeEvent[] {
    const now = this.parts.clock.now();
    return [...(this.reconciliation?.hear(message, now) ?? []), ...this.calls.hear(message, now)];
  }
}
