import { DomainError } from '#contracts';
import { HttpException } from '@nestjs/common';
import { sqlState } from '#journal';
import {
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  TransactionNotStartedError,
} from 'typeorm';

/** SQLSTATE classes that mean "not now": connection lost, shutting down, too many clients. */
const UNAVAILABLE = /^(08|57P|53300)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
const POOL_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/i;
/** A connection that broke between two statements of a transaction was taken back from it by TypeORM. */
const TAKEN_BACK = [
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  TransactionNotStartedError,
] as const;

/** Whatever was thrown, as one of the three kinds: refused, unavailable, or a bug. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const state = sqlState(error);
  if (state === '53100' || state === 'ENOSPC') return new DomainError('STORAGE_FULL');
  const message = error instanceof Error ? error.message : '';
  const takenBack = TAKEN_BACK.some((kind) => error instanceof kind);
  if (takenBack || UNAVAILABLE.test(state) || NETWORK.has(state) || POOL_WORDS.test(message))
    return new DomainError('DATABASE_UNAVAILABLE');
  if (state === '23503') return new DomainError('NOT_FOUND');
  if (error instanceof HttpException) return fromHttp(error.getStatus());
  const status = (error as { status?: number } | undefined)?.status ?? 500;
  return status < 500 ? fromHttp(status) : new DomainError('BUG');
}

function fromHttp(status: number): DomainError {
  if (status === 404) return new DomainError('NOT_FOUND');
  if (status === 429) return new DomainError('OVERLOADED');
  return new DomainError(status < 500 ? 'INVALID_INPUT' : 'BUG');
}
