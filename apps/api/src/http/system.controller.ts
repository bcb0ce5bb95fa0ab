import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AlarmRules, SystemInfo } from '#contracts';
import { CLOCK, type Clock } from '#journal';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { CONFIG, targetsOf, type Config } from '../config.js';
import { Metrics } from '../metrics.js';
import { sendsMessages } from '../outbox.js';
import { ServedRegion } from '../region/served-region.js';
import { ALARM_RULES, TRIAL, VERSION } from '../start-up.js';
import { Route } from './route.js';

/** Where the map opens while there is no region: Ho Chi Minh City and around it; west, south, east, north. */
const NOTHING_IMPORTED = [106.3, 10.3, 107.1, 11.5] as const;

@ApiTags('system')
@Controller()
export class SystemController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TRIAL) private readonly trial: boolean,
    @Inject(ALARM_RULES) private readonly alarmRules: AlarmRules,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly region: ServedRegion,
    private readonly metrics: Metrics,
  ) {}

  @Route('GET /api/system')
  system(): SystemInfo {
    const { config } = this;
    const { region } = this.region;
    const [west, south, east, north] = region?.bounds ?? NOTHING_IMPORTED;
    return {
      version: VERSION,
      region: config.CENTRE_NAME,
      trial: this.trial,
      demonstrationRegion: region?.demonstration ?? false,
      bounds: [west, south, east, north],
      centre: [(west + east) / 2, (south + north) / 2],
      mapVersion: this.region.mapVersion,
      mapAttribution: region?.attribution ?? '',
      secondOpinion: config.GOOGLE_MAPS_KEY !== undefined,
      textMessages: sendsMessages(config, this.trial),
      offerSeconds: config.OFFER_SECONDS,
      targetSeconds: targetsOf(config),
      alarmRules: this.alarmRules,
      serverTime: this.clock.now().toISOString(),
    };
  }

  /** The process answers. */
  @Get('health/live')
  live(): object {
    return { status: 'live' };
  }

  /** Calls can be taken and vehicles found: the database answers and the roads are there. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const database = await this.dataSource.query('select 1').then(
      () => true,
      () => false,
    );
    const roads = this.region.region !== null;
    if (!database || !roads) response.status(503);
    return { status: database && roads ? 'ready' : 'not ready', database, roads };
  }

  @Get('metrics')
  @ApiExcludeEndpoint()
  async prometheus(@Res() response: Response): Promise<void> {
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
