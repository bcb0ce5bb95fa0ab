import { machineNow, useNow } from '#web';
import { useEffect, useRef } from 'react';
import { useLeader } from '../windows/leader.js';
import { play, REPEAT, type SoundName } from './sound.js';
import { useSound } from './sound-settings.js';
import { inStrip, unacknowledged, useAlarms } from './use-alarms.js';

interface Sounded {
  cause: string;
  atMs: number;
  times: number;
}

/** Whether something sounds again: at once when it is new, then as its grade demands. */
export function isDue(name: SoundName, cause: string, last: Sounded, nowMs: number): boolean {
  if (last.cause !== cause) return true;
  const { seconds, times } = REPEAT[name];
  return last.times < times && nowMs - last.atMs >= seconds * 1_000;
}

/** Only one window of a desk sounds, and none that is muted. */
function useMaySound(): () => boolean {
  const leads = useLeader((leader) => leader.leads);
  return () => leads && useSound.getState().mutedUntilMs <= machineNow();
}

const sound = (name: SoundName) =>
  void play(name, useSound.getState().volume).catch((thrown: unknown) => console.warn('not played', String(thrown)));

/** Sounds the first unacknowledged alarm of the strip, again and again; a low one once, when it is new. */
export function useAlarmSound(): void {
  useNow();
  const maySound = useMaySound();
  const last = useRef<Sounded>({ cause: '', atMs: 0, times: 0 });
  const heardLow = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const open = unacknowledged(useAlarms.getState());
    const low = open.filter(({ grade }) => grade === 'low').map(({ cause }) => cause);
    const newLow = low.some((cause) => !heardLow.current.has(cause));
    const [first] = inStrip(open);
    if (!maySound()) return;
    const nowMs = machineNow();
    if (first && isDue(first.grade, first.cause, last.current, nowMs)) {
      const again = last.current.cause === first.cause;
      last.current = { cause: first.cause, atMs: nowMs, times: again ? last.current.times + 1 : 1 };
      sound(first.grade);
    } else if (!first && newLow) sound('low');
    heardLow.current = new Set(low);
  });
}

/** Rings as long as a call waits; every call rings anew. */
export function useRingSound(waitingCallId: string | null): void {
  useNow();
  const maySound = useMaySound();
  const last = useRef<Sounded>({ cause: '', atMs: 0, times: 0 });
  useEffect(() => {
    const nowMs = machineNow();
    if (!waitingCallId || !maySound() || !isDue('ring', waitingCallId, last.current, nowMs)) return;
    last.current = { cause: waitingCallId, atMs: nowMs, times: 1 };
    sound('ring');
  });
}
