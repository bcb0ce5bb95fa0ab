import {
  crewLogin,
  stationLogin,
  type Ack,
  type BoardSnapshot,
  type Incident,
  type IncidentDetail,
  type LngLat,
  type Mission,
  type MissionStep,
  type Offer,
  type Place,
  type PlaceSearchAnswer,
  type PositionAnswer,
  type Recommendation,
  type Route,
  type Statistics,
  type Unit,
} from '#contracts';
import { distanceMetres } from '#geo';
import { Client } from '../../apps/simulator/src/client.js';
import { connect, type LiveSocket } from '../../apps/simulator/src/connection.js';
import { Drive } from '../../apps/simulator/src/driving.js';
import { DEMONSTRATION_PASSWORD } from '../../apps/api/src/demonstration-fleet.js';
import { ConsoleScreen } from './console-screen.js';

const RECOMMENDATIONS = 20;
const FIXES = 12;
const PLACES = ['chợ', 'trường', 'chùa', 'công viên', 'bệnh viện'];
const HOUR_MS = 3_600_000;

export interface Measured {
  recommendMs: number;
  offerToAckMs: number;
  statusToConsoleMs: number;
  refusals: number;
  missionComplete: boolean;
  statisticsOk: boolean;
}

/** One call through the whole chain, by the public interface; throws at the first thing that is not as it must be. */
export class Journey {
  private readonly signedIn = new Map<string, Client>();
  private screen: ConsoleScreen;
  private board: BoardSnapshot;

  constructor(
    private readonly server: string,
    private readonly stopping: AbortSignal,
  ) {}

  async travel(): Promise<Measured> {
    this.screen = new ConsoleScreen(connect(this.as('dieuphoi'), this.stopping));
    this.board = await this.screen.snapshot;
    const incident = await this.takeCall();
    const { recommendMs, ranked } = await this.recommend(incident);
    const { offer: first, offerToAckMs } = await this.offer(incident, ranked[0]!.vehicleId);
    const second = await this.refuse(first);
    must(second.vehicleId !== first.vehicleId && second.turn === first.turn + 1, 'the next best was not offered');
    const { missionComplete, statusToConsoleMs } = await this.carryOut(incident, second);
    const statisticsOk = await this.checkStatistics();
    return { recommendMs, offerToAckMs, statusToConsoleMs, refusals: 1, missionComplete, statisticsOk };
  }

  private as(login: string): Client {
    const client = this.signedIn.get(login) ?? new Client(this.server, login, DEMONSTRATION_PASSWORD);
    this.signedIn.set(login, client);
    return client;
  }

  private async takeCall(): Promise<Incident> {
    const callTaker = this.as('tiepnhan');
    const { call } = await callTaker.send('call.take', { phone: '0908 417 226', callerName: 'Chị Hạnh' });
    const { incident } = await callTaker.send('incident.open', {
      callId: call.id,
      reason: 'fall',
      place: await this.findPlace(callTaker),
      note: 'Ngã cầu thang, đau hông',
    });
    must(incident.state === 'waiting', `the incident is ${incident.state}`);
    return incident;
  }

  /** A place that is named on the map and not at a station's door. */
  private async findPlace(callTaker: Client): Promise<Place> {
    const { stations } = this.board;
    for (const words of PLACES) {
      const near = stations[0]!.position.join(',');
      const query = `q=${encodeURIComponent(words)}&near=${near}`;
      const { suggestions } = await callTaker.get<PlaceSearchAnswer>(`/api/places?${query}`);
      const away = suggestions.find(({ position }) =>
        stations.every((s) => distanceMetres(s.position, position) > 300),
      );
      if (away) return { address: away.name, position: away.position, source: 'gazetteer' };
    }
    throw new Error('no named place was found');
  }

  private async recommend({ id }: Incident) {
    const times: number[] = [];
    let shown: Recommendation | null = null;
    for (let i = 0; i < RECOMMENDATIONS; i++) {
      const started = performance.now();
      shown = await this.as('dieuphoi').get<Recommendation>(`/api/incidents/${id}/recommendation`);
      times.push(performance.now() - started);
    }
    must(shown!.travelSource === 'roads', `travel times come from ${shown!.travelSource}`);
    must(shown!.ranked.length > 1, 'fewer than two vehicles can go');
    return { recommendMs: median(times), ranked: shown!.ranked };
  }

  private async offer({ id }: Incident, vehicleId: Offer['vehicleId']) {
    const started = performance.now();
    const { offers } = await this.screen.send('dispatch.offer', { incidentId: id, vehicleIds: [vehicleId] });
    const offerToAckMs = performance.now() - started;
    must(offers[0]?.vehicleId === vehicleId, 'the offer did not go to the vehicle chosen');
    return { offer: offers[0]!, offerToAckMs };
  }

