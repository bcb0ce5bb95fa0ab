import type { LngLat, VehicleId } from '#contracts';
import { MESSAGES, useTexts } from '#web';
import { IconUrgent } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { deviceInstant, tap } from '../outbox/use-outbox.js';
import './distress.css';

/** A pocket or an elbow does not hold a button for a second. */
const HOLD_MS = 1_000;

/** Held for a second it calls for help; a ring of colour fills meanwhile. Letting go earlier does nothing. */
export function DistressButton({ vehicleId, at }: { vehicleId: VehicleId; at: LngLat | null }) {
  const { t } = useTexts();
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const letGo = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    setHolding(false);
  };
  const raise = () => {
    letGo();
    tap('distress.raise', { vehicleId, ...(at ? { position: at } : {}), deviceAt: deviceInstant() });
    navigator.vibrate?.([200, 100, 200]);
  };
  const hold = () => {
    if (timer.current) return;
    setHolding(true);
    timer.current = setTimeout(raise, HOLD_MS);
  };
  useEffect(() => letGo, []);
  const isPress = (code: string) => code === 'Enter' || code === 'Space';
  return (
    <button
      type="button"
      className="rail-button distress-button"
      data-holding={holding || undefined}
      title={t(MESSAGES.dangerHold)}
      onPointerDown={hold}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isPress(event.code) && hold()}
      onKeyUp={(event) => isPress(event.code) && letGo()}
      onBlur={letGo}
    >
      <IconUrgent size={30} aria-hidden />
      {t(MESSAGES.danger)}
      <span className="visually-hidden">{t(MESSAGES.dangerHold)}</span>
    </button>
  );
}
