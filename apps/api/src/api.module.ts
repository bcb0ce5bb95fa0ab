import { CasualtiesService } from '#casualties';
import { Module, type DynamicModule, type FactoryProvider, type Provider, type Type } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { AlarmsService } from '#alarms';
import { BoardMirror } from '#board';
import {
  ClosingService,
  DEFAULT_THRESHOLD,
  DispatchService,
  DiversionService,
  DutyService,
  HospitalsService,
  MissionsService,
  NO_HISTORY,
  PrealertsService,
  RecommendationsService,
  SchedulesService,
  SituationReader,
  SuggestionClock,
  SuggestionsService,
  type Threshold,
  type Trust,
} from '#dispatch';
import { CapacityService, PositionsService } from '#fleet';
import { IncidentsService, type LeadRules } from '#incidents';
import { CLOCK, Journal, systemClock, type Clock } from '#journal';
import { CallerLinksService } from '#links';
import { DistressService, MessagesService } from '#messages';
import { PaperService } from '#paper';
import { ReportingService } from '#reporting';
import { correctedProfiles } from '#roads';
import { ShiftLogService, shiftStartsOf } from '#shift-log';
import { CallBacksService, CallerMarksService, PhonePositionsService, RingsService } from '#telephony';
import { listObstructions, ObstructionFactors, ObstructionsService, SpeedsService, TrafficNow } from '#traffic';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { Policy } from './access/policy.js';
import { SessionsService } from './access/sessions.service.js';
import { Tokens } from './access/tokens.js';
import { TrackersService } from './access/trackers.service.js';
import { Commands, SERVICES, type Services } from './commands.js';
import { CONFIG, type Config } from './config.js';
import { CommandsController } from './http/commands.controller.js';
import { CallerLinksController } from './http/caller-links.controller.js';
import { IncidentsController } from './http/incidents.controller.js';
import { PositionsController } from './http/positions.controller.js';
import { ProtocolsController } from './http/protocols.controller.js';
import { RegionController } from './http/region.controller.js';
import { ReportingController } from './http/reporting.controller.js';
import { SessionController } from './http/session.controller.js';
import { ShiftLogController } from './http/shift-log.controller.js';
import { SystemController } from './http/system.controller.js';
import { TelephonyController } from './http/telephony.controller.js';
import { TilesController } from './http/tiles.controller.js';
import { errorFields, LOG } from './log.js';
import { Expectations } from './live/expectations.js';
import { Feed } from './live/feed.js';
import { linkSettingsOf, outboxOf } from './outbox.js';
import { Metrics } from './metrics.js';
import { patienceOf } from './patience.js';
import { ServedRegion } from './region/served-region.js';
import { ALARM_RULES, PROTOCOLS, TRIAL, type Prepared } from './start-up.js';

const DATA_SOURCE = getDataSourceToken();
// The libraries are plain classes; here, and only here, they are put together.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Make = (...parts: any[]) => unknown;
const service = (provide: FactoryProvider['provide'], inject: unknown[], useFactory: Make): FactoryProvider =>
  ({ provide, inject, useFactory }) as FactoryProvider;

/** Every way in by HTTP but the screens and the API's own description. */
export const CONTROLLERS: Type[] = [
  SessionController,
  CommandsController,
  IncidentsController,
  ProtocolsController,
  ShiftLogController,
  RegionController,
  ReportingController,
  PositionsController,
  TelephonyController,
  CallerLinksController,
  TilesController,
  SystemController,
];

