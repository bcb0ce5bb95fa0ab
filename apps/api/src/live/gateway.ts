import { readCrewView, readDigest, readSnapshot, readStationView } from '#board';
import {
  CLIENT_MESSAGES,
  DomainError,
  Handshake,
  type AccountId,
  type Ack,
  type BoardChange,
  type ClientEvents,
  type Cursor,
  type ExchangeLine,
  type PositionMessage,
  type Role,
  type ServerEvents,
  type VehicleId,
} from '#contracts';
import { isMoving, type PositionsService } from '#fleet';
import type { Actor, Clock, Entry } from '#journal';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { SessionsService } from '../access/sessions.service.js';
import type { Tokens } from '../access/tokens.js';
import type { Commands } from '../commands.js';
import { toDomainError } from '../error.js';
import { parse } from '../http/route.js';
import type { Expectations } from './expectations.js';
import type { Feed } from './feed.js';
import { TokenBucket } from './token-bucket.js';

interface Connection {
  actor: Actor;
  expiresAt: Date;
  vehicleId: VehicleId | null;
  bucket: TokenBucket;
}
export type LiveServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, Connection>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, Connection>;

const ROOM: readonly Role[] = ['call_taker', 'dispatcher', 'supervisor', 'admin'];
const inRoom = ({ role }: Actor) => ROOM.includes(role as Role);
const PULSE_MS = 1_000;
const POSITIONS_MS = 1_000;
const DIGEST_MS = 10_000;
const DIGEST_TRIES = 5;
/** Messages a second that a screen of the room and one in the field may send. */
const RATE = { room: 20, field: 10 };

export interface LiveParts {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly commands: Commands;
  readonly positions: PositionsService;
  readonly sessions: SessionsService;
  readonly tokens: Tokens;
  readonly expectations: Pick<Expectations, 'list' | 'onChange'>;
  /** Of the map that is served now. */
  readonly mapVersion: () => string;
  readonly exchangeLine: () => ExchangeLine;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/**
 * The only socket code. A socket is signed in before it exists, joins rooms by what it is and not by what it asks,
 * every message is checked against the contract, and every message is answered, failures too.
 */
export class Gateway {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly moved = new Map<VehicleId, ReturnType<PositionsService['listPositions']>[number]>();

  constructor(
    private readonly server: LiveServer,
    private readonly parts: LiveParts,
  ) {}

