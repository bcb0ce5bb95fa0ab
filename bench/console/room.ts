import type {
  BoardSnapshot,
  CommandInput,
  CommandName,
  CommandReply,
  Incident,
  LngLat,
  Session,
  Unit,
} from '#contracts';
import { io } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';

const METRES_PER_DEGREE = 111_320;
const REASONS = ['fall', 'traffic', 'breathing', 'chest_pain', 'unwell', 'seizure'] as const;

/** Everybody else in the centre: vehicles that report where they are, colleagues who open and close incidents. */
export class Room {
  private readonly trackers: { key: string; deviceId: string; at: LngLat; heading: number }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private turn = 0;
  private inFlight = 0;
  /** Positions that were sent and taken. */
  sent = 0;
  failed = 0;

  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async enter(url: string): Promise<Room> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify({ login: 'quantri', password: 'demo115' }),
    });
    if (!response.ok) throw new Error(`not signed in: ${response.status}`);
    return new Room(url, ((await response.json()) as Session).accessToken);
  }

  /** The board as a screen gets it at its start. */
  async readBoard(): Promise<BoardSnapshot> {
    const socket = io(this.url, { transports: ['websocket'], auth: { token: this.token }, reconnection: false });
    try {
      return await new Promise<BoardSnapshot>((resolve, reject) => {
        socket.once('board.snapshot', resolve);
        socket.once('connect_error', reject);
      });
    } finally {
      socket.disconnect();
    }
  }

  async send<N extends CommandName>(name: N, body: CommandInput<N>): Promise<CommandReply<N>> {
    const response = await fetch(`${this.url}/api/commands/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${this.token}`,
        'Idempotency-Key': uuidv7(),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as CommandReply<N>;
  }

  async equip(units: readonly Unit[], at: (unit: Unit) => LngLat): Promise<void> {
    for (const unit of units) {
      const deviceId = `do-${unit.callSign}`;
      const { key } = await this.send('tracker.register', { deviceId, vehicleId: unit.id });
      this.trackers.push({ key, deviceId, at: at(unit), heading: this.trackers.length * 37 });
    }
  }

  /** Every vehicle in its turn, `perSecond` of them a second, driving 12 m/s and turning a little. */
  drive(perSecond: number): void {
    const everyMs = 100;
    let owed = 0;
    this.timer = setInterval(() => {
      owed += (perSecond * everyMs) / 1_000;
      for (; owed >= 1; owed--) void this.report();
    }, everyMs);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async report(): Promise<void> {
    const tracker = this.trackers[this.turn++ % this.trackers.length];
    if (!tracker || this.inFlight > 200) return;
    const seconds = this.trackers.length / 60;
    const radians = (tracker.heading * Math.PI) / 180;
    const metres = 12 * seconds;
    tracker.at = [
      tracker.at[0] + (metres * Math.sin(radians)) / (METRES_PER_DEGREE * Math.cos((tracker.at[1] * Math.PI) / 180)),
      tracker.at[1] + (metres * Math.cos(radians)) / METRES_PER_DEGREE,
    ];
    tracker.heading = (tracker.heading + 25) % 360;
    const query = new URLSearchParams({
      id: tracker.deviceId,
      lat: String(tracker.at[1]),
      lon: String(tracker.at[0]),
      timestamp: String(Math.floor(Date.now() / 1_000)),
      speed: '23',
      bearing: String(tracker.heading),
      accuracy: '5',
    });
    this.inFlight++;
    try {
      const { ok } = await fetch(`${this.url}/t/${tracker.key}?${query}`, { method: 'POST' });
      if (ok) this.sent++;
      else this.failed++;
    } catch {
      this.failed++;
    } finally {
      this.inFlight--;
    }
  }

  async open(n: number): Promise<Incident> {
    const position: LngLat = [106.64 + (n % 8) * 0.01, 10.95 + (n % 5) * 0.012];
    const { incident } = await this.send('incident.open', {
      call: { phone: `0908${String(100_000 + (n % 900_000))}` },
      reason: REASONS[n % REASONS.length]!,
      place: { address: `Điểm đo ${n}`, position, source: 'pin' },
      note: `Ghi chú của sự cố đo ${n}`,
    });
    return incident;
  }

  close = ({ id }: Pick<Incident, 'id'>) => this.send('incident.close', { incidentId: id, reason: 'treated_on_scene' });
}
