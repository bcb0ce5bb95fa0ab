import { Controller, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { ShiftLogDay } from '#contracts';
import { ShiftLogService } from '#shift-log';
import { z } from 'zod';
import { parse, Route } from './route.js';

const LogQuery = z.object({ day: z.iso.date().optional() });

@ApiTags('shift log')
@Controller()
export class ShiftLogController {
  constructor(private readonly log: ShiftLogService) {}

  @Route('GET /api/shift-log')
  @ApiQuery({ name: 'day', required: false })
  day(@Query() query: unknown): Promise<ShiftLogDay> {
    return this.log.read(parse(LogQuery, query).day ?? null);
  }
}
