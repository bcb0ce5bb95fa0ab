import type { NextFunction, Response } from 'express';
import type { Tokens } from '../access/tokens.js';
import type { SignedRequest } from './route.js';

/** Reads the bearer token if there is one; a wrong one is refused here, a missing one by the route's own rule. */
export const authenticate =
  (tokens: Tokens) =>
  async (request: SignedRequest, _response: Response, next: NextFunction): Promise<void> => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !token) return next();
    try {
      request.actor = (await tokens.read(token)).actor;
      next();
    } catch (error) {
      next(error);
    }
  };
