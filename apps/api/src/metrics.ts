import type { ExchangeLine } from '#contracts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus may read; no label ever carries a person, a place or a phone. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly commands = new Histogram({
    name: 'dispatch_command_seconds',
    help: 'Time from receiving a command to its answer',
    labelNames: ['name', 'outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  private readonly fixes = new Counter({
    name: 'dispatch_positions_total',
    help: 'Positions received, by judgement',
    labelNames: ['outcome', 'why'] as const,
    registers: [this.registry],
  });
  private readonly failures = new Counter({
    name: 'dispatch_failures_total',
    help: 'Failures inside the server, by where they happened',
    labelNames: ['where'] as const,
    registers: [this.registry],
  });

  private readonly exchangeEvents = new Counter({
    name: 'dispatch_exchange_events_total',
    help: 'Words of the telephone exchange, by the way they came',
    labelNames: ['way', 'type'] as const,
    registers: [this.registry],
  });
  private readonly exchangeHeard = new Gauge({
    name: 'dispatch_exchange_heard_timestamp_seconds',
    help: 'When the telephone exchange last said anything about a call',
    registers: [this.registry],
  });
  private readonly phonePositions = new Counter({
    name: 'dispatch_phone_positions_total',
    help: 'Positions sent by telephones (AML), by what became of them',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  constructor(sockets: () => number, journalHead: () => number) {
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    new Gauge({
      name: 'dispatch_sockets',
      help: 'Screens connected',
      registers,
      collect() {
        this.set(sockets());
      },
    });
    new Gauge({
      name: 'dispatch_journal_head',
      help: 'Newest number of the journal',
      registers,
      collect() {
        this.set(journalHead());
      },
    });
  }

  command(name: string, seconds: number, outcome: string): void {
    this.commands.observe({ name, outcome }, seconds);
  }
  fix(outcome: string, why: string | null): void {
    this.fixes.inc({ outcome, why: why ?? '' });
  }
  exchangeEvent(way: 'webhook' | 'ami', type: string): void {
    this.exchangeEvents.inc({ way, type });
    this.exchangeHeard.setToCurrentTime();
  }
  /** Whether the exchange is heard; an alarm on the words of the exchange falling silent belongs beside it. */
  exchangeLine(line: () => ExchangeLine): void {
    new Gauge({
      name: 'dispatch_exchange_connected',
      help: '1 while the telephone exchange is heard',
      registers: [this.registry],
      collect() {
        this.set(line().state === 'connected' ? 1 : 0);
      },
    });
  }
  phonePosition(outcome: string): void {
    this.phonePositions.inc({ outcome });
  }
  failure(where: string): void {
    this.failures.inc({ where });
  }
  get contentType(): string {
    return this.registry.contentType;
  }
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
