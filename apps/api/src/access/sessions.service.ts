import { DomainError, type Account, type Session, type SignIn, type VehicleId } from '#contracts';
import { AccountRow } from '#fleet';
import { sha256, type Actor, type Clock } from '#journal';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { hashPassword, verifyPassword } from './passwords.js';
import type { Tokens } from './tokens.js';

export interface Opened {
  readonly session: Session;
  /** Goes into an HttpOnly cookie; only its hash is stored. */
  readonly refreshToken: string;
}

interface StoredToken {
  account_id: string;
  family: string;
  expires_at: Date;
  replaced_at: Date | null;
  revoked_at: Date | null;
}

/** On a phone network the answer to a rotation is often lost: the old token still works this long. */
const GRACE_MS = 30_000;
const TRY_WINDOW_MS = 60_000;
const TRIES_PER_WINDOW = 10;

/** Who is signed in. A refresh token rotates at every use; using an old one again ends the whole family. */
export class SessionsService {
  private readonly tries = new Map<string, { count: number; since: number }>();
  private forgottenAt = 0;
  /** Compared when the login does not exist, so that both answers take as long. */
  private readonly decoy = hashPassword(randomUUID());

  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
    private readonly sessionSeconds: number,
  ) {}

  async signIn({ login: typed, password }: SignIn): Promise<Opened> {
    const login = typed.toLowerCase();
    this.countTry(login);
    const account = await this.dataSource.manager.findOneBy(AccountRow, { login, active: true });
    const right = await verifyPassword(account?.passwordHash ?? (await this.decoy), password);
    if (!account || !right) throw new DomainError('SIGN_IN_FAILED');
    this.tries.delete(login);
    const expiresAt = new Date(this.clock.now().getTime() + this.sessionSeconds * 1_000);
    const refreshToken = await this.issue(this.dataSource.manager, account.id, randomUUID(), expiresAt);
    return { session: await this.sessionOf(account), refreshToken };
  }

  async renew(refreshToken: string): Promise<Opened> {
    const now = this.clock.now();
    const renewed = await this.dataSource.transaction(async (tx) => {
      const [stored]: StoredToken[] = await tx.query(
        'select account_id, family, expires_at, replaced_at, revoked_at from refresh_token where token_hash = $1 for update',
        [sha256(refreshToken)],
      );
      if (!stored || stored.revoked_at || stored.expires_at <= now) return null;
      if (stored.replaced_at && now.getTime() - stored.replaced_at.getTime() > GRACE_MS) {
        await tx.query('update refresh_token set revoked_at = $2 where family = $1', [stored.family, now]);
        return null;
      }
      const account = await tx.findOneBy(AccountRow, { id: stored.account_id as AccountRow['id'], active: true });
      if (!account) return null;
      await tx.query('update refresh_token set replaced_at = coalesce(replaced_at, $2) where token_hash = $1', [
        sha256(refreshToken),
        now,
      ]);
      return { account, refreshToken: await this.issue(tx, account.id, stored.family, stored.expires_at) };
    });
    if (!renewed) throw new DomainError('SIGN_IN_REQUIRED');
    return { session: await this.sessionOf(renewed.account), refreshToken: renewed.refreshToken };
  }

  async signOut(refreshToken: string): Promise<void> {
    await this.dataSource.query(
      `update refresh_token set revoked_at = $2
       where family = (select family from refresh_token where token_hash = $1) and revoked_at is null`,
      [sha256(refreshToken), this.clock.now()],
    );
  }

  /** The vehicle whose shift this person is on now. */
  async findVehicle(accountId: AccountRow['id']): Promise<VehicleId | null> {
    const [row]: { vehicle_id: VehicleId }[] = await this.dataSource.query(
      `select s.vehicle_id from shift_member m join shift s on s.id = m.shift_id
       where m.account_id = $1 and m.active and s.ended_at is null`,
      [accountId],
    );
    return row?.vehicle_id ?? null;
  }

  private async sessionOf(row: AccountRow): Promise<Session> {
    const account: Account = {
      id: row.id,
      login: row.login,
      name: row.name,
      role: row.role,
      stationId: row.stationId,
      vehicleId: row.role === 'crew' ? await this.findVehicle(row.id) : null,
    };
    const actor: Actor = { accountId: row.id, name: row.name, role: row.role, stationId: row.stationId };
    const { token, expiresAt } = await this.tokens.sign(actor);
    return { accessToken: token, expiresAt: expiresAt.toISOString(), account };
  }

  private async issue(tx: EntityManager, accountId: string, family: string, expiresAt: Date): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      'insert into refresh_token (token_hash, account_id, family, issued_at, expires_at) values ($1, $2, $3, $4, $5)',
      [sha256(token), accountId, family, this.clock.now(), expiresAt],
    );
    return token;
  }

  private countTry(login: string): void {
    const now = this.clock.now().getTime();
    const seen = this.tries.get(login);
    const current = seen && now - seen.since < TRY_WINDOW_MS ? seen : { count: 0, since: now };
    current.count++;
    this.tries.set(login, current);
    if (now - this.forgottenAt >= TRY_WINDOW_MS) this.forgetTries(now);
    if (current.count > TRIES_PER_WINDOW) throw new DomainError('TOO_MANY_TRIES');
  }

  /** Never the ones that still count: a flood of invented names must not give a guesser new tries. */
  private forgetTries(now: number): void {
    this.forgottenAt = now;
    for (const [login, { since }] of this.tries) if (now - since >= TRY_WINDOW_MS) this.tries.delete(login);
  }
}
