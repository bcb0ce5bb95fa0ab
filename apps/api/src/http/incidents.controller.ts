import { Controller, Param, Query, Req } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  IncidentId,
  Instant,
  RecommendationQuery,
  type Incident,
  type IncidentDetail,
  type Recommendation,
} from '#contracts';
import { listClosedIncidents, readIncidentDetail } from '#board';
import { RecommendationsService } from '#dispatch';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { openApiSchema, parse, Route } from './route.js';

const ClosedQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: Instant.optional(),
});

@ApiTags('incidents')
@Controller()
export class IncidentsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly recommendations: RecommendationsService,
  ) {}

  @Route('GET /api/incidents')
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'before', required: false })
  closed(@Query() query: unknown): Promise<Incident[]> {
    const { limit, before } = parse(ClosedQuery, query);
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
