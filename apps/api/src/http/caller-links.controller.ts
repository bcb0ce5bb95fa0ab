import { Body, Controller, Inject, Ip, Param } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { BoardMirror } from '#board';
import {
  DomainError,
  LeftReport,
  LinkSecret,
  SharedPosition,
  type CallerPage,
  type ProtocolsInForce,
  type SharedPositionReply,
} from '#contracts';
import { PositionsService } from '#fleet';
import { incidentView } from '#incidents';
import { CLOCK, type Clock } from '#journal';
import { CallerLinksService, callerPageOf, type OpenedLink } from '#links';
import { PhonePositionsService } from '#telephony';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Expectations } from '../live/expectations.js';
import { PROTOCOLS } from '../start-up.js';
import { LinkLimits } from './link-limits.js';
import { openApiSchema, parse, Route } from './route.js';

/** Who has not looked for so long, and looks, has opened the page again. */
const OPENING_GAP_MS = 60_000;
const MOST_SEEN = 10_000;

/** The pages behind links to callers: the secret in the path is the only key, and opens one incident. */
@ApiTags('links')
@Controller()
export class CallerLinksController {
  private readonly limits: LinkLimits;
  private readonly seenMs = new Map<string, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROTOCOLS) private readonly inForce: ProtocolsInForce,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: CallerLinksService,
    private readonly phones: PhonePositionsService,
    private readonly positions: PositionsService,
    private readonly expectations: Expectations,
    private readonly mirror: BoardMirror,
  ) {
    this.limits = new LinkLimits(clock);
  }

  @Route('GET /api/links/:secret')
  async page(@Param('secret') secret: string, @Ip() address: string): Promise<CallerPage> {
    const opened = await this.open(secret, address);
    await this.countOpening(opened);
    return this.pageOf(opened);
  }

  @Route('POST /api/links/:secret/position')
  @ApiBody({ schema: openApiSchema(SharedPosition, 'input') })
  async position(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Ip() address: string,
  ): Promise<z.infer<typeof SharedPositionReply>> {
    const { link, incident } = await this.open(secret, address);
    const { at, accuracyMetres, fixedAt } = parse(SharedPosition, body);
    const taken = await this.phones.receive({
      source: 'link',
      phone: link.phone,
      incidentId: incident?.id ?? null,
      at,
      accuracyMetres,
      fixedAt: new Date(fixedAt),
    });
    return { taken: taken !== null };
  }

  @Route('POST /api/links/:secret/left')
  @ApiBody({ schema: openApiSchema(LeftReport, 'input') })
  async left(@Param('secret') secret: string, @Body() body: unknown, @Ip() address: string): Promise<CallerPage> {
    const { link, incident } = await this.open(secret, address);
    const { left } = parse(LeftReport, body);
    return this.pageOf({ link: await this.links.reportLeft(link.id, left), incident });
  }

  private async open(secret: string, address: string): Promise<OpenedLink> {
    try {
      if (!LinkSecret.safeParse(secret).success) throw new DomainError('NOT_FOUND', { what: 'link' });
      const opened = await this.links.open(this.dataSource.manager, secret, this.clock.now());
      this.limits.use(opened.link.id);
      return opened;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') this.limits.miss(address);
      throw error;
    }
  }

  private async countOpening({ link }: OpenedLink): Promise<void> {
    const nowMs = this.clock.now().getTime();
    const sinceMs = nowMs - (this.seenMs.get(link.id) ?? 0);
    if (this.seenMs.size >= MOST_SEEN) this.seenMs.clear();
    this.seenMs.set(link.id, nowMs);
    if (sinceMs >= OPENING_GAP_MS) await this.links.countOpening(link.id);
  }

  private pageOf({ link, incident }: OpenedLink): CallerPage {
    const { records } = this.mirror;
    const missions = Object.values(records?.missions ?? {}).filter(({ incidentId }) => incidentId === incident?.id);
    return callerPageOf(
      {
        incident: incident && incidentView(incident),
        missions,
        units: records?.units ?? {},
        expectations: this.expectations.list(),
        findPosition: (vehicleId) => this.positions.findPosition(vehicleId),
        leftAt: link.leftAt && link.leftAt.toISOString(),
      },
      this.inForce,
      this.clock.now(),
    );
  }
}
