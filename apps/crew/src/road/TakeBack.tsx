import type { Obstruction, VehicleId } from '#contracts';
import { formatSpan, obstructionWords, ROADS, useNow, useTexts } from '#web';
import { IconArrowBackUp } from '@tabler/icons-react';
import { tap } from '../outbox/use-outbox.js';
import './road.css';

/** A report may be taken back for this long: a thumb slips in a moving vehicle. */
const TAKE_BACK_SECONDS = 120;

/** What this crew reported last, and the way to take it back. */
export function TakeBack(props: { vehicleId: VehicleId; obstructions: readonly Obstruction[] }) {
  const { t, say, language } = useTexts();
  const nowMs = useNow();
  const ageSeconds = ({ reportedAt }: Obstruction) => Math.max(0, (nowMs - Date.parse(reportedAt)) / 1_000);
  const own = props.obstructions
    .filter((one) => one.vehicleId === props.vehicleId && ageSeconds(one) < TAKE_BACK_SECONDS)
    .toSorted((a, b) => b.reportedAt.localeCompare(a.reportedAt))[0];
  if (!own) return null;
  return (
    <button type="button" className="take-back" onClick={() => tap('road.clear', { obstructionId: own.id })}>
      <IconArrowBackUp size={24} aria-hidden />
      <span className="tn">
        {t(ROADS.crewTakeBack, {
          what: say(obstructionWords(own)),
          age: formatSpan(ageSeconds(own), language),
        })}
      </span>
    </button>
  );
}
