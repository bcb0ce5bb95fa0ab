import { machineNow, useNow } from '#web';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { unacknowledged, useAlarms } from './use-alarms.js';
import { REPEAT, play } from './sound.js';

const MUTE_MS = 5 * 60_000;

/** Muting always ends by itself after five minutes. */
export const useMute = create<{ mutedUntilMs: number }>(() => ({ mutedUntilMs: 0 }));
export const toggleMute = () =>
  useMute.setState(({ mutedUntilMs }) => ({ mutedUntilMs: mutedUntilMs > machineNow() ? 0 : machineNow() + MUTE_MS }));

/** Sounds the first unacknowledged alarm, again and again as its grade demands, unless muted. */
export function useAlarmSound(): void {
  useNow();
  const first = useAlarms((state) => unacknowledged(state)[0]);
  const { mutedUntilMs } = useMute();
  const last = useRef({ id: '', atMs: 0, times: 0 });

  useEffect(() => {
    const nowMs = machineNow();
    if (!first || mutedUntilMs > nowMs) return;
    const { seconds, times } = REPEAT[first.grade];
    const again = last.current.id === first.id;
    if (again && (nowMs - last.current.atMs < seconds * 1000 || last.current.times >= times)) return;
    last.current = { id: first.id, atMs: nowMs, times: again ? last.current.times + 1 : 1 };
    play(first.grade);
  });
}
