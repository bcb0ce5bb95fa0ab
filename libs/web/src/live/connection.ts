import type { ClientEvents, Cursor, ServerEvents } from '#contracts';
import { io, type Socket } from 'socket.io-client';
import { renewSession } from '../session/api.js';
import { endSession, useSession } from '../session/session.js';
import { machineNow } from '../time/clock.js';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

const RENEW_BEFORE_MS = 60_000;
const RECONNECT_MS = 1_000;

/**
 * Opens the live feed of this page's origin. The token goes with every handshake, the cursor too, so that a short loss
 * is resumed and not started over; a renewed token is told to the server without a break.
 */
export function openLiveFeed(cursor: () => Cursor | null): { socket: LiveSocket; close: () => void } {
  const socket: LiveSocket = io({
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    auth: (give) => {
      const known = cursor();
      give({ token: useSession.getState().accessToken ?? '', ...(known ? { cursor: known } : {}) });
    },
  });
  const renewQuietly = () =>
    renewSession().catch((thrown: unknown) => console.warn('session not renewed', String(thrown)));

  // Losses of the line are mended by the client itself; after the server's own no, a fresh token is fetched first.
  let closed = false;
  const tryAgain = () =>
    void renewQuietly().then(() => {
      if (!closed && useSession.getState().status === 'signed_in')
        setTimeout(() => closed || socket.connect(), RECONNECT_MS);
    });
  socket.on('connect_error', () => {
    if (!socket.active) tryAgain();
  });
  socket.on('disconnect', () => {
    if (!socket.active) tryAgain();
  });
  socket.on('session.ended', () => endSession());

  let timer: ReturnType<typeof setTimeout> | undefined;
  const planRenewal = (expiresAtMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void renewQuietly(), Math.max(5_000, expiresAtMs - machineNow() - RENEW_BEFORE_MS));
  };
  planRenewal(useSession.getState().expiresAtMs);
  const unsubscribe = useSession.subscribe((now, before) => {
    if (!now.accessToken || now.accessToken === before.accessToken) return;
    planRenewal(now.expiresAtMs);
    if (socket.connected) socket.emit('session.renew', { token: now.accessToken }, () => undefined);
  });

  return {
    socket,
    close: () => {
      closed = true;
      clearTimeout(timer);
      unsubscribe();
      socket.disconnect();
    },
  };
}
