import { SENDING, useBoard, useTexts } from '#web';
import { vehiclesToSend } from '../recommendations/dispatching.js';
import { useRecommended } from '../recommendations/use-recommendation.js';
import { useGaps } from './use-gaps.js';

/** So many wards are named; the rest are counted. */
const NAMED = 2;

/** What sending the chosen vehicle would open elsewhere; one line, and it stops nobody. */
export function IfSent() {
  const { t } = useTexts();
  useRecommended();
  const gaps = useGaps((state) => state.gaps);
  const units = useBoard((board) => board.units);
  const [vehicleId] = vehiclesToSend();
  const lost = gaps?.ifSent.find((one) => one.vehicleId === vehicleId);
  if (!vehicleId || !lost) return null;
  const callSign = units[vehicleId]?.callSign ?? '?';
  const [minutes, opened] = lost.beyond15.length > 0 ? [15, lost.beyond15] : [8, lost.beyond8];
  if (opened.length === 0) return <p className="if-sent">{t(SENDING.ifSentNone, { callSign })}</p>;
  const wards = opened.slice(0, NAMED).join(', ') + (opened.length > NAMED ? ` +${opened.length - NAMED}` : '');
  return (
    <p className="if-sent" data-opens>
      {t(SENDING.ifSent, { callSign, wards, minutes })}
    </p>
  );
}
