import type { ExchangeEvent } from '#contracts';
import { signatureOf } from '#telephony';
import { randomUUID } from 'node:crypto';

export const CTI_SECRET = 'a secret of the exchange';

/** A telephone exchange that tells of its calls by the signed webhook, as any exchange would. */
export class Exchange {
  constructor(
    private readonly url: string,
    private readonly secret = CTI_SECRET,
  ) {}

  /** One word about a call; the response as it came. */
  tell(type: ExchangeEvent['type'], callId: string, more: Partial<ExchangeEvent> = {}): Promise<Response> {
    const event = { eventId: randomUUID(), pbx: 'pbx-1', callId, type, at: new Date().toISOString(), ...more };
    return this.post(JSON.stringify(event));
  }

  post(body: string, headers: Record<string, string> = {}): Promise<Response> {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signed = {
      'x-timestamp': timestamp,
      'x-signature': signatureOf(this.secret, timestamp, Buffer.from(body)),
      'content-type': 'application/json',
    };
    return fetch(`${this.url}/cti/v1/events`, { method: 'POST', body, headers: { ...signed, ...headers } });
  }

  /** A number rings, and waits. */
  async ring(callId: string, from: string, secondsAgo = 0): Promise<void> {
    const at = new Date(Date.now() - secondsAgo * 1_000).toISOString();
    const { status } = await this.tell('ringing', callId, { from, to: '115', queue: 'cap-cuu', at });
    if (status !== 200) throw new Error(`the exchange was answered ${status}`);
  }
}
