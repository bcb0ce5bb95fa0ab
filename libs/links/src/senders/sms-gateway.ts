import { DeliveryError, type MessageSender, type TextMessage } from './sender.js';

export interface SmsGatewaySettings {
  readonly url: string;
  readonly token: string | undefined;
  readonly timeoutMs: number;
}

const TRIES = 2;

/**
 * An SMS gateway by HTTP: `POST {"to": "+84…", "text": "…"}` with `Authorization: Bearer …`; any 2xx means taken. A 4xx
 * is final; 5xx, silence and a broken line are tried once more.
 */
export class SmsGateway implements MessageSender {
  constructor(private readonly settings: SmsGatewaySettings) {}

  async send(message: TextMessage): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const failure = await this.attempt(message);
      if (!failure) return;
      if (failure.failure === 'refused' || attempt === TRIES) throw failure;
    }
  }

  private async attempt(message: TextMessage): Promise<DeliveryError | null> {
    const { url, token, timeoutMs } = this.settings;
    try {
      const { ok, status } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (ok) return null;
      return new DeliveryError(status < 500 ? 'refused' : 'unreachable', `answered ${status}`);
    } catch (error) {
      return new DeliveryError('unreachable', (error as Error).name);
    }
  }
}
