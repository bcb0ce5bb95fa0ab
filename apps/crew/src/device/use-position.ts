import type { PositionMessage } from '#contracts';
import { machineNow, useJob } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';

/** Why there is, or is not, a position to report. */
export type PositionState = 'off' | 'waiting' | 'on' | 'denied' | 'missing';

interface OwnPosition {
  state: PositionState;
  fix: PositionMessage | null;
}

/** Where this device is, by its own receiver. */
export const usePosition = create<OwnPosition>(() => ({ state: 'off', fix: null }));

const REPORT_EVERY_MS = 4_000;
/** A vehicle that stands still gets no new fixes by itself: after this long it is asked for one. */
const ASK_AFTER_SECONDS = 8;
const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 0, timeout: 20_000 };
const PERMISSION_DENIED = 1;

const messageOf = ({ coords, timestamp }: GeolocationPosition): PositionMessage => ({
  at: [coords.longitude, coords.latitude],
  fixedAt: new Date(timestamp).toISOString(),
  speedMps: coords.speed,
  headingDegrees: coords.heading === null || Number.isNaN(coords.heading) ? null : coords.heading,
  accuracyMetres: coords.accuracy,
  mock: false,
});

function reportPositions(): () => void {
  if (!('geolocation' in navigator)) {
    usePosition.setState({ state: 'missing', fix: null });
    return () => undefined;
  }
  usePosition.setState({ state: 'waiting' });
  const found = (position: GeolocationPosition) => usePosition.setState({ state: 'on', fix: messageOf(position) });
  const failed = ({ code }: GeolocationPositionError) =>
    usePosition.setState({ state: code === PERMISSION_DENIED ? 'denied' : 'waiting' });
  const watch = navigator.geolocation.watchPosition(found, failed, OPTIONS);
  let reported: PositionMessage | null = null;
  const timer = setInterval(() => {
    const { fix } = usePosition.getState();
    const { socket } = useJob.getState();
    if (fix && fixAgeSeconds(fix) >= ASK_AFTER_SECONDS)
      navigator.geolocation.getCurrentPosition(found, failed, OPTIONS);
    if (!fix || fix === reported || !socket?.connected) return;
    reported = fix;
    socket.emit('position.report', fix, () => undefined);
  }, REPORT_EVERY_MS);
  return () => {
    navigator.geolocation.clearWatch(watch);
    clearInterval(timer);
    usePosition.setState({ state: 'off', fix: null });
  };
}

/** Reports where the vehicle is while a crew is on it; a fix that is not new is not sent again. */
export const useReportPositions = (onShift: boolean) =>
  useEffect(() => (onShift ? reportPositions() : undefined), [onShift]);

/** The age of the newest fix in whole seconds. */
export const fixAgeSeconds = (fix: PositionMessage) =>
  Math.max(0, Math.round((machineNow() - new Date(fix.fixedAt).getTime()) / 1000));
