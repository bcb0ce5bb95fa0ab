import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message older or newer than this is refused: whoever recorded one cannot play it again tomorrow. */
const WINDOW_SECONDS = 300;

/** `sha256=<hex>`: HMAC-SHA256 over the timestamp (whole seconds, as sent) followed by the bytes of the body. */
export const signatureOf = (secret: string, timestamp: string, body: Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(timestamp).update(body).digest('hex')}`;

/** Whether a message is signed with the secret and was sent within five minutes of now; compared in constant time. */
export function isSigned(
  secret: string,
  message: { timestamp: string; signature: string; body: Buffer },
  now: Date,
): boolean {
  const { timestamp, signature, body } = message;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const [expected, given] = [Buffer.from(signatureOf(secret, timestamp, body)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
