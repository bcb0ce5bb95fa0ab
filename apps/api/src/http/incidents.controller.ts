import { Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  IncidentId,
  Instant,
  Text,
  RecommendationQuery,
  type Incident,
  type IncidentDetail,
  type Recommendation,
} from '#contracts';
import { findClosedIncidents, listClosedIncidents, readIncidentDetail } from '#board';
import { RecommendationsService } from '#dispatch';
import { CLOCK, type Clock } from '#journal';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { openApiSchema, parse, Route } from './route.js';

const ClosedQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: Instant.optional(),
  /** What to look for, among those of the last days. */
  q: Text(80).pipe(z.string().min(2)).optional(),
});
const SEARCHED_DAYS = 14;

@ApiTags('incidents')
@Controller()
export class IncidentsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly recommendations: RecommendationsService,
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
  recommend(@Param('id') id: string): Promise<Recommendation> {
    return this.recommendations.forIncident(parse(IncidentId, id));
  }

  @Route('POST /api/recommendation')
  @ApiBody({ schema: openApiSchema(RecommendationQuery, 'input') })
  preview(@Req() request: Request): Promise<Recommendation> {
    const { position, reason, answers, priority } = parse(RecommendationQuery, request.body);
    return this.recommendations.forPlace(position, reason, answers, priority);
  }
}
