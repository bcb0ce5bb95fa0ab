import type { ExchangeLine } from '#contracts';
import { systemClock } from '#journal';
import { amiAddress, AmiReader, listOpenExchangeCalls, type RingsService } from '#telephony';
import type { DataSource } from 'typeorm';
import type { Config } from './config.js';
import type { Metrics } from './metrics.js';

export interface ReadExchange {
  readonly line: ExchangeLine;
  start(): void;
  stop(): Promise<void>;
}

/** The telephone exchange that the settings name; without one, nothing that starts and nothing that is lost. */
export function readExchange(
  config: Config,
  rings: RingsService,
  metrics: Metrics,
  dataSource: DataSource,
  onFault: (error: unknown) => void,
): ReadExchange {
  if (!config.AMI_URL) {
    const line: ExchangeLine = { state: 'off', since: systemClock.now().toISOString() };
    return { line, start: () => undefined, stop: () => Promise.resolve() };
  }
  const contexts = config.AMI_CONTEXTS.split(',').map((context) => context.trim());
  const reader = new AmiReader(amiAddress(config.AMI_URL, contexts), {
    clock: systemClock,
    hear: async (event) => {
      await rings.hear(event);
      metrics.exchangeEvent('ami', event.type);
    },
    openCalls: (pbx) => listOpenExchangeCalls(dataSource.manager, pbx),
    onFault,
  });
  metrics.exchangeLine(() => reader.line);
  return reader;
}
