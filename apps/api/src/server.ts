import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AlarmsService } from '#alarms';
import { BoardMirror } from '#board';
import {
  DispatchService,
  DutyService,
  OfferClock,
  PrealertClock,
  PrealertsService,
  ScheduleClock,
  SchedulesService,
  SuggestionClock,
} from '#dispatch';
import { nameStationAreas, PositionsService } from '#fleet';
import { systemClock } from '#journal';
import { PhonePositionClock, PhonePositionsService, RingClock, RingsService } from '#telephony';
import { CallerLinkClock, CallerLinksService } from '#links';
import { MessageClock, MessagesService } from '#messages';
import { ShiftLogClock, ShiftLogService } from '#shift-log';
import { Lessons, ObstructionClock, ObstructionsService, SpeedsService, TrafficNow } from '#traffic';
import { json, raw, urlencoded } from 'express';
import helmet from 'helmet';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { ApiModule } from './api.module.js';
import { SessionsService } from './access/sessions.service.js';
import { Tokens } from './access/tokens.js';
import { Commands } from './commands.js';
import { targetsOf, type Config } from './config.js';
import { ErrorFilter } from './error.filter.js';
import { authenticate } from './http/authenticate.js';
import { describeApi } from './http/docs.js';
import { serveScreens } from './http/screens.js';
import { CONTENT_POLICY } from './http/content-policy.js';
import { readTrackerBody, TRACKER_PATHS } from './http/tracker-body.js';
import { errorFields, NestLog } from './log.js';
import { AlarmWatch } from './live/alarm-watch.js';
import { Expectations } from './live/expectations.js';
import { Feed } from './live/feed.js';
import { Gateway, type LiveServer } from './live/gateway.js';
import { StationArrivals } from './live/station-arrivals.js';
import { patienceOf } from './patience.js';
import { RegionWatch } from './region/region-watch.js';
import { Metrics } from './metrics.js';
import { readExchange } from './exchange.js';
import { ServedRegion } from './region/served-region.js';
import { prepare, VERSION, type Tell } from './start-up.js';

export interface RunningServer {
  readonly port: number;
  readonly demonstration: boolean;
  readonly embedded: boolean;
  /** Finishes what is under way, tells the screens, and closes; safe to call twice. */
  stop(): Promise<void>;
}

const OFFER_CHECK_MS = 500;
const SHIFT_LOG_CHECK_MS = 20_000;
const RING_CHECK_MS = 1_000;
const PHONE_POSITION_CHECK_MS = 5_000;
const CALLER_LINK_CHECK_MS = 5_000;
const RIDE_CHECK_MS = 1_000;
const PREALERT_CHECK_MS = 1_000;
const OBSTRUCTION_CHECK_MS = 1_000;
const SUGGESTION_CHECK_MS = 10_000;
const POSITION_FLUSH_MS = 1_000;
const LESSON_MS = 60_000;
const ALARM_LOOK_MS = 1_000;
const EXPECTATIONS_MS = 10_000;
const MESSAGE_FILING_MS = 10_000;
const REGION_LOOK_MS = 2_000;
/** The first seconds belong to those who wait for the start. */
const MAP_AHEAD_MS = 5_000;
const BODY_LIMIT = '256kb';

