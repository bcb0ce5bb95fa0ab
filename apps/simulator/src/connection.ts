import type { ClientEvents, PositionMessage, ServerEvents } from '#contracts';
import { io, type Socket } from 'socket.io-client';
import type { Client } from './client.js';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

const RECONNECT_MS = 3_000;
/** How often to look whether the token has been renewed; a client renews it a minute before it ends. */
const TOKEN_CHECK_MS = 20_000;

/** Opens the live connection of a signed-in person, and keeps it: through restarts of the server and ends of tokens. */
export function connect(client: Client, stopping: AbortSignal): LiveSocket {
  let given = '';
  const socket: LiveSocket = io(client.server, {
    transports: ['websocket'],
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 8_000,
    auth: (give) => {
      client.token().then(
        (token) => give({ token: (given = token) }),
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
  const renewing = setInterval(() => {
    void client.token().then(
      (token) => {
        if (token === given || !socket.connected) return;
        socket.emit('session.renew', { token: (given = token) }, () => undefined);
      },
      // The server cannot be reached now: the next connection brings a token of its own.
      () => undefined,
    );
  }, TOKEN_CHECK_MS);
  stopping.addEventListener('abort', () => {
    clearInterval(renewing);
    socket.disconnect();
  });
  return socket;
}

/** Sends a position; one that gets lost is not repeated, the next one is newer. */
export function reportPosition(socket: LiveSocket, message: PositionMessage): void {
  if (socket.connected) socket.emit('position.report', message, () => undefined);
}
