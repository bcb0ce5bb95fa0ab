import type { Cursor, ExchangeLine } from '#contracts';
import { useEffect, useReducer, useState } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { learnMapVersion } from '../session/system.js';
import { learnServerTime, machineNow, useNow } from '../time/clock.js';
import { EMPTY_BOARD, applyChange, applyPositions, boardOf, differingKinds, forget, type Board } from './board.js';
import { openLiveFeed } from './connection.js';
import { freshnessAt, heardPulse, staleInMs, type Freshness, type Hearing } from './freshness.js';

export interface BoardState extends Board, Hearing {
  /** Whether the server hears the telephone exchange; null until it has said so. */
  exchange: ExchangeLine | null;
  /** Server time at which this board was found not to add up, and was fetched anew; null when it never happened. */
  mendedAt: string | null;
  /** Server time of the last pulse that proved the board fresh; what "data stopped at" shows. */
  provedAt: string | null;
}

/** The board of the room: one store, fed by the live feed, read with selectors. */
export const useBoard = create<BoardState>(() => ({
  ...EMPTY_BOARD,
  connected: false,
  provedAt: null,
  begun: false,
  mendedAt: null,
  exchange: null,
  pulseAtMs: machineNow(),
  behindSinceMs: null,
}));

/** Connects {@link useBoard} to the live feed; returns what closes it. */
function openBoard(): () => void {
  useBoard.setState({ ...useBoard.getInitialState(), pulseAtMs: machineNow() });
  const { socket, close } = openLiveFeed(() => useBoard.getState().cursor);
  let resuming = false;
  let leaving: ReadonlySet<string> = new Set();
  const ask = (cursor: Cursor | null) => {
    if (resuming) return;
    resuming = true;
    socket.timeout(3_000).emit('board.resume', { cursor }, () => {
      resuming = false;
    });
  };
  const resume = () => {
    const { cursor } = useBoard.getState();
    if (cursor) ask(cursor);
  };
  socket.on('connect', () => useBoard.setState({ connected: true }));
  socket.on('disconnect', () => {
    resuming = false;
    useBoard.setState({ connected: false });
  });
  socket.on('board.snapshot', (snapshot) => {
    learnServerTime(snapshot.serverTime);
    useBoard.setState({
      ...boardOf(snapshot),
      begun: true,
      provedAt: snapshot.serverTime,
      pulseAtMs: machineNow(),
      behindSinceMs: null,
    });
  });
  socket.on('board.changed', (change) => {
    const { fit, board } = applyChange(useBoard.getState(), change);
    if (fit === 'gap') resume();
    if (fit === 'applied') useBoard.setState(board);
  });
  socket.on('units.moved', (moved) => useBoard.setState((state) => applyPositions(state, moved)));
  socket.on('missions.expected', (expected) =>
    useBoard.setState({ expected: Object.fromEntries(expected.map((one) => [one.missionId, one])) }),
  );
  socket.on('board.pulse', ({ cursor, mapVersion, exchange, serverTime }) => {
    learnServerTime(serverTime);
    learnMapVersion(mapVersion);
    const state = useBoard.getState();
    const shownN = state.cursor?.epoch === cursor.epoch ? state.cursor.n : -1;
    const hearing = heardPulse(hearingOf(state), cursor.n, shownN, machineNow());
    useBoard.setState({ ...hearing, exchange, ...(hearing.behindSinceMs === null ? { provedAt: serverTime } : {}) });
    if (hearing.behindSinceMs !== null) resume();
  });
  socket.on('board.digest', (digest) => {
    const differing = differingKinds(useBoard.getState(), digest);
    if (differing === null) return;
    if (differing.length > 0) {
      console.warn('the board did not add up', differing.join(', '));
      useBoard.setState({ mendedAt: digest.serverTime });
      return ask(null);
    }
    const rest = forget(useBoard.getState(), leaving);
    leaving = rest.leaving;
    useBoard.setState(rest.board);
  });
  return close;
}

/** Keeps the board open while the calling component is on screen. */
export const useOpenBoard = () => useEffect(() => openBoard(), []);

const hearingOf = ({ connected, begun, pulseAtMs, behindSinceMs }: BoardState): Hearing => ({
  connected,
  begun,
  pulseAtMs,
  behindSinceMs,
});

/** {@link useFreshness} for one moment, outside of what is drawn. */
export const freshnessNow = (): Freshness => freshnessAt(hearingOf(useBoard.getState()), machineNow());

/** Whether the board may be believed now; new every second, and at the very moment it may not be believed any longer. */
export function useFreshness(): Freshness {
  useNow();
  const hearing = useBoard(useShallow(hearingOf));
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const waitMs = staleInMs(hearing, machineNow());
    if (waitMs <= 0) return;
    const timer = setTimeout(redraw, waitMs);
    return () => clearTimeout(timer);
  }, [hearing]);
  return freshnessAt(hearing, machineNow());
}

/** True for `ms` after the board became believable again: the moment to say that everything is in step. */
export function useJustResynced(ms = 3_000): boolean {
  const { state } = useFreshness();
  const broken = state === 'warning' || state === 'alarm';
  const [wasBroken, setWasBroken] = useState(false);
  useEffect(() => {
    if (broken) setWasBroken(true);
    if (broken || !wasBroken || state !== 'live') return;
    const timer = setTimeout(() => setWasBroken(false), ms);
    return () => clearTimeout(timer);
  }, [broken, wasBroken, state, ms]);
  return wasBroken && state === 'live';
}
