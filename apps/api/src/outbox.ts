import { FileSender, SmsGateway, type CallerLinkSettings, type MessageSender } from '#links';
import type { Clock } from '#journal';
import { join } from 'node:path';
import type { Config } from './config.js';

/** Whether text messages go anywhere: to a gateway, or in a trial into a file. */
export const sendsMessages = ({ SMS_URL }: Config, trial: boolean): boolean => SMS_URL !== undefined || trial;

/** Who carries text messages; null when nobody does, and links are shown or read out. */
export function outboxOf(config: Config, trial: boolean, dataFolder: string, clock: Clock): MessageSender | null {
  const { SMS_URL, SMS_TOKEN, SMS_TIMEOUT_SECONDS } = config;
  if (SMS_URL) return new SmsGateway({ url: SMS_URL, token: SMS_TOKEN, timeoutMs: SMS_TIMEOUT_SECONDS * 1_000 });
  return trial ? new FileSender(join(dataFolder, 'outbox/sms.jsonl'), clock) : null;
}

/** Without PUBLIC_URL links lead to this very machine: enough for a trial in one browser. */
export const linkSettingsOf = ({ PUBLIC_URL, PORT, CALLER_LINK_SECONDS }: Config, key: Buffer): CallerLinkSettings => ({
  key,
  publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
  lifeSeconds: CALLER_LINK_SECONDS,
});
