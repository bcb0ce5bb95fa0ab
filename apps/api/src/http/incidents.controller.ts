import { Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  DomainError,
  IncidentId,
  Instant,
  MissionId,
  Text,
  RecommendationQuery,
  RequestId,
  SpecialNeed,
  type Diversion,
  type HospitalRanking,
  type Incident,
  type IncidentDetail,
  type Recommendation,
} from '#contracts';
import { DiversionService, HospitalsService, RecommendationsService, VehicleRequestRow } from '#dispatch';
import { findClosedIncidents, listClosedIncidents, readIncidentDetail } from '#board';
import { CLOCK, type Actor, type Clock } from '#journal';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Policy } from '../access/policy.js';
import { Asking, openApiSchema, parse, Route } from './route.js';

const ClosedQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: Instant.optional(),
  /** What to look for, among those of the last days. */
  q: Text(80).pipe(z.string().min(2)).optional(),
});
const SEARCHED_DAYS = 14;

const NeedsQuery = z.object({
  needs: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(SpecialNeed)),
});

@ApiTags('incidents')
@Controller()
export class IncidentsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly recommendations: RecommendationsService,
    private readonly diversion: DiversionService,
    private readonly hospitals: HospitalsService,
    private readonly policy: Policy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Route('GET /api/incidents')
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'before', required: false })
  @ApiQuery({ name: 'q', required: false })
  closed(@Query() query: unknown): Promise<Incident[]> {
    const { limit, before, q } = parse(ClosedQuery, query);
    if (q) {
      const since = new Date(this.clock.now().getTime() - SEARCHED_DAYS * 86_400_000);
      return findClosedIncidents(this.dataSource.manager, q, since, limit);
    }
    return listClosedIncidents(this.dataSource.manager, before ? new Date(before) : null, limit);
  }

  @Route('GET /api/incidents/:id')
  @ApiParam({ name: 'id' })
  detail(@Param('id') id: string): Promise<IncidentDetail> {
    return readIncidentDetail(this.dataSource.manager, parse(IncidentId, id));
  }

  @Route('GET /api/incidents/:id/recommendation')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'needs', required: false, example: 'als,neonatal' })
  recommend(@Param('id') id: string, @Query() query: unknown): Promise<Recommendation> {
    return this.recommendations.forIncident(parse(IncidentId, id), parse(NeedsQuery, query).needs);
  }

  @Route('GET /api/incidents/:id/diversions')
  @ApiParam({ name: 'id' })
  diversions(@Param('id') id: string): Promise<Diversion[]> {
    return this.diversion.list(parse(IncidentId, id));
  }

  @Route('GET /api/requests/:id/shown')
  @ApiParam({ name: 'id' })
  async shown(@Param('id') id: string): Promise<Recommendation> {
    const request = await this.dataSource.manager.findOneBy(VehicleRequestRow, { id: parse(RequestId, id) });
    if (!request?.shown) throw new DomainError('NOT_FOUND', { what: 'recommendation' });
    // Lists stored by an earlier version knew no special needs.
    return { ...request.shown, needs: request.shown.needs ?? [] };
  }

  @Route('GET /api/missions/:id/hospitals')
  @ApiParam({ name: 'id' })
  async hospitalsFor(@Param('id') id: string, @Asking() actor: Actor): Promise<HospitalRanking> {
    const missionId = parse(MissionId, id);
    await this.policy.checkMissionRead(missionId, actor);
    return this.hospitals.forMission(missionId);
  }

  @Route('POST /api/recommendation')
  @ApiBody({ schema: openApiSchema(RecommendationQuery, 'input') })
  preview(@Req() request: Request): Promise<Recommendation> {
    const asked = parse(RecommendationQuery, request.body);
    return this.recommendations.forPlace(asked);
  }
}
