import type { CallerLinkId } from '#contracts';
import { sha256 } from '#journal';
import { createHmac } from 'node:crypto';

const SECRET_BYTES = 16;

/**
 * The secret in a link's address: 128 bits of HMAC-SHA-256 over its id with the server's own key. So it can be shown
 * again without being kept anywhere, and who reads the database cannot open a page.
 */
export const secretOfLink = (key: Buffer, id: CallerLinkId): string =>
  createHmac('sha256', key).update(`caller link ${id}`).digest().subarray(0, SECRET_BYTES).toString('base64url');

/** What is kept of a secret. */
export const hashOfSecret = (secret: string): Buffer => sha256(secret);