  /** The station says no, and the console is told of the offer to the next one. */
  private async refuse(offer: Offer): Promise<Offer> {
    const station = this.board.stations.find(({ id }) => id === offer.stationId)!;
    const next = this.screen.next('offers', (other) => other.state === 'open' && other.id !== offer.id);
    await this.as(stationLogin(station.shortName)).send('offer.refuse', { offerId: offer.id, reason: 'crew_short' });
    return next;
  }

  private async carryOut(incident: Incident, offer: Offer) {
    const unit = this.board.units.find(({ id }) => id === offer.vehicleId)!;
    const crew = this.as(crewLogin(unit.callSign));
    const tablet = connect(crew, this.stopping);
    const { mission } = await crew.send('offer.accept', { offerId: offer.id });
    must(mission.state === 'acknowledged', `after accepting the mission is ${mission.state}`);
    await this.drive(crew, tablet, unit, incident.place.position!);
    const delays: number[] = [];
    const hospital = nearest(this.board.hospitals, incident.place.position!);
    for (const step of STEPS) {
      const extra = step === 'left_scene' ? { hospitalId: hospital.id } : {};
      delays.push(await this.report(crew, mission, step, extra));
    }
    const detail = await this.as('dieuphoi').get<IncidentDetail>(`/api/incidents/${incident.id}`);
    if (detail.incident.state !== 'closed')
      await this.as('dieuphoi').send('incident.close', { incidentId: incident.id, reason: 'transported' });
    const after = detail.missions.find(({ id }) => id === mission.id)!;
    const missionComplete = after.state === 'completed' && after.times.length === STEPS.length + 2;
    must(missionComplete, `the mission is ${after.state} with ${after.times.length} times`);
    return { missionComplete, statusToConsoleMs: median(delays) };
  }

  /** Milliseconds from pressing the button to the change on the console. */
  private async report(crew: Client, { id }: Mission, step: MissionStep, extra: object): Promise<number> {
    let changedAt = 0;
    const shown = this.screen
      .next('missions', (mission) => mission.id === id && mission.state === step)
      .then(() => (changedAt = performance.now()));
    const started = performance.now();
    await Promise.all([crew.send('mission.report', { missionId: id, step, ...extra }), shown]);
    return changedAt - started;
  }

  /** The drive as a tablet tells it that comes out of a dead spot: all fixes at once, each with its own time. */
  private async drive(crew: Client, tablet: LiveSocket, unit: Unit, to: LngLat): Promise<void> {
    const station = this.board.stations.find(({ id }) => id === unit.stationId)!;
    const route = await crew.get<Route>(`/api/route?from=${station.position.join(',')}&to=${to.join(',')}`);
    must(route.source === 'roads' && route.line.length > 1, 'there is no route by road');
    const drive = new Drive(route.line, route.metres / route.seconds);
    const arrival = Date.now();
    for (let fix = 0; fix <= FIXES; fix++) {
      const seconds = (drive.seconds * fix) / FIXES;
      const { at, speedMps, headingDegrees } = drive.after(seconds);
      const fixedAt = new Date(arrival - (drive.seconds - seconds) * 1_000).toISOString();
      const message = { at, speedMps, headingDegrees, fixedAt, accuracyMetres: 6, mock: false };
      const answer = (await tablet.timeout(10_000).emitWithAck('position.report', message)) as Ack<PositionAnswer>;
      must(answer.ok && answer.reply.outcome === 'accepted', `position ${fix}: ${JSON.stringify(answer)}`);
    }
    const end = route.line.at(-1)!;
    await until(() => {
      const shown = this.screen.positionOf(unit.id);
      return shown !== undefined && distanceMetres(shown.at, end) < 1;
    }, 'the console did not see the vehicle arrive');
  }

  private async checkStatistics(): Promise<boolean> {
    const [from, to] = [-HOUR_MS, HOUR_MS].map((shift) => new Date(Date.now() + shift).toISOString());
    const seen = await this.as('giamsat').get<Statistics>(`/api/statistics?from=${from}&to=${to}`);
    const refused = seen.byStation.reduce((sum, station) => sum + station.refused, 0);
    const counts = [seen.calls, seen.incidents, seen.missions, seen.all.response.n, refused].join(' ');
    must(counts === '1 1 1 1 1', `statistics: calls, incidents, missions, responses, refusals are ${counts}`);
    return true;
  }
}

const STEPS = ['en_route', 'on_scene', 'at_patient', 'left_scene', 'at_hospital', 'handed_over', 'completed'] as const;

function must(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

async function until(condition: () => boolean, otherwise: string): Promise<void> {
  for (let i = 0; i < 50 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 100));
  must(condition(), otherwise);
}

const nearest = <P extends { position: LngLat }>(places: readonly P[], to: LngLat): P =>
  places.reduce((best, place) =>
    distanceMetres(place.position, to) < distanceMetres(best.position, to) ? place : best,
  );

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