/** The whole server, read as a table of contents. */
@Module({})
export class ApiModule {
  static with(config: Config, prepared: Prepared, log: Logger, sockets: () => number): DynamicModule {
    const fail = (where: string, metrics?: Metrics) => (error: unknown) => {
      metrics?.failure(where);
      log.error(errorFields(error), `${where} failed`);
    };
    const given: Provider[] = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: CLOCK, useValue: systemClock },
      { provide: PROTOCOLS, useValue: prepared.protocols },
      { provide: ALARM_RULES, useValue: prepared.alarmRules },
      { provide: TRIAL, useValue: prepared.embedded !== null || prepared.demonstration },
    ];
    const kept: Provider[] = [
      service(Journal, [DATA_SOURCE, CLOCK], (db, clock) => new Journal(db, clock)),
      service(Feed, [DATA_SOURCE, Journal, CLOCK], (db, journal, clock) => new Feed(db, journal, clock, fail('feed'))),
      service(Metrics, [Feed], (feed: Feed) => new Metrics(sockets, () => feed.cursor.n)),
      service(AlarmsService, [DATA_SOURCE, Journal, CLOCK], (db, journal, clock) => {
        return new AlarmsService(db, journal, clock);
      }),
      service(BoardMirror, [DATA_SOURCE, CLOCK], (db, clock: Clock) => {
        return new BoardMirror(db, () => clock.now(), fail('board mirror'));
      }),
      service(ReportingService, [DATA_SOURCE, CLOCK], (db, clock) => new ReportingService(db, clock)),
    ];
    const region: Provider[] = [
      service(SpeedsService, [DATA_SOURCE, CLOCK], (db, clock) => {
        return new SpeedsService(db, clock, prepared.roadRules.hours);
      }),
      service(
        TrafficNow,
        [DATA_SOURCE, SpeedsService, CLOCK],
        ({ manager }: DataSource, speeds: SpeedsService, clock: Clock) => {
          const obstructions = new ObstructionFactors(() => listObstructions(manager, 'open'));
          return new TrafficNow(obstructions, [speeds], () => clock.now());
        },
      ),
      service(ServedRegion, [CLOCK, TrafficNow, Metrics], (clock, traffic, metrics: Metrics) => {
        const tiles = join(prepared.dataFolder, 'tiles');
        const profiles = correctedProfiles(prepared.roadRules.profiles);
        return new ServedRegion(prepared.query, clock, config, traffic, tiles, profiles, (source, failure) =>
          fail(`travel times (${source})`, metrics)(failure),
        );
      }),
      service(PositionsService, [DATA_SOURCE, CLOCK], (db, clock) => new PositionsService(db, clock)),
    ];
    const domain: Provider[] = [
      service(
        Expectations,
        [BoardMirror, PositionsService, ServedRegion, CLOCK],
        (mirror, positions, region, clock) =>
          new Expectations(mirror, positions, region, clock, fail('expected arrivals')),
      ),
      service(CallerLinksService, [Journal, TRIAL, CLOCK, Tokens], (journal, trial: boolean, clock: Clock) => {
        const sender = outboxOf(config, trial, prepared.dataFolder, clock);
        const settings = linkSettingsOf(config, secretOf(prepared.dataFolder));
        return new CallerLinksService(journal, settings, sender, fail('caller links'));
      }),
      service(RingsService, [Journal], (journal) => new RingsService(journal, patienceOf(config))),
      service(CallBacksService, [Journal], (journal) => new CallBacksService(journal, config.CALL_BACK_TRIES)),
      service(CallerMarksService, [Journal], (journal) => new CallerMarksService(journal)),
      service(PhonePositionsService, [Journal], (journal) => new PhonePositionsService(journal)),
      service(IncidentsService, [Journal, ServedRegion, RingsService], (journal, wards, rings) => {
        return new IncidentsService(journal, wards, rings, leadOf(config));
      }),
      service(
        RecommendationsService,
        [DATA_SOURCE, PositionsService, ServedRegion, CLOCK, SpeedsService],
        (db, positions, times, clock, speeds: SpeedsService) => {
          return new RecommendationsService(db, positions, times, clock, () => trustIn(speeds));
        },
      ),
      service(DispatchService, [DATA_SOURCE, Journal, RecommendationsService], (db, journal, recommendations) => {
        return new DispatchService(db, journal, recommendations, config.OFFER_SECONDS);
      }),
      service(
        PrealertsService,
        [Journal, RecommendationsService, ServedRegion],
        (journal, recommendations, wards) =>
          new PrealertsService(journal, recommendations, wards, config.PREALERT_SECONDS),
      ),
      service(
        DiversionService,
        [DATA_SOURCE, Journal, RecommendationsService, ServedRegion, CLOCK],
        (db, journal, who, region, clock) => {
          return new DiversionService(db, journal, who, region.ownRoads, clock, config.OFFER_SECONDS);
        },
      ),
      service(SuggestionsService, [DATA_SOURCE, Journal, RecommendationsService], (db, journal, recommendations) => {
        return new SuggestionsService(db, journal, recommendations, config.OFFER_SECONDS);
      }),
      service(
        SuggestionClock,
        [DATA_SOURCE, RecommendationsService, ServedRegion, CLOCK, SuggestionsService],
        (db, recommendations, region, clock, suggestions) => {
          const reader = new SituationReader(db, recommendations, region.ownRoads, clock);
          return new SuggestionClock(reader, suggestions, thresholdOf(config), fail('better choices'));
        },
      ),
      service(HospitalsService, [DATA_SOURCE, ServedRegion, CLOCK], (db, { ownRoads }, clock) => {
        return new HospitalsService(db, ownRoads, clock);
      }),
      service(CapacityService, [Journal], (journal) => new CapacityService(journal)),
      service(PaperService, [DATA_SOURCE, Journal, IncidentsService], (db, journal, incidents) => {
        return new PaperService(db, journal, incidents);
      }),
      service(MissionsService, [Journal], (journal) => new MissionsService(journal)),
      service(ClosingService, [Journal], (journal) => new ClosingService(journal)),
      service(
        SchedulesService,
        [Journal, RecommendationsService],
        (journal, recommendations) => new SchedulesService(journal, recommendations, leadOf(config)),
      ),
      service(DutyService, [Journal], (journal) => new DutyService(journal)),
      service(MessagesService, [Journal], (journal) => new MessagesService(journal)),
      service(DistressService, [Journal], (journal) => new DistressService(journal)),
      service(ShiftLogService, [DATA_SOURCE, Journal, CLOCK], (db, journal, clock) => {
        return new ShiftLogService(db, journal, clock, shiftStartsOf(config.SHIFT_STARTS));
      }),
      service(CasualtiesService, [Journal], (journal) => new CasualtiesService(journal)),
      service(
        ObstructionsService,
        [Journal, ServedRegion],
        (journal, roads) => new ObstructionsService(journal, roads),
      ),
    ];
    const access: Provider[] = [
      service(Tokens, [CLOCK], (clock) => Tokens.open(prepared.dataFolder, config.ACCESS_TOKEN_SECONDS, clock)),
      service(SessionsService, [DATA_SOURCE, Tokens, CLOCK], (db, tokens, clock) => {
        return new SessionsService(db, tokens, clock, config.SHIFT_SESSION_SECONDS);
      }),
      service(Policy, [DATA_SOURCE, SessionsService], (db, sessions) => new Policy(db, sessions)),
      service(TrackersService, [DATA_SOURCE, Journal, Tokens], (db, journal) => {
        return new TrackersService(db, journal, secretOf(prepared.dataFolder));
      }),
      service(Commands, [Policy, CLOCK, Metrics, ...Object.values(SERVICES)], (policy, clock, metrics, ...serving) => {
        const services = Object.fromEntries(Object.keys(SERVICES).map((name, i) => [name, serving[i]])) as Services;
        return new Commands(services, policy, clock, (...observed) => (metrics as Metrics).command(...observed));
      }),
    ];
    return {
      module: ApiModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: async () => prepared.dataSource,
        }),
      ],
      controllers: CONTROLLERS,
      providers: [...given, ...kept, ...region, ...domain, ...access],
    };
  }
}