/** Starts everything and listens; resolves when calls can be taken. */
export async function startServer(config: Config, log: Logger, tell: Tell): Promise<RunningServer> {
  const fail = (what: string) => (error: unknown) => log.error(errorFields(error), `${what} failed`);
  const prepared = await prepare(config, tell, fail('database'));
  let io: LiveServer | null = null;
  const module = ApiModule.with(config, prepared, log, () => io?.sockets.sockets.size ?? 0);
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: new NestLog(log), bodyParser: false });
  app.use(helmet(CONTENT_POLICY));
  app.use(TRACKER_PATHS, ...readTrackerBody(BODY_LIMIT));
  // The signature is over the bytes as they came.
  app.use('/cti', raw({ type: () => true, limit: BODY_LIMIT }));
  app.use(json({ limit: BODY_LIMIT }), urlencoded({ extended: false, limit: BODY_LIMIT }));
  app.use(authenticate(app.get(Tokens)));
  app.use('/api', (_request: unknown, response: { set(name: string, value: string): void }, next: () => void) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.useGlobalFilters(new ErrorFilter(log));
  serveScreens(app);
  describeApi(app, VERSION);

  tell('Nạp mạng đường', 'Loading the road network');
  const speeds = app.get(SpeedsService);
  await speeds.load();
  const region = app.get(ServedRegion);
  if (!(await region.load()))
    tell('Chưa có mạng đường: npm run roads:import -- FILE', 'No roads yet: npm run roads:import -- FILE');
  const positions = app.get(PositionsService);
  await positions.load();
  const feed = app.get(Feed);
  await feed.start();

  await app.init();
  io = new Server(app.getHttpServer(), {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 65_536,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, decide) => decide(null, originAllowed(request.headers, config)),
  }) as LiveServer;
  const exchange = readExchange(config, app.get(RingsService), app.get(Metrics), prepared.dataSource, fail('exchange'));
  const mirror = app.get(BoardMirror);
  feed.onChange((change) => mirror.apply(change));
  await mirror.load();
  const expectations = app.get(Expectations);
  expectations.start(EXPECTATIONS_MS);
  const gateway = new Gateway(io, {
    dataSource: prepared.dataSource,
    feed,
    commands: app.get(Commands),
    positions,
    sessions: app.get(SessionsService),
    tokens: app.get(Tokens),
    expectations,
    mapVersion: () => region.mapVersion,
    exchangeLine: () => exchange.line,
    clock: systemClock,
    onError: fail('live feed'),
  });
  gateway.start();
  exchange.start();
  const alarmWatch = new AlarmWatch({
    mirror,
    alarms: app.get(AlarmsService),
    expectations,
    listPositions: () => positions.listPositions(),
    listDesks: () => gateway.listDesks(),
    rules: prepared.alarmRules,
    targetSeconds: targetsOf(config),
    clock: systemClock,
    onError: fail('alarms'),
  });
  alarmWatch.start(ALARM_LOOK_MS);
  const arrivals = new StationArrivals(prepared.dataSource, app.get(DutyService), fail('station arrivals'));
  await arrivals.start(feed, positions);
  const offers = new OfferClock(prepared.dataSource, app.get(DispatchService), systemClock, fail('offer clock'));
  offers.start(OFFER_CHECK_MS);
  const rides = new ScheduleClock(prepared.dataSource, app.get(SchedulesService), systemClock, fail('ride clock'));
  rides.start(RIDE_CHECK_MS);
  const prealerts = new PrealertClock(
    prepared.dataSource,
    app.get(PrealertsService),
    systemClock,
    fail('pre-alert clock'),
  );
  prealerts.start(PREALERT_CHECK_MS);
  const suggestions = app.get(SuggestionClock);
  // Its own words are no news to it.
  feed.onChange((_, entries) => entries.some(({ kind }) => !kind.startsWith('suggestion.')) && suggestions.look());
  suggestions.start(SUGGESTION_CHECK_MS);
  const logs = new ShiftLogClock(app.get(ShiftLogService), fail('shift log'));
  logs.start(SHIFT_LOG_CHECK_MS);
  const nameStations = () => nameStationAreas(prepared.dataSource.manager);
  await nameStations();
  const obstructions = app.get(ObstructionsService);
  const ends = new ObstructionClock(prepared.dataSource, obstructions, systemClock, fail('obstruction clock'));
  ends.start(OBSTRUCTION_CHECK_MS);
  const ringClock = new RingClock(
    prepared.dataSource,
    app.get(RingsService),
    patienceOf(config),
    systemClock,
    fail('ring clock'),
  );
  ringClock.start(RING_CHECK_MS);
  const positionClock = new PhonePositionClock(
    prepared.dataSource,
    app.get(PhonePositionsService),
    systemClock,
    fail('phone position clock'),
  );
  positionClock.start(PHONE_POSITION_CHECK_MS);
  const links = app.get(CallerLinksService);
  const linkClock = new CallerLinkClock(prepared.dataSource, links, systemClock, fail('caller link clock'));
  linkClock.start(CALLER_LINK_CHECK_MS);
  const lessons = new Lessons(speeds, app.get(TrafficNow), systemClock, fail('learning speeds'));
  lessons.start(LESSON_MS);
  const filing = new MessageClock(prepared.dataSource, app.get(MessagesService), systemClock, fail('message clock'));
  filing.start(MESSAGE_FILING_MS);
  // Another server on the same database may have written them; what this one wrote is counted already.
  const { obstructions: counted } = app.get(TrafficNow);
  feed.onChange(({ records }) => !counted.isCounted(records.obstructions) && void region.bringUpToDate());
  const watch = new RegionWatch(region, fail('region'));
  watch.onSwitch(nameStations);
  watch.start(REGION_LOOK_MS);
  const drawMap = () => void (region.region && region.makeMapAhead().catch(fail('map')));
  watch.onSwitch(drawMap);
  const drawing = setTimeout(drawMap, MAP_AHEAD_MS);
  const flushing = setInterval(() => void positions.flush().catch(fail('position storage')), POSITION_FLUSH_MS);
  await app.listen(config.PORT, config.HOST);

  let stopping: Promise<void> | null = null;
  const stop = async () => {
    // No new connection may arrive while the parts it needs are being closed.
    gateway.stop();
    await exchange.stop();
    await io.close();
    clearInterval(flushing);
    clearTimeout(drawing);
    await alarmWatch.stop();
    await expectations.stop();
    await watch.stop();
    await offers.stop();
    await rides.stop();
    await prealerts.stop();
    await suggestions.stop();
    await logs.stop();
    await ends.stop();
    await ringClock.stop();
    await positionClock.stop();
    await linkClock.stop();
    await filing.stop();
    await lessons.stop();
    // Last of those who weigh the roads: nobody may start the thread that weighs them once more.
    await region.stop();
    await feed.stop();
    await arrivals.stop();
    await positions.flush().catch(fail('position storage'));
    await app.close();
    if (prepared.dataSource.isInitialized) await prepared.dataSource.destroy();
    await prepared.embedded?.stop();
  };
  prepared.embedded?.onLost(() => {
    log.error({ code: 'DATABASE_UNAVAILABLE' }, 'the embedded database ended by itself');
    process.exit(1);
  });
  return {
    port: (app.getHttpServer().address() as AddressInfo).port,
    demonstration: prepared.demonstration,
    embedded: prepared.embedded !== null,
    stop: () => (stopping ??= stop()),
  };
}

/** CORS does not protect a websocket: a page of another origin is turned away here. Clients without one are no pages. */
function originAllowed(headers: { origin?: string; host?: string }, config: Config): boolean {
  const { origin, host } = headers;
  if (!origin) return true;
  const allowed = config.ALLOWED_ORIGINS.split(',').map((value) => value.trim());
  return (URL.canParse(origin) && new URL(origin).host === host) || allowed.includes(origin);
}
