import { DomainError, type ErrorView, type Wording } from '#contracts';
import { COMMON } from '../texts/common.js';

/** Why something did not work: what the server said, or that it could not be asked at all. */
export interface Failure extends Omit<ErrorView, 'code'> {
  code: ErrorView['code'] | 'OFFLINE';
}

/** Thrown by every call to the server that did not succeed; `failure.message` is what a person reads. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message.en);
    this.name = 'Refusal';
  }
}

const local = (code: Failure['code'], { vi, en }: Wording): Refusal => new Refusal({ code, message: { vi, en } });
export const offline = () => local('OFFLINE', COMMON.offline);
export const notUnderstood = () => local('BUG', COMMON.answerNotUnderstood);

/** Any thrown value as a failure to show; what is not ours is a bug. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Refusal) return thrown.failure;
  return new DomainError('BUG', { cause: String(thrown) }).view();
}

/** Failures after which sending the same again, with the same id, is right: the server did not judge the content. */
export const isPassing = (failure: Failure) => failure.code === 'OFFLINE' || failure.code === 'DATABASE_UNAVAILABLE';
