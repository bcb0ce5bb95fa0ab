import {
  crewLogin,
  stationLogin,
  type BoardSnapshot,
  type CrewView,
  type Incident,
  type Station,
  type Unit,
} from '#contracts';
import { Board } from './board.js';
import { Caller } from './caller.js';
import { Client } from './client.js';
import { connect, type LiveSocket } from './connection.js';
import { Crew } from './crew.js';
import { Dispatcher } from './dispatcher.js';
import { Exchange } from './exchange.js';
import { Pace } from './pace.js';
import { Places } from './places.js';
import { Random } from '#chance';
import type { Settings } from './settings.js';
import { StationDesk } from './station.js';
import { Tally } from './tally.js';
import { Vehicle } from './vehicle.js';

const CALL_TAKER = 'tiepnhan';
const DISPATCHER = 'dieuphoi2';
const SERVER_AWAY_SECONDS = 3;
/** Between two sign-ins: the server hashes two passwords at a time, and a person may be signing in too. */
const BETWEEN_SIGN_INS_SECONDS = 0.08;

/** Everybody of the simulated centre: signs them in, gives them their screens, and lets them work. */
export class Centre {
  private readonly board = new Board();
  private readonly tally: Tally;
  private readonly pace: Pace;

  constructor(
    private readonly settings: Settings,
    private readonly stopping: AbortSignal,
    private readonly say: (line: string) => void,
  ) {
    this.pace = new Pace(settings.speed, stopping);
    this.tally = new Tally(say, () => this.board.incidents.size);
  }

  async run(): Promise<void> {
    const [callTaker, dispatcher] = [await this.signIn(CALL_TAKER), await this.signIn(DISPATCHER)];
    if (!callTaker || !dispatcher) return;
    const { name } = await callTaker.signIn();
    const { stations, units, incidents } = await this.watchBoard(dispatcher);
    const left = new Set(incidents.filter((incident) => incident.openedBy === name).map(({ id }) => id));

    this.tally.start(this.stopping);
    const { seed, callsPerHour, server, exchangeSecret } = this.settings;
    const exchange = exchangeSecret ? new Exchange(server, exchangeSecret) : null;
    const places = new Places(callTaker, stations);
    const caller = new Caller(callTaker, exchange, places, this.pace, seed, this.tally, callsPerHour);
    const isOwn = ({ id }: Incident) => caller.opened.has(id) || left.has(id);
    const random = new Random(seed, DISPATCHER);
    const room = [
      caller.work(incidents),
      new Dispatcher(dispatcher, this.board, this.pace, random, this.tally, isOwn).work(),
    ];
    await this.manVehicles(units);
    await this.manStations(stations);
    this.say(`mô phỏng / simulator: ${units.length} vehicles, ${stations.length} stations at work`);
    await Promise.all(room);
  }

  /** Waits for a server that is not there yet; null when the simulation stops first or the account is not known. */
  private async signIn(login: string): Promise<Client | null> {
    const client = new Client(this.settings.server, login, this.settings.password);
    while (!this.pace.stopped) {
      try {
        await client.signIn();
        return client;
      } catch (error) {
        this.tally.fail(error);
        if (!(error instanceof TypeError)) {
          this.say(`mô phỏng / simulator: ${login}: ${(error as Error).message}`);
          return null;
        }
      }
      await this.pace.pause(SERVER_AWAY_SECONDS);
    }
    return null;
  }

  private watchBoard(dispatcher: Client): Promise<BoardSnapshot> {
    const socket = connect(dispatcher, this.stopping);
    socket.on('board.changed', (change) => {
      if (!this.board.apply(change)) socket.disconnect().connect();
    });
    return new Promise((resolve) => {
      socket.on('board.snapshot', (snapshot) => {
        this.board.show(snapshot);
        resolve(snapshot);
      });
      this.stopping.addEventListener('abort', () => resolve(EMPTY));
    });
  }

  private async manVehicles(units: readonly Unit[]): Promise<void> {
    for (const { callSign } of units) {
      const client = await this.signIn(crewLogin(callSign));
      if (this.pace.stopped) return;
      if (client) this.manVehicle(client, connect(client, this.stopping));
      await this.pace.pause(BETWEEN_SIGN_INS_SECONDS);
    }
  }

  /** The first view of the tablet says where the vehicle was last; without that it stands at its station. */
  private manVehicle(client: Client, socket: LiveSocket): void {
    let crew: Crew | null = null;
    socket.on('job.changed', (job: CrewView) => {
      const at = job.position?.at ?? job.station?.position;
      if (!crew && at) {
        crew = new Crew(client, new Vehicle(socket, at, this.stopping), this.pace, this.settings.seed, this.tally);
        void crew.work();
      }
      crew?.show(job);
    });
  }

  private async manStations(stations: readonly Station[]): Promise<void> {
    for (const { shortName } of stations) {
      const client = await this.signIn(stationLogin(shortName));
      if (this.pace.stopped) return;
      if (client) {
        const desk = new StationDesk(client, this.pace, this.settings.seed, this.tally);
        connect(client, this.stopping).on('desk.changed', (view) => desk.show(view));
      }
      await this.pace.pause(BETWEEN_SIGN_INS_SECONDS);
    }
  }
}

const EMPTY = { stations: [], units: [], incidents: [] } as unknown as BoardSnapshot;
