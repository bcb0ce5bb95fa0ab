import type { Clock } from '#journal';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MessageSender, TextMessage } from './sender.js';

/** For trial and training: messages go into a file, one JSON line each, and to nobody. */
export class FileSender implements MessageSender {
  constructor(
    private readonly file: string,
    private readonly clock: Clock,
  ) {}

  async send({ to, text }: TextMessage): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const line = JSON.stringify({ at: this.clock.now().toISOString(), to, text });
    await appendFile(this.file, `${line}\n`, { mode: 0o600 });
  }
}
