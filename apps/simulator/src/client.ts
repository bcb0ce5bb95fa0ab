import {
  ErrorView,
  type Account,
  type CommandInput,
  type CommandName,
  type CommandReply,
  type Session,
} from '#contracts';
import { uuidv7 } from 'uuidv7';

/** The server said no, and why. */
export class Refused extends Error {
  constructor(readonly view: ErrorView) {
    super(view.code);
    this.name = 'Refused';
  }
}

/** A token is renewed when less than this is left of it. */
const RENEW_BEFORE_MS = 60_000;
/** A command whose answer was lost is sent again with the same id: it has one effect however often it is sent. */
const TRIES = 5;
const RETRY_MS = 2_000;

/** One signed-in person over HTTP: keeps its session alive and sends commands that survive a lost connection. */
export class Client {
  private session: Session | null = null;
  private cookie = '';
  private signingIn: Promise<Session> | null = null;

  constructor(
    readonly server: string,
    readonly login: string,
    private readonly password: string,
  ) {}

  /** @throws Refused for a wrong password, TypeError when the server cannot be reached */
  async signIn(): Promise<Account> {
    return (await this.fresh()).account;
  }

  async token(): Promise<string> {
    return (await this.fresh()).accessToken;
  }

  async send<N extends CommandName>(name: N, body: CommandInput<N>): Promise<CommandReply<N>> {
    const id = uuidv7();
    for (let attempt = 1; ; attempt++) {
      try {
        const headers = { 'idempotency-key': id, 'x-sent-at': new Date().toISOString() };
        return await this.ask<CommandReply<N>>('POST', `/api/commands/${name}`, headers, body);
      } catch (error) {
        if (attempt >= TRIES || (error instanceof Refused && !passing(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path, {});
  }

  private async ask<T>(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<T> {
    const authorization = `Bearer ${await this.token()}`;
    return (await this.call<T>(method, path, { ...headers, authorization }, body)).answer;
  }

  /** The running session, or a renewed one; many callers share one renewal. */
  private fresh(): Promise<Session> {
    const { session } = this;
    if (session && Date.parse(session.expiresAt) - Date.now() > RENEW_BEFORE_MS) return Promise.resolve(session);
    return (this.signingIn ??= this.open().finally(() => (this.signingIn = null)));
  }

  private async open(): Promise<Session> {
    const renewed = this.cookie ? await this.renew() : null;
    if (renewed) return renewed;
    return this.take(
      await this.call<Session>('POST', '/api/session', {}, { login: this.login, password: this.password }),
    );
  }

  /** Null when the refresh cookie is no longer good, as after a change of database: then the password is needed. */
  private async renew(): Promise<Session | null> {
    try {
      const headers = { cookie: this.cookie, 'x-dispatch115': '1' };
      return this.take(await this.call<Session>('POST', '/api/session/renew', headers, {}));
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  private take({ answer, cookie }: { answer: Session; cookie: string | null }): Session {
    if (cookie) this.cookie = cookie;
    return (this.session = answer);
  }

  private async call<T>(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    const response = await fetch(this.server + path, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw refusal(answer, response.status);
    return { answer: answer as T, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null };
  }
}

function refusal(answer: unknown, status: number): Error {
  const view = ErrorView.safeParse(answer);
  return view.success ? new Refused(view.data) : new Error(`HTTP ${status}`);
}

/** Refusals that say "not now" rather than "no". */
const passing = ({ view }: Refused) =>
  view.code === 'DATABASE_UNAVAILABLE' || view.code === 'OVERLOADED' || view.code === 'ROADS_NOT_LOADED';
