import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  DomainError,
  ExchangeEvent,
  Instant,
  normalisePhone,
  RequiredText,
  type CallerHistory,
  type RingLedger,
} from '#contracts';
import { CLOCK, recordAccess, sha256, type Actor, type Clock } from '#journal';
import {
  decodeAml,
  isSigned,
  PhonePositionsService,
  readCallerHistory,
  readRingLedger,
  RingsService,
} from '#telephony';
import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { CONFIG, type Config } from '../config.js';
import { Metrics } from '../metrics.js';
import { patienceOf } from '../patience.js';
import { Asking, parse, Route } from './route.js';

const CallerQuery = z.object({ phone: RequiredText(60) });
const PeriodQuery = z.object({ from: Instant, to: Instant });

/** The ways in for exchanges and telephones, and what the room may ask about calls. */
@ApiTags('telephony')
@Controller()
export class TelephonyController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly rings: RingsService,
    private readonly positions: PhonePositionsService,
    private readonly metrics: Metrics,
  ) {}

  /** Answered with 2xx only when the event is committed: an exchange that hears anything else sends it again. */
  @Post('cti/v1/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'One event of the telephone exchange, signed with CTI_SECRET.' })
  async event(
    @Headers('x-timestamp') timestamp: string | undefined,
    @Headers('x-signature') signature: string | undefined,
    @Req() request: Request,
  ): Promise<object> {
    const secret = this.config.CTI_SECRET;
    if (!secret) throw new DomainError('NOT_FOUND', { what: 'cti' });
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const message = { timestamp: timestamp ?? '', signature: signature ?? '', body };
    if (!isSigned(secret, message, this.clock.now())) throw new DomainError('SIGNATURE_WRONG');
    const event = parse(ExchangeEvent, fromJson(body));
    const { id: ringId, callBackId } = await this.rings.hear(event);
    this.metrics.exchangeEvent('webhook', event.type);
    return { ringId, callBackId };
  }

  /** Advanced Mobile Location: a telephone is always thanked, whatever it sent, or it would send it again. */
  @Post('els/v1/:key')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Where a caller is, sent by the telephone itself (AML); the key in the path is AML_SECRET.',
  })
  async aml(@Param('key') key: string, @Body() body: unknown): Promise<object> {
    const secret = this.config.AML_SECRET;
    if (!secret) throw new DomainError('NOT_FOUND', { what: 'aml' });
    if (!timingSafeEqual(sha256(key), sha256(secret))) throw new DomainError('DEVICE_UNKNOWN');
    const message = decodeAml(body, this.clock.now());
    if (message.kind === 'fix') await this.positions.receive(message.fix);
    this.metrics.phonePosition(message.kind === 'fix' ? 'received' : message.why);
    return {};
  }

  @Route('GET /api/callers')
  @ApiQuery({ name: 'phone' })
  async caller(@Query() query: unknown, @Asking() actor: Actor): Promise<CallerHistory> {
    const phone = normalisePhone(parse(CallerQuery, query).phone);
    if (!phone) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'phone', code: 'custom' }] });
    await recordAccess(this.dataSource, this.clock, actor, 'caller.history', phone);
    return readCallerHistory(this.dataSource.manager, phone, this.clock.now());
  }

  @Route('GET /api/rings/ledger')
  @ApiQuery({ name: 'from' })
  @ApiQuery({ name: 'to' })
  async ledger(@Query() query: unknown, @Asking() actor: Actor): Promise<RingLedger> {
    const { from, to } = parse(PeriodQuery, query);
    if (from >= to) throw new DomainError('PERIOD_INVALID');
    await recordAccess(this.dataSource, this.clock, actor, 'ring.ledger', `${from} – ${to}`);
    const { manager } = this.dataSource;
    return readRingLedger(manager, new Date(from), new Date(to), patienceOf(this.config), this.clock.now());
  }
}

function fromJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new DomainError('INVALID_INPUT', { issues: [{ path: '', code: 'not_json' }] });
  }
}
