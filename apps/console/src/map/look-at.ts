import type { LngLat } from '#contracts';
import type { MapHandle } from '#web';
import { useEffect, type RefObject } from 'react';
import { create } from 'zustand';

/** Where somebody asked the map to go; a new object each time, so that the same place can be asked for twice. */
const useLook = create<{ at: LngLat | null }>(() => ({ at: null }));

/** Brings a place to the middle of the map. */
export const lookAt = (at: LngLat) => useLook.setState({ at: [...at] });

/** Moves this map where {@link lookAt} says. */
export function useLookAt(handle: RefObject<MapHandle | null>): void {
  const at = useLook((look) => look.at);
  useEffect(() => {
    if (at) handle.current?.focus(at);
  }, [at, handle]);
}
