import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { toDomainError } from './error.js';
import { errorFields } from './log.js';

/** Every failed request is answered with an ErrorView; a bug is logged with its stack. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = toDomainError(thrown);
    if (error.status >= 500) this.log.error({ ...errorFields(thrown), code: error.code }, 'request failed');
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.status(error.status).json(error.view());
  }
}
