import { alarmsOf, type Alarm } from '#contracts';
import { send, useBoard, useFreshness, useNow, useSystem } from '#web';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { tell } from '../windows/channel.js';
import { useLeader } from '../windows/leader.js';
import { headOf, inStrip } from './alarms.js';

export { inStrip };

interface AlarmState {
  /** Every alarm whose condition holds, acknowledged or not. */
  alarms: Alarm[];
  /** Causes that were silenced, at this desk or at another. */
  acknowledged: ReadonlySet<string>;
}

export const useAlarms = create<AlarmState>(() => ({ alarms: [], acknowledged: new Set() }));

export const unacknowledged = ({ alarms, acknowledged }: AlarmState) =>
  alarms.filter(({ cause }) => !acknowledged.has(cause));

/** Silences causes in this window. */
export const acknowledgeHere = (causes: readonly string[]) =>
  useAlarms.setState(({ acknowledged }) => ({ acknowledged: new Set([...acknowledged, ...causes]) }));

/** Silences alarms in every window of this desk at once, and in the room as soon as the server knows. */
export function acknowledge(alarms: readonly Alarm[]): void {
  const causes = alarms.map(({ cause }) => cause);
  acknowledgeHere(causes);
  tell({ kind: 'acknowledged', causes });
}

/** Silences what the strip shows. */
export const acknowledgeHead = () => acknowledge(headOf(inStrip(unacknowledged(useAlarms.getState()))));

/**
 * Watches the board for alarms, every second, by the same rule as the server: nothing that this screen can see waits for
 * an answer. An acknowledgement ends with the condition it was for.
 */
export function useWatchAlarms(): void {
  const { incidents, missions, requests, units, stations, positions, expected, distresses, alarms: kept } = useBoard();
  const { seconds: unprovedSeconds, state } = useFreshness();
  const system = useSystem((known) => known.system);
  const nowMs = useNow();
  useEffect(() => {
    if (!system) return;
    const { targetSeconds, alarmRules: rules } = system;
    const expectedMs = Object.fromEntries(
      Object.values(expected).map(({ missionId, arrivesAt }) => [missionId, new Date(arrivesAt).getTime()]),
    );
    const board = { incidents, missions, requests, units, stations, positions, distresses };
    const alarms = alarmsOf({ ...board, expectedMs, targetSeconds, rules, unprovedSeconds, nowMs });
    const causes = new Set(alarms.map(({ cause }) => cause));
    const elsewhere = Object.values(kept).flatMap(({ cause, acknowledgedAt }) => (acknowledgedAt ? [cause] : []));
    useAlarms.setState(({ acknowledged }) => ({
      alarms,
      acknowledged: new Set([...acknowledged, ...elsewhere].filter((cause) => causes.has(cause))),
    }));
  }, [
    incidents,
    missions,
    requests,
    units,
    stations,
    positions,
    expected,
    distresses,
    kept,
    system,
    unprovedSeconds,
    nowMs,
  ]);
  useTellServer(state === 'live');
}

/**
 * Tells the server what this desk has silenced, as soon as it can and until it knows: also what was silenced while the
 * line was down, and what the server raised a moment later than the screen.
 */
function useTellServer(live: boolean): void {
  const leads = useLeader((leader) => leader.leads);
  const acknowledged = useAlarms((state) => state.acknowledged);
  const kept = useBoard((board) => board.alarms);
  const sending = useRef(false);
  useEffect(() => {
    const untold = Object.values(kept).filter(
      ({ cause, acknowledgedAt, endedAt }) => !acknowledgedAt && !endedAt && acknowledged.has(cause),
    );
    if (!live || !leads || sending.current || untold.length === 0) return;
    sending.current = true;
    send('alarm.acknowledge', { causes: untold.map(({ cause }) => cause) })
      .catch((thrown: unknown) => console.warn('acknowledgement not told yet', String(thrown)))
      .finally(() => (sending.current = false));
  }, [live, leads, acknowledged, kept]);
}
