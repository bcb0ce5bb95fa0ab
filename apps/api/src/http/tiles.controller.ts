import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '#contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { ServedRegion } from '../region/served-region.js';
import { parse } from './route.js';

const Address = z.object({
  version: z.string().max(40),
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});

/** The base map. The address carries the import's version, so a tile never changes under its address. */
@ApiExcludeController()
@Controller('tiles')
export class TilesController {
  constructor(private readonly region: ServedRegion) {}

  @Get(':version/:z/:x/:y.mvt')
  async tile(@Param() params: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { version, z: zoom, x, y } = parse(Address, params);
    if (version !== this.region.mapVersion) throw new DomainError('NOT_FOUND', { version });
    const etag = `"${version}-${zoom}-${x}-${y}"`;
    response.set({ ETag: etag, 'Cache-Control': 'public, max-age=31536000, immutable' });
    if (request.headers['if-none-match'] === etag) return void response.status(304).end();
    const bytes = await this.region.tile(zoom, x, y);
    if (bytes.length === 0) return void response.status(204).end();
    response.set({ 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Content-Encoding': 'gzip' });
    response.end(bytes);
  }
}
