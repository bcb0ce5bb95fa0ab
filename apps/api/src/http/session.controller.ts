import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { DomainError, SignIn, type Session } from '#contracts';
import type { Request, Response } from 'express';
import { SessionsService, type Opened } from '../access/sessions.service.js';
import { CONFIG, type Config } from '../config.js';
import { openApiSchema, parse, Route } from './route.js';

const COOKIE = 'rt';
/** A page of another site can make a browser send the cookie, but not this header. */
const HEADER = 'x-dispatch115';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route('POST /api/session')
  @ApiBody({ schema: openApiSchema(SignIn, 'input') })
  async signIn(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Session> {
    return this.give(response, await this.sessions.signIn(parse(SignIn, request.body)));
  }

  @Route('POST /api/session/renew')
  async renew(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Session> {
    const token = refreshTokenOf(request);
    if (!token || request.headers[HEADER] === undefined) throw new DomainError('SIGN_IN_REQUIRED');
    return this.give(response, await this.sessions.renew(token));
  }

  @Route('DELETE /api/session')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object> {
    const token = refreshTokenOf(request);
    if (token) await this.sessions.signOut(token);
    response.clearCookie(COOKIE, { path: '/api/session' });
    return {};
  }

  private give(response: Response, { session, refreshToken }: Opened): Session {
    response.cookie(COOKIE, refreshToken, {
      httpOnly: true,
      secure: this.config.COOKIE_SECURE,
      sameSite: 'strict',
      path: '/api/session',
      maxAge: this.config.SHIFT_SESSION_SECONDS * 1_000,
    });
    return session;
  }
}

function refreshTokenOf(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return cookies.find(([name]) => name === COOKIE)?.[1] ?? null;
}
