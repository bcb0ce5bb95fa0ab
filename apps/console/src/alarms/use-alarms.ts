import { useBoard, useFreshness, useNow } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';
import { alarmsOf, headOf, type Alarm } from './alarms.js';

interface AlarmState {
  /** Every alarm whose condition holds, acknowledged or not. */
  alarms: Alarm[];
  acknowledged: ReadonlySet<string>;
}

export const useAlarms = create<AlarmState>(() => ({ alarms: [], acknowledged: new Set() }));

export const unacknowledged = ({ alarms, acknowledged }: AlarmState) =>
  alarms.filter(({ id }) => !acknowledged.has(id));

/** Silences alarms; their rows keep their mark until the condition ends. */
export const acknowledge = (alarms: readonly Alarm[]) =>
  useAlarms.setState(({ acknowledged }) => ({
    acknowledged: new Set([...acknowledged, ...alarms.map(({ id }) => id)]),
  }));

/** Silences what the strip shows. */
export const acknowledgeHead = () => acknowledge(headOf(unacknowledged(useAlarms.getState())));

/** Watches the board for alarms, every second; an acknowledgement ends with the condition it was for. */
export function useWatchAlarms(): void {
  const { incidents, missions, requests, units, distresses } = useBoard();
  const { seconds: unprovedSeconds } = useFreshness();
  const nowMs = useNow();
  useEffect(() => {
    const alarms = alarmsOf({ incidents, missions, requests, units, distresses, unprovedSeconds, nowMs });
    const ids = new Set(alarms.map(({ id }) => id));
    useAlarms.setState(({ acknowledged }) => ({
      alarms,
      acknowledged: new Set([...acknowledged].filter((id) => ids.has(id))),
    }));
  }, [incidents, missions, requests, units, distresses, unprovedSeconds, nowMs]);
}
