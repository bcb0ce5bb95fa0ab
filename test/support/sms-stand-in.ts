import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for an SMS gateway on this machine: remembers what it was given and answers as it is told. */
export class SmsStandIn {
  readonly taken: { to: string; text: string; authorization: string | undefined }[] = [];
  /** The next answers, first to last; 'silence' never answers. When none is left: 200. */
  readonly answers: (number | 'silence')[] = [];
  tries = 0;
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      this.tries++;
      const answer = this.answers.shift() ?? 200;
      if (answer === 'silence') return;
      if (answer === 200)
        this.taken.push({ ...JSON.parse(body), authorization: request.headers.authorization } as never);
      response.writeHead(answer).end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/send`;
  }
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
