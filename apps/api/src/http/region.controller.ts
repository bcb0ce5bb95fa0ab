import { Controller, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Coverage, PlaceAt, PlaceSearchAnswer, PlaceSuggestion, Route as Drive } from '#contracts';
import { RecommendationsService } from '#dispatch';
import { z } from 'zod';
import { ServedRegion } from '../region/served-region.js';
import { LngLatText, parse, Route } from './route.js';

const PlacesQuery = z.object({ q: z.string().max(200), near: LngLatText.optional() });
const AtQuery = z.object({ at: LngLatText });
const RouteQuery = z.object({
  from: LngLatText,
  to: LngLatText,
  heading: z.coerce.number().min(0).max(360).optional(),
});

/** Places and roads of the served region. */
@ApiTags('region')
@Controller()
export class RegionController {
  constructor(
    private readonly region: ServedRegion,
    private readonly recommendations: RecommendationsService,
  ) {}

  @Route('GET /api/coverage')
  async coverage(): Promise<Coverage> {
    return this.region.coverage(await this.recommendations.listReady());
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
    return this.region.askGoogle(parse(PlacesQuery, query).q);
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
  route(@Query() query: unknown): Promise<Drive> {
    const { from, to, heading = null } = parse(RouteQuery, query);
    return this.region.route({ at: from, headingDegrees: heading }, to);
  }
}
