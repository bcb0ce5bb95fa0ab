import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * One JSON line an event. An allow-list: only these fields may ever be logged, so no name, phone, address, position or
 * token can slip in with an object that was handed over whole.
 */
const ALLOWED = new Set([
  'code',
  'status',
  'name',
  'ms',
  'method',
  'route',
  'role',
  'count',
  'n',
  'source',
  'kind',
  'context',
  'stack',
  'version',
  'port',
]);

export const createLog = (level: string, to: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => Object.fromEntries(Object.entries(fields).filter(([key]) => ALLOWED.has(key))),
      },
    },
    to,
  );

/** An error's class, code and where it happened; its message, however many lines, may quote input and is left out. */
export const errorFields = (error: unknown) => {
  const known = error as { name?: string; code?: string; stack?: string };
  return { name: known.name, code: known.code, stack: known.stack?.split('\n').filter(isFrame).slice(0, 5).join('\n') };
};

const isFrame = (line: string) => /^\s+at .+:\d+:\d+\)?$/.test(line);

/** Nest's own words go to the same place. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log = (message: unknown, context?: string) => this.logger.debug({ context }, String(message));
  debug = this.log;
  verbose = this.log;
  warn = (message: unknown, context?: string) => this.logger.warn({ context }, String(message));
  error = (message: unknown, stack?: string, context?: string) =>
    this.logger.error({ stack, context }, String(message));
  fatal = this.error;
}
export const LOG = Symbol('Log');
