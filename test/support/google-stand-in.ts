import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An element of a Distance Matrix that was found: seconds, and seconds in traffic. */
export const OK = (seconds: number, inTraffic?: number) => ({
  status: 'OK',
  duration: { value: seconds, text: '' },
  distance: { value: seconds * 10, text: '' },
  ...(inTraffic === undefined ? {} : { duration_in_traffic: { value: inTraffic, text: '' } }),
});
/** A Distance Matrix of one destination. */
export const rows = (elements: object[]) => ({
  status: 'OK',
  rows: elements.map((element) => ({ elements: [element] })),
});

/** Stands in for Google on this machine: replays what it is told, and remembers what it was asked. */
export class GoogleStandIn {
  readonly asked: URLSearchParams[] = [];
  answer: (query: URLSearchParams, response: ServerResponse) => void = () => undefined;
  private readonly server: Server = createServer((request: IncomingMessage, response) => {
    const { searchParams } = new URL(request.url!, 'http://localhost');
    this.asked.push(searchParams);
    this.answer(searchParams, response);
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/distancematrix/json`;
  }
  replay(body: object, status = 200): void {
    this.answer = (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
  }
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