  start(): void {
    const { feed, positions } = this.parts;
    this.server.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(handshakeError(error)),
      );
    });
    this.server.on('connection', (socket) => this.serve(socket));
    feed.onChange((change, entries) => this.announce(change, entries));
    this.parts.expectations.onChange((expected) => this.server.to('console').emit('missions.expected', expected));
    positions.onMoved((position) => this.moved.set(position.vehicleId, position));
    this.timers.push(
      setInterval(() => this.pulse(), PULSE_MS),
      setInterval(() => this.sendMoved(), POSITIONS_MS),
      setInterval(() => void this.sendDigest().catch((error: unknown) => this.parts.onError(error)), DIGEST_MS),
    );
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.server.disconnectSockets(true);
  }

  private async admit(socket: LiveSocket): Promise<void> {
    const { token } = parse(Handshake, socket.handshake.auth);
    const { actor, expiresAt } = await this.parts.tokens.read(token);
    const vehicleId = actor.role === 'crew' ? await this.parts.sessions.findVehicle(actor.accountId!) : null;
    const rate = inRoom(actor) ? RATE.room : RATE.field;
    socket.data = { actor, expiresAt, vehicleId, bucket: new TokenBucket(rate, rate * 3, this.parts.clock) };
  }

  private serve(socket: LiveSocket): void {
    this.on(socket, 'command', ({ id, name, body, sentAt }) =>
      this.parts.commands.run({ id, name, body, sentAt }, socket.data.actor),
    );
    this.on(socket, 'position.report', (message) => this.report(socket, message));
    this.on(socket, 'session.renew', ({ token }) => this.renew(socket, token));
    this.on(socket, 'board.resume', ({ cursor }) => this.resume(socket, cursor));
    void this.welcome(socket).catch((error: unknown) => {
      this.parts.onError(error);
      socket.disconnect(true);
    });
  }

  /** Puts a handler behind the schema of its message and in front of the acknowledgement. */
  private on<N extends keyof ClientEvents & string>(
    socket: LiveSocket,
    name: N,
    handle: (message: z.output<(typeof CLIENT_MESSAGES)[N]>) => Promise<unknown>,
  ): void {
    const listener = async (message: unknown, acknowledge: unknown) => {
      const answer = await this.answer(socket, async () =>
        handle(parse(CLIENT_MESSAGES[name], message) as z.output<(typeof CLIENT_MESSAGES)[N]>),
      );
      if (typeof acknowledge === 'function') (acknowledge as (answer: Ack<unknown>) => void)(answer);
    };
    // Typed by name, a listener could not take what a stranger really sends: anything, with or without an acknowledgement.
    (socket as unknown as { on(name: string, listener: (message: unknown, ack: unknown) => void): void }).on(
      name,
      (message, ack) => void listener(message, ack),
    );
  }

  private async answer(socket: LiveSocket, work: () => Promise<unknown>): Promise<Ack<unknown>> {
    try {
      if (!socket.data.bucket.take()) throw new DomainError('OVERLOADED');
      if (socket.data.expiresAt <= this.parts.clock.now()) throw new DomainError('SIGN_IN_REQUIRED');
      return { ok: true, reply: await work() };
    } catch (thrown) {
      const error = toDomainError(thrown);
      if (error.status >= 500) this.parts.onError(thrown);
      return { ok: false, error: error.view() };
    }
  }

  /** Rooms first, then the state: what changes in between arrives too, and whole records do no harm twice. */
  private async welcome(socket: LiveSocket): Promise<void> {
    const { actor, vehicleId } = socket.data;
    if (inRoom(actor)) {
      const { cursor } = Handshake.parse(socket.handshake.auth);
      await socket.join('console');
      return cursor ? void (await this.resume(socket, cursor)) : this.sendSnapshot(socket);
    }
    if (actor.role === 'crew') {
      if (vehicleId) await socket.join(`vehicle:${vehicleId}`);
      await socket.join(`account:${actor.accountId}`);
      return this.sendJob(socket);
    }
    if (!actor.stationId) return;
    await socket.join(`station:${actor.stationId}`);
    const view = await readStationView(this.parts.dataSource, actor.stationId, this.parts.clock.now());
    if (view) socket.emit('desk.changed', view);
  }

  private async resume(socket: LiveSocket, cursor: Cursor | null): Promise<{ resumed: 'changes' | 'snapshot' }> {
    if (!inRoom(socket.data.actor)) throw new DomainError('NOT_ALLOWED');
    const change = cursor && (await this.parts.feed.changesSince(cursor));
    if (!change) {
      await this.sendSnapshot(socket);
      return { resumed: 'snapshot' };
    }
    socket.emit('board.changed', change);
    socket.emit('units.moved', this.parts.positions.listPositions());
    socket.emit('missions.expected', this.parts.expectations.list());
    return { resumed: 'changes' };
  }

  private async sendSnapshot(socket: LiveSocket): Promise<void> {
    const { dataSource, positions, clock } = this.parts;
    socket.emit('board.snapshot', await readSnapshot(dataSource, positions.listPositions(), clock.now()));
    socket.emit('missions.expected', this.parts.expectations.list());
  }

  private async sendJob(socket: LiveSocket): Promise<void> {
    const { dataSource, positions, clock } = this.parts;
    const { vehicleId } = socket.data;
    const position = vehicleId && positions.findPosition(vehicleId);
    socket.emit('job.changed', await readCrewView(dataSource, vehicleId, position, clock.now()));
  }

  private announce(change: BoardChange, entries: readonly Entry[]): void {
    this.server.to('console').emit('board.changed', change);
    void this.announceToField(change, entries).catch((error: unknown) => this.parts.onError(error));
  }

  /** Crews and stations get their own view, whole, when something of theirs changed. */
  private async announceToField(change: BoardChange, entries: readonly Entry[]): Promise<void> {
    const { dataSource, clock } = this.parts;
    if (entries.some((entry) => entry.kind.startsWith('shift.'))) await this.reseatCrews();
    const vehicles = new Set<string>(change.records.units.map((unit) => unit.id));
    for (const mission of change.records.missions) vehicles.add(mission.vehicleId);
    // What stands in the roads is every crew's business.
    const crews =
      change.records.obstructions.length > 0
        ? this.crewSockets()
        : await this.socketsIn([...vehicles].map((id) => `vehicle:${id}`));
    for (const socket of crews) await this.sendJob(socket);
    const stations = new Set([...change.records.units, ...change.records.offers].map(({ stationId }) => stationId));
    for (const stationId of stations) {
      if ((this.server.sockets.adapter.rooms.get(`station:${stationId}`)?.size ?? 0) === 0) continue;
      const view = await readStationView(dataSource, stationId, clock.now());
      if (view) this.server.to(`station:${stationId}`).emit('desk.changed', view);
    }
  }

  /** Somebody went on or off a shift: crews move to the room of the vehicle they are on now. */
  private async reseatCrews(): Promise<void> {
    const crews = this.crewSockets();
    const vehicles = await this.parts.sessions.findVehicles(crews.map(({ data }) => data.actor.accountId!));
    for (const socket of crews) {
      const { actor, vehicleId } = socket.data;
      const now = vehicles.get(actor.accountId!) ?? null;
      if (now === vehicleId) continue;
      if (vehicleId) await socket.leave(`vehicle:${vehicleId}`);
      if (now) await socket.join(`vehicle:${now}`);
      socket.data.vehicleId = now;
      await this.sendJob(socket);
    }
  }

  /** Who sits at a console now, each once. */
  listDesks(): AccountId[] {
    const accounts = [...this.server.sockets.sockets.values()].flatMap(({ data: { actor } }) =>
      inRoom(actor) && actor.accountId ? [actor.accountId] : [],
    );
    return [...new Set(accounts)];
  }

  private crewSockets(): LiveSocket[] {
    return [...this.server.sockets.sockets.values()].filter(({ data }) => data.actor.role === 'crew');
  }

  private async socketsIn(rooms: readonly string[]): Promise<LiveSocket[]> {
    const ids = new Set(rooms.flatMap((room) => [...(this.server.sockets.adapter.rooms.get(room) ?? [])]));
    return [...ids].map((id) => this.server.sockets.sockets.get(id)).filter((socket) => socket !== undefined);
  }

  private async report(socket: LiveSocket, message: PositionMessage) {
    const { vehicleId, actor } = socket.data;
    if (actor.role !== 'crew' || !vehicleId) throw new DomainError('SHIFT_NOT_FOUND');
    const { fixedAt, ...rest } = message;
    return this.parts.positions.report(vehicleId, {
      ...rest,
      fixedAt: new Date(fixedAt),
      deviceId: `tablet:${actor.accountId}`,
      moving: isMoving(message.speedMps),
    });
  }

  private async renew(socket: LiveSocket, token: string) {
    const { actor, expiresAt } = await this.parts.tokens.read(token);
    if (actor.accountId !== socket.data.actor.accountId) throw new DomainError('SIGN_IN_REQUIRED');
    socket.data.expiresAt = expiresAt;
    return { expiresAt: expiresAt.toISOString() };
  }

  /** Proof of freshness, and the end of sockets whose token has run out. */
  private pulse(): void {
    const now = this.parts.clock.now();
    const { feed, mapVersion, exchangeLine } = this.parts;
    this.server.emit('board.pulse', {
      cursor: feed.cursor,
      mapVersion: mapVersion(),
      exchange: exchangeLine(),
      serverTime: now.toISOString(),
    });
    for (const socket of this.server.sockets.sockets.values()) {
      if (socket.data.expiresAt > now) continue;
      socket.emit('session.ended', new DomainError('SIGN_IN_REQUIRED').view());
      socket.disconnect(true);
    }
  }

  /**
   * Sent only if nothing has happened since it was read: on each line it then stands between the changes it counts and
   * those it does not. In a busy moment it is read again, and left for the next time rather than sent wrong.
   */
  private async sendDigest(): Promise<void> {
    const { feed, dataSource, clock } = this.parts;
    if ((this.server.sockets.adapter.rooms.get('console')?.size ?? 0) === 0) return;
    for (let attempt = 0; attempt < DIGEST_TRIES; attempt++) {
      const { cursor, board } = await readDigest(dataSource);
      if (cursor.n !== feed.cursor.n || cursor.epoch !== feed.cursor.epoch) continue;
      this.server.to('console').emit('board.digest', { cursor, board, serverTime: clock.now().toISOString() });
      return;
    }
  }

  private sendMoved(): void {
    if (this.moved.size === 0) return;
    this.server.to('console').emit('units.moved', [...this.moved.values()]);
    this.moved.clear();
  }
}

/** Refused before the socket exists: the browser finds the ErrorView in `error.data`. */
function handshakeError(thrown: unknown): Error {
  const error = toDomainError(thrown);
  return Object.assign(new Error(error.code), { data: error.view() });
}
