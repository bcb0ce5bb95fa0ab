import type { SystemInfo } from '#contracts';
import { create } from 'zustand';
import { learnServerTime } from '../time/clock.js';
import { read } from './api.js';
import { failureOf, type Failure } from './failure.js';

interface SystemState {
  system: SystemInfo | null;
  failure: Failure | null;
}

/** What this server is; null until it has said so. */
export const useSystem = create<SystemState>(() => ({ system: null, failure: null }));

/** Asks the server what it is. */
export async function loadSystem(): Promise<void> {
  try {
    const system = await read('GET /api/system');
    learnServerTime(system.serverTime);
    useSystem.setState({ system, failure: null });
  } catch (thrown) {
    useSystem.setState({ failure: failureOf(thrown) });
  }
}

let learning: Promise<void> | null = null;

/** The live feed tells which map is served: after an import the system, its map above all, is read anew. */
export function learnMapVersion(mapVersion: string): void {
  const { system } = useSystem.getState();
  if (!system || system.mapVersion === mapVersion) return;
  learning ??= loadSystem().finally(() => {
    learning = null;
  });
}
