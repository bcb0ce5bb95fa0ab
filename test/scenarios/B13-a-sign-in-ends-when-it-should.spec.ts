import type { ErrorView, Session } from '#contracts';
import { Screen, until } from '../support/screen.js';
import { startTestServer, type TestServer } from '../support/server.js';

const TOKEN_SECONDS = 3;

describe('B13 A sign-in ends when it should', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ ACCESS_TOKEN_SECONDS: String(TOKEN_SECONDS) });
  });
  afterAll(() => server.close());

  const call = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const response = await fetch(`${server.url}/api/session${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    const [cookie] = response.headers.getSetCookie();
    return {
      status: response.status,
      cookie: cookie ?? '',
      answer: (await response.json()) as Session & ErrorView,
    };
  };
  const signIn = (login: string) => call('POST', '', {}, { login, password: 'demo115' });
  const own = { 'x-dispatch115': '1' };
  const pair = (cookie: string) => cookie.split(';')[0]!;

  it('keeps the refresh token where no script and no other page reaches it', async () => {
    const { cookie, answer } = await signIn('dieuphoi');
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/api/session']) expect(cookie).toContain(attribute);
    expect(JSON.stringify(answer)).not.toContain(pair(cookie).split('=')[1]);
    const foreign = await call('POST', '/renew', { cookie: pair(cookie) });
    expect([foreign.status, foreign.answer.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
    const renewed = await call('POST', '/renew', { ...own, cookie: pair(cookie) });
    expect(renewed.status).toBe(200);
    expect(pair(renewed.cookie)).not.toBe(pair(cookie));
    await call('DELETE', '', { ...own, cookie: pair(renewed.cookie) });
    expect((await call('POST', '/renew', { ...own, cookie: pair(renewed.cookie) })).status).toBe(401);
    expect((await call('POST', '/renew', own)).status).toBe(401);
  });

  it('tells a screen whose token has run out, and leaves open one that renewed it', async () => {
    const old = (await signIn('dieuphoi')).answer.accessToken;
    const forgetful = await Screen.open(server, { token: old });
    const { answer, cookie } = await signIn('dieuphoi2');
    const faithful = await Screen.open(server, { token: answer.accessToken });
    await until(() => faithful.last('board.snapshot'), 'the board');
    const wrong = (await signIn('giamsat')).answer.accessToken;
    await expect(faithful.emit('session.renew', { token: wrong })).resolves.toMatchObject({
      ok: false,
      error: { code: 'SIGN_IN_REQUIRED' },
    });
    const ended = until(() => forgetful.last('session.ended'), 'the forgetful screen is told');
    while (!forgetful.last('session.ended')) {
      const { answer: fresh } = await call('POST', '/renew', { ...own, cookie: pair(cookie) });
      await expect(faithful.emit('session.renew', { token: fresh.accessToken })).resolves.toMatchObject({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(await ended).toMatchObject({ code: 'SIGN_IN_REQUIRED', message: { vi: expect.any(String) } });
    await until(() => !forgetful.socket.connected, 'and its line is closed');
    expect(faithful.socket.connected).toBe(true);
    expect(faithful.all('session.ended')).toEqual([]);
    const late = await fetch(`${server.url}/api/incidents`, {
      headers: { authorization: `Bearer ${old}` },
    });
    expect([late.status, ((await late.json()) as ErrorView).code]).toEqual([401, 'SIGN_IN_REQUIRED']);
    faithful.close();
    forgetful.close();
  });
});
