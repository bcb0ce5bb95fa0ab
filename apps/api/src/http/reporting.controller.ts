import { Controller, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { AlarmsService } from '#alarms';
import { StatisticsQuery, type AlarmHour, type CrewMember, type PaperDesk, type Statistics } from '#contracts';
import { AccountRow } from '#fleet';
import { PaperService } from '#paper';
import { ReportingService } from '#reporting';
import { DataSource } from 'typeorm';
import { parse, Route } from './route.js';

@ApiTags('reporting')
@Controller()
export class ReportingController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly reporting: ReportingService,
    private readonly alarms: AlarmsService,
    private readonly paper: PaperService,
  ) {}

  @Route('GET /api/statistics')
  @ApiQuery({ name: 'from' })
  @ApiQuery({ name: 'to' })
  @ApiQuery({ name: 'priority', required: false })
  @ApiQuery({ name: 'stationId', required: false })
  statistics(@Query() query: unknown): Promise<Statistics> {
    return this.reporting.statistics(parse(StatisticsQuery, query));
  }

  @Route('GET /api/alarms/rate')
  @ApiQuery({ name: 'from' })
  @ApiQuery({ name: 'to' })
  alarmRate(@Query() query: unknown): Promise<AlarmHour[]> {
    const { from, to } = parse(StatisticsQuery, query);
    return this.alarms.rates(new Date(from), new Date(to));
  }

  @Route('GET /api/paper')
  paperDesk(): Promise<PaperDesk> {
    return this.paper.desk();
  }

  @Route('GET /api/crew-members')
  async crewMembers(): Promise<CrewMember[]> {
    const rows = await this.dataSource.manager.find(AccountRow, {
      where: { role: 'crew', active: true },
      order: { name: 'ASC' },
    });
    return rows.map(({ id, name, crewDuty }) => ({ accountId: id, name, duty: crewDuty ?? 'nurse' }));
  }
}
