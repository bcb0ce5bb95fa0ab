import { DomainError, ERRORS, type ErrorCode } from '#contracts';
import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { toDomainError } from './error.js';

const driver = (code: string) => new QueryFailedError('insert …', [], Object.assign(new Error('failed'), { code }));
const system = (code: string) => Object.assign(new Error('failed'), { code });

describe('Errors', () => {
  it.each<[string, unknown, ErrorCode]>([
    ['a full disk of the database', driver('53100'), 'STORAGE_FULL'],
    ['a full disk of our own', system('ENOSPC'), 'STORAGE_FULL'],
    ['a database that shuts down', driver('57P01'), 'DATABASE_UNAVAILABLE'],
    ['a database that is starting', driver('57P03'), 'DATABASE_UNAVAILABLE'],
    ['a connection that broke', driver('08006'), 'DATABASE_UNAVAILABLE'],
    ['too many connections', driver('53300'), 'DATABASE_UNAVAILABLE'],
    ['a socket that is gone', system('ENOENT'), 'DATABASE_UNAVAILABLE'],
    ['a port that is closed', system('ECONNREFUSED'), 'DATABASE_UNAVAILABLE'],
    ['a line that was cut', new Error('Connection terminated unexpectedly'), 'DATABASE_UNAVAILABLE'],
    ['a transaction whose connection broke', new QueryRunnerAlreadyReleasedError(), 'DATABASE_UNAVAILABLE'],
    ['a pool that ran dry', new Error('timeout exceeded when trying to connect'), 'DATABASE_UNAVAILABLE'],
    ['a reference to nothing', driver('23503'), 'NOT_FOUND'],
    ['a statement that is wrong', driver('42601'), 'BUG'],
    ['a bug', new TypeError('x is not a function'), 'BUG'],
    ['something thrown that is no error', 'text', 'BUG'],
    ['nothing thrown at all', undefined, 'BUG'],
    ['an unknown path', new NotFoundException(), 'NOT_FOUND'],
    ['a body that is too large', new PayloadTooLargeException(), 'INVALID_INPUT'],
    ['a body that is torn', new BadRequestException(), 'INVALID_INPUT'],
    ['our own refusal', new DomainError('OFFER_NOT_OPEN'), 'OFFER_NOT_OPEN'],
  ])('%s', (_what, thrown, code) => {
    expect(toDomainError(thrown).code).toBe(code);
  });
  it('says it in Vietnamese and English, and never what the machine said', () => {
    for (const thrown of [driver('53100'), driver('42601'), new Error('password=115')]) {
      const view = toDomainError(thrown).view();
      expect(view.message).toEqual({ vi: ERRORS[view.code].vi, en: ERRORS[view.code].en });
      expect(JSON.stringify(view)).not.toMatch(/insert|failed|115/);
    }
  });
});
