import type { DeliveryFailure } from '#contracts';

export interface TextMessage {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** Carries text messages out of the house. */
export interface MessageSender {
  /**
   * Resolves when the carrier has taken the message.
   * @throws DeliveryError saying why it has not; anything else is a bug
   */
  send(message: TextMessage): Promise<void>;
}

/** A message was not taken. Never holds the number or the text. */
export class DeliveryError extends Error {
  constructor(
    readonly failure: DeliveryFailure,
    detail: string,
  ) {
    super(detail);
    this.name = 'DeliveryError';
  }
}
