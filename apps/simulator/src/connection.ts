import type { ClientEvents, PositionMessage, ServerEvents } from '#contracts';
import { io, type Socket } from 'socket.io-client';
import type { Client } from './client.js';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

const RECONNECT_MS = 3_000;
const RENEW_EVERY_MS = 480_000;

/** Opens the live connection of a signed-in person, and keeps it: through restarts of the server and ends of tokens. */
export function connect(client: Client, stopping: AbortSignal): LiveSocket {
  const socket: LiveSocket = io(client.server, {
    transports: ['websocket'],
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 8_000,
    auth: (give) => {
      client.token().then(
        (token) => give({ token }),
        () => give({ token: 'unavailable' }),
      );
    },
  });
  // A refused handshake and a farewell of the server are final for the library; for a tablet they are not.
  const again = () => {
    if (!socket.active && !stopping.aborted) setTimeout(() => !stopping.aborted && socket.connect(), RECONNECT_MS);
  };
  socket.on('connect_error', again);
  socket.on('disconnect', again);
  const renewing = setInterval(() => void renew(client, socket), RENEW_EVERY_MS);
  stopping.addEventListener('abort', () => {
    clearInterval(renewing);
    socket.disconnect();
  });
  return socket;
}

async function renew(client: Client, socket: LiveSocket): Promise<void> {
  if (!socket.connected) return;
  try {
    const token = await client.token();
    socket.emit('session.renew', { token }, () => undefined);
  } catch {
    // The server cannot be reached now: the next connection brings its own token.
    socket.disconnect().connect();
  }
}

/** Sends a position; one that gets lost is not repeated, the next one is newer. */
export function reportPosition(socket: LiveSocket, message: PositionMessage): void {
  if (socket.connected) socket.emit('position.report', message, () => undefined);
}
