import { All, Body, Controller, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError, type VehicleId } from '#contracts';
import { decodeOsmAnd, decodeOwnTracks, osmAndDevice, PositionsService, type Decoded } from '#fleet';
import { CLOCK, type Clock } from '#journal';
import type { Request } from 'express';
import { TrackersService } from '../access/trackers.service.js';
import { Metrics } from '../metrics.js';

/** Positions from other people's apps, unmodified: Traccar Client (OsmAnd protocol) and OwnTracks. */
@ApiTags('positions')
@Controller()
export class PositionsController {
  constructor(
    private readonly trackers: TrackersService,
    private readonly positions: PositionsService,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `/t/<key>?id=<device>`: GET or POST, query, form or JSON; any path after the key. Any 2xx means stored. */
  @Post('t/:key')
  @HttpCode(200)
  @ApiOperation({ summary: 'OsmAnd protocol, as the Traccar Client sends it; the key in the path is the credential.' })
  async osmAnd(
    @Param('key') key: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<string> {
    const isJson = request.is('application/json') === 'application/json';
    const deviceId = osmAndDevice(query, request.body);
    if (deviceId === null) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'id', code: 'missing' }] });
    const vehicleId = await this.trackers.getVehicle(deviceId, key);
    // A device id in the query of a provisioned address does not make the query the message.
    const { id: _id, ...keys } = query;
    const message = Object.keys(keys).length > 0 ? query : {};
    this.take(vehicleId, deviceId, decodeOsmAnd(message, request.body, isJson, this.clock.now()));
    return '';
  }

  /** The same by any other method and under any longer path, as older clients and trackers send it. */
  @All(['t/:key', 't/:key/*rest'])
  @HttpCode(200)
  @ApiExcludeEndpoint()
  osmAndAnyWay(
    @Param('key') key: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<string> {
    return this.osmAnd(key, query, request);
  }

  /** Basic auth: device and key. Every message type is accepted; the answer is always a list. */
  @Post('owntracks')
  @HttpCode(200)
  @ApiOperation({ summary: 'OwnTracks over HTTP; Basic auth carries the device and its key.' })
  async ownTracks(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<unknown[]> {
    const [deviceId, key] = basicAuth(authorization);
    const vehicleId = await this.trackers.getVehicle(deviceId, key);
    this.take(vehicleId, deviceId, [decodeOwnTracks(body, this.clock.now())]);
    return [];
  }

  /** What cannot be read is counted and answered like the rest: a phone would send a refused fix for ever. */
  private take(vehicleId: VehicleId, deviceId: string, decoded: readonly Decoded[]): void {
    for (const item of decoded) {
      if (item.kind !== 'fix') this.metrics.fix(item.kind, item.why);
      else {
        const { outcome, why } = this.positions.report(vehicleId, { ...item.fix, deviceId });
        this.metrics.fix(outcome, why);
      }
    }
  }
}

function basicAuth(header: string | undefined): [string, string] {
  const [scheme, encoded] = (header ?? '').split(' ');
  const [user, ...password] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':');
  if (scheme !== 'Basic' || !user) throw new DomainError('DEVICE_UNKNOWN');
  return [user, password.join(':')];
}
