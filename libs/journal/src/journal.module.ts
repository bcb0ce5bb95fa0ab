import { Global, Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CLOCK, systemClock, type Clock } from './clock.js';
import { Journal } from './journal.js';

/** The clock and the pen, the two things everybody needs. */
@Global()
@Module({
  providers: [
    { provide: CLOCK, useValue: systemClock },
    {
      provide: Journal,
      useFactory: (dataSource: DataSource, clock: Clock) => new Journal(dataSource, clock),
      inject: [getDataSourceToken(), CLOCK],
    },
  ],
  exports: [CLOCK, Journal],
})
export class JournalModule {}
