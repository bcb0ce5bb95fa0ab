import type { ErrorCode, SignIn } from '#contracts';
import { AccountRow } from '#fleet';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FakeClock } from '../../../../test/support/fake-clock.js';
import { buildWorld } from '../../../../test/support/world.js';
import { hashPassword } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { Tokens } from './tokens.js';

const TOKEN_SECONDS = 600;
const SHIFT_SECONDS = 43_200;
const GRACE_SECONDS = 30;
const RIGHT: SignIn = { login: 't0', password: 'mật khẩu đúng' };

describe('Sessions', () => {
  let database: TestDatabase;
  let folder: string;
  let clock: FakeClock;
  let tokens: Tokens;
  let sessions: SessionsService;
  beforeAll(async () => {
    database = await openTestDatabase(3);
    await buildWorld(database.dataSource, 1);
    const passwordHash = await hashPassword(RIGHT.password);
    await database.dataSource.manager.update(AccountRow, { login: RIGHT.login }, { passwordHash });
    folder = mkdtempSync(join(tmpdir(), 'd115-key-'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    clock = new FakeClock();
    tokens = await Tokens.open(folder, TOKEN_SECONDS, clock);
    sessions = new SessionsService(database.dataSource, tokens, clock, SHIFT_SECONDS);
  });
  const refused = (work: Promise<unknown>, code: ErrorCode) => expect(work).rejects.toMatchObject({ code });

  it('opens for the right password only, and says no more about an unknown name than about a wrong password', async () => {
    const { session } = await sessions.signIn({ ...RIGHT, login: 'T0' });
    expect(session.account).toMatchObject({ login: 't0', role: 'crew', vehicleId: expect.any(String) });
    await refused(sessions.signIn({ ...RIGHT, password: 'mật khẩu sai' }), 'SIGN_IN_FAILED');
    await refused(sessions.signIn({ ...RIGHT, login: 'khong-co' }), 'SIGN_IN_FAILED');
    await database.dataSource.manager.update(AccountRow, { login: RIGHT.login }, { active: false });
    await refused(sessions.signIn(RIGHT), 'SIGN_IN_FAILED');
    await database.dataSource.manager.update(AccountRow, { login: RIGHT.login }, { active: true });
  });

  it('listens to ten tries a minute for one name, however it is written', async () => {
    for (let i = 0; i < 10; i++)
      await refused(sessions.signIn({ login: i % 2 ? 't0' : 'T0', password: 'đoán' }), 'SIGN_IN_FAILED');
    await refused(sessions.signIn(RIGHT), 'TOO_MANY_TRIES');
    clock.pass(61);
    await expect(sessions.signIn(RIGHT)).resolves.toBeDefined();
  });

  it('ends an access token at its time, and takes no token that is not its own', async () => {
    const { session } = await sessions.signIn(RIGHT);
    const { accessToken } = session;
    await expect(tokens.read(accessToken)).resolves.toMatchObject({ actor: { role: 'crew' } });
    clock.pass(TOKEN_SECONDS + 1);
    await refused(tokens.read(accessToken), 'SIGN_IN_REQUIRED');
    clock.pass(-TOKEN_SECONDS);
    const [header, claims, signature] = accessToken.split('.') as [string, string, string];
    const admin = Buffer.from(Buffer.from(claims, 'base64url').toString().replace('"crew"', '"admin"')).toString(
      'base64url',
    );
    const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    for (const forged of [`${header}.${admin}.${signature}`, `${unsigned}.${admin}.`, `${header}.${claims}.`, 'x', ''])
      await refused(tokens.read(forged), 'SIGN_IN_REQUIRED');
  });

  it('rotates the refresh token; a lost answer may be asked for again for a moment', async () => {
    const { refreshToken: first } = await sessions.signIn(RIGHT);
    const { refreshToken: second } = await sessions.renew(first);
    expect(second).not.toBe(first);
    clock.pass(GRACE_SECONDS - 1);
    const { refreshToken: third } = await sessions.renew(first);
    await expect(sessions.renew(second)).resolves.toBeDefined();
    await expect(sessions.renew(third)).resolves.toBeDefined();
  });

  it('ends the whole family when an old refresh token comes back later: somebody copied it', async () => {
    const { refreshToken: stolen } = await sessions.signIn(RIGHT);
    const other = await sessions.signIn(RIGHT);
    const { refreshToken: current } = await sessions.renew(stolen);
    clock.pass(GRACE_SECONDS + 1);
    await refused(sessions.renew(stolen), 'SIGN_IN_REQUIRED');
    await refused(sessions.renew(current), 'SIGN_IN_REQUIRED');
    await expect(sessions.renew(other.refreshToken)).resolves.toBeDefined();
  });

  it('ends with the shift, with signing out, and for an account that was closed', async () => {
    const { refreshToken } = await sessions.signIn(RIGHT);
    const { refreshToken: renewed } = await sessions.renew(refreshToken);
    await sessions.signOut(renewed);
    await refused(sessions.renew(renewed), 'SIGN_IN_REQUIRED');
    const late = await sessions.signIn(RIGHT);
    clock.pass(SHIFT_SECONDS);
    await refused(sessions.renew(late.refreshToken), 'SIGN_IN_REQUIRED');
    await refused(sessions.renew('never given'), 'SIGN_IN_REQUIRED');
  });
});