const leadOf = ({ RIDE_LEAD_SECONDS, RIDE_MARGIN_SECONDS }: Config): LeadRules => ({
  usualSeconds: RIDE_LEAD_SECONDS,
  marginSeconds: RIDE_MARGIN_SECONDS,
});

/** Tracker keys are derived from the server's own key, which never leaves the data folder. */
const secretOf = (dataFolder: string) =>
  createHash('sha256')
    .update(readFileSync(join(dataFolder, 'token-key.json')))
    .digest();

/** Speeds may be learned before enough drives have shown how a promise keeps. */
function trustIn(speeds: SpeedsService): Trust {
  const { learnedFromDrives, p90Factor } = speeds.trust();
  return { learnedFromDrives, p90Factor: p90Factor ?? NO_HISTORY.p90Factor };
}

/** What a better choice must gain is the centre's to say; the rest of the rule is not. */
const thresholdOf = (config: Config): Threshold => {
  const least = config.SUGGEST_GAIN_SECONDS;
  const { gainSeconds } = DEFAULT_THRESHOLD;
  return {
    ...DEFAULT_THRESHOLD,
    gainShare: config.SUGGEST_GAIN_PERCENT / 100,
    gainSeconds: { 1: least, 2: least, 3: Math.max(least, gainSeconds[3]), 4: Math.max(least, gainSeconds[4]) },
  };
};
