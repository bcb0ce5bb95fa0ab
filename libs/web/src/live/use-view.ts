import type { CrewView, Cursor, StationView } from '#contracts';
import { useEffect } from 'react';
import { create } from 'zustand';
import { learnMapVersion } from '../session/system.js';
import { learnServerTime, machineNow } from '../time/clock.js';
import { openLiveFeed, type LiveSocket } from './connection.js';

interface ViewState<V> {
  view: V | null;
  connected: boolean;
  /** When the last message of any kind came, by this machine's clock. */
  heardAtMs: number;
  /** For events of one's own, such as `position.report`; null while closed. */
  socket: LiveSocket | null;
}

/** A store for a screen that receives its whole view with every change: the newest one wins. */
const viewStore = <V extends { cursor: Cursor; serverTime: string }>(event: 'job.changed' | 'desk.changed') => {
  const useView = create<ViewState<V>>(() => ({ view: null, connected: false, heardAtMs: 0, socket: null }));
  const open = () => {
    const { socket, close } = openLiveFeed(() => useView.getState().view?.cursor ?? null);
    const heard = (view: V) => {
      learnServerTime(view.serverTime);
      const known = useView.getState().view?.cursor;
      if (known && known.epoch === view.cursor.epoch && known.n > view.cursor.n) return;
      useView.setState({ view, heardAtMs: machineNow() });
    };
    // Each event's payload is the V its store was made for; the socket's type cannot say so for both at once.
    socket.on(event, heard as never);
    socket.on('board.pulse', ({ mapVersion, serverTime }) => {
      learnMapVersion(mapVersion);
      learnServerTime(serverTime);
      useView.setState({ heardAtMs: machineNow() });
    });
    socket.on('connect', () => useView.setState({ connected: true }));
    socket.on('disconnect', () => useView.setState({ connected: false }));
    useView.setState({ socket });
    return () => {
      close();
      useView.setState({ socket: null, connected: false });
    };
  };
  return { useView, useOpen: () => useEffect(open, []) };
};

const job = viewStore<CrewView>('job.changed');
const desk = viewStore<StationView>('desk.changed');

/** The crew's own vehicle and mission. */
export const useJob = job.useView;
/** Keeps the crew's feed open while the calling component is on screen. */
export const useOpenJob = job.useOpen;
/** The station's vehicles and the offers made to it. */
export const useDesk = desk.useView;
/** Keeps the station's feed open while the calling component is on screen. */
export const useOpenDesk = desk.useOpen;
