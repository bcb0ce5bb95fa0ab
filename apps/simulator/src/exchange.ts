import type { CallBackId, ExchangeEvent, RingId } from '#contracts';
import { createHmac, randomUUID } from 'node:crypto';

interface Heard {
  readonly ringId: RingId;
  readonly callBackId: CallBackId | null;
}

/** The telephone exchange of the simulated centre: it tells the server of its calls by the signed webhook, as any would. */
export class Exchange {
  constructor(
    private readonly server: string,
    private readonly secret: string,
  ) {}

  /** Somebody calls; it rings at every desk. */
  async ring(phone: string): Promise<RingingCall> {
    const callId = randomUUID();
    const { ringId } = await this.tell('ringing', callId, { from: phone, to: '115', queue: 'cap-cuu' });
    return {
      ringId,
      answered: (extension) => this.tell('answered', callId, { extension }),
      ended: () => this.tell('ended', callId),
      abandoned: () => this.tell('abandoned', callId),
    };
  }

  private async tell(type: ExchangeEvent['type'], callId: string, more: Partial<ExchangeEvent> = {}): Promise<Heard> {
    const at = new Date();
    const event = { eventId: randomUUID(), pbx: 'simulator', callId, type, at: at.toISOString(), ...more };
    const body = JSON.stringify(event);
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const hmac = createHmac('sha256', this.secret).update(timestamp).update(body).digest('hex');
    const headers = { 'x-timestamp': timestamp, 'x-signature': `sha256=${hmac}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.server}/cti/v1/events`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`the exchange was answered ${response.status}`);
    return (await response.json()) as Heard;
  }
}

/** One call as the exchange goes on with it. */
export interface RingingCall {
  readonly ringId: RingId;
  answered(extension: string): Promise<Heard>;
  ended(): Promise<Heard>;
  /** The caller gives up. */
  abandoned(): Promise<Heard>;
}
