import { AccountId, DomainError, Role, StationId } from '#contracts';
import type { Actor, Clock } from '#journal';
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const AUDIENCE = 'dispatch115';
const Claims = z.object({ sub: AccountId, name: z.string(), role: Role, station: StationId.nullable() });

/** Signs and reads access tokens (EdDSA); they live in memory of the browser for some minutes. */
export class Tokens {
  private constructor(
    private readonly privateKey: CryptoKey,
    private readonly publicKey: CryptoKey,
    private readonly seconds: number,
    private readonly clock: Clock,
  ) {}

  /** The key is made once and kept in the data folder, readable by its owner only. */
  static async open(dataFolder: string, seconds: number, clock: Clock): Promise<Tokens> {
    const path = join(dataFolder, 'token-key.json');
    const jwk = readKey(path) ?? (await makeKey(dataFolder, path));
    const { d: _private, ...open } = jwk;
    const key = async (value: JWK) => (await importJWK(value, 'EdDSA')) as CryptoKey;
    return new Tokens(await key(jwk), await key(open), seconds, clock);
  }

  async sign(actor: Actor): Promise<{ token: string; expiresAt: Date }> {
    const now = Math.floor(this.clock.now().getTime() / 1_000);
    const token = await new SignJWT({ name: actor.name, role: actor.role, station: actor.stationId })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setSubject(actor.accountId!)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + this.seconds)
      .sign(this.privateKey);
    return { token, expiresAt: new Date((now + this.seconds) * 1_000) };
  }

  /** @throws SIGN_IN_REQUIRED for anything that is not a token of ours that is still valid */
  async read(token: string): Promise<{ actor: Actor; expiresAt: Date }> {
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        audience: AUDIENCE,
        typ: 'at+jwt',
        algorithms: ['EdDSA'],
        currentDate: this.clock.now(),
      });
      const { sub, name, role, station } = Claims.parse(payload);
      return { actor: { accountId: sub, name, role, stationId: station }, expiresAt: new Date(payload.exp! * 1_000) };
    } catch {
      throw new DomainError('SIGN_IN_REQUIRED');
    }
  }
}

function readKey(path: string): JWK | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function makeKey(folder: string, path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(privateKey);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
}
