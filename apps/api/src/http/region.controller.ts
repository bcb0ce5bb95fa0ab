import { Controller, Inject, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  Priority,
  VehicleLevel,
  type Coverage,
  type CoverageGaps,
  type PlaceAt,
  type PlaceSearchAnswer,
  type PlaceSuggestion,
  type Route as Drive,
} from '#contracts';
import { RecommendationsService } from '#dispatch';
import { StationRow, VehicleRow } from '#fleet';
import { CLOCK, type Clock } from '#journal';
import { profileOf } from '#roads';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ServedRegion } from '../region/served-region.js';
import { LngLatText, parse, Route } from './route.js';

/** Nobody says so much of a place, but a link of Google Maps is as long. */
const PlacesQuery = z.object({ q: z.string().max(2_000), near: LngLatText.optional() });
const OpinionQuery = z.object({ q: z.string().max(200) });
const AtQuery = z.object({ at: LngLatText });
const RouteQuery = z.object({
  from: LngLatText,
  to: LngLatText,
  heading: z.coerce.number().min(0).max(360).optional(),
  level: VehicleLevel.default('bls'),
  priority: z.coerce.number().pipe(Priority).default(1),
});

/** Places and roads of the served region. */
@ApiTags('region')
@Controller()
export class RegionController {
  constructor(
    private readonly region: ServedRegion,
    private readonly recommendations: RecommendationsService,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Route('GET /api/coverage')
  async coverage(): Promise<Coverage> {
    return this.region.coverage(await this.recommendations.listReady());
  }

  @Route('GET /api/coverage/gaps')
  async gaps(): Promise<CoverageGaps> {
    const [ready, stations, vehicles] = await Promise.all([
      this.recommendations.listReady(),
      this.dataSource.manager.find(StationRow),
      this.dataSource.manager.find(VehicleRow),
    ]);
    const standing = ready.map((vehicle) => ({ ...vehicle, movable: !vehicle.isReturning }));
    const posts = stations.map(({ id, position }) => ({ stationId: id, at: position }));
    const withVehicles = new Set(vehicles.filter(({ level }) => level !== 'motorbike').map((row) => row.stationId));
    const covered = new Set(ready.map(({ postId }) => postId));
    return {
      computedAt: this.clock.now().toISOString(),
      emptyStations: stations.flatMap(({ id }) => (withVehicles.has(id) && !covered.has(id) ? [id] : [])),
      ...(await this.region.gaps(standing, posts)),
    };
  }

  @Route('GET /api/places')
  @ApiQuery({ name: 'q' })
  @ApiQuery({ name: 'near', required: false })
  places(@Query() query: unknown): PlaceSearchAnswer {
    const { q, near } = parse(PlacesQuery, query);
    return this.region.searchPlaces(q, near ?? null);
  }

  @Route('GET /api/places/second-opinion')
  @ApiQuery({ name: 'q' })
  secondOpinion(@Query() query: unknown): Promise<PlaceSuggestion[]> {
    return this.region.askGoogle(parse(OpinionQuery, query).q);
  }

  @Route('GET /api/places/at')
  @ApiQuery({ name: 'at', example: '106.66,10.98' })
  placeAt(@Query() query: unknown): PlaceAt {
    return this.region.describe(parse(AtQuery, query).at);
  }

  @Route('GET /api/route')
  @ApiQuery({ name: 'from' })
  @ApiQuery({ name: 'to' })
  @ApiQuery({ name: 'heading', required: false })
  @ApiQuery({ name: 'level', required: false })
  @ApiQuery({ name: 'priority', required: false })
  route(@Query() query: unknown): Promise<Drive> {
    const { from, to, heading = null, level, priority } = parse(RouteQuery, query);
    return this.region.route({ at: from, headingDegrees: heading, profile: profileOf(level, priority) }, to);
  }
}
