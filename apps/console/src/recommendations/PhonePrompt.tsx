import { CALLS_TO_STATION, type CallToStation, type Offer } from '#contracts';
import { Button, KeyCap, SENDING, secondsSince, send, useBoard, useNow, useSystem, useTexts } from '#web';
import { callCrewOf } from '../room.js';
import { attempt } from './dispatching.js';

/** The keys of the answers while the prompt has the focus. */
const OUTCOME_KEYS: Record<CallToStation, string> = { agreed: 'N', refused: 'T', no_answer: 'K' };

/** Silence has lasted two thirds of the time to think: the number to call, and one key for each way the call can end. */
export function PhonePrompt({ offer }: { offer: Offer }) {
  const { t } = useTexts();
  const nowMs = useNow();
  const offerSeconds = useSystem(({ system }) => system?.offerSeconds ?? Infinity);
  const unit = useBoard((board) => board.units[offer.vehicleId]);
  const station = useBoard((board) => board.stations[offer.stationId]);
  if (secondsSince(offer.offeredAt, nowMs) < (2 / 3) * offerSeconds) return null;
  const record = (outcome: CallToStation) =>
    void attempt(() => send('offer.recordCall', { offerId: offer.id, outcome }));
  return (
    <div
      className="offer-prompt"
      role="group"
      aria-label={t(CALLS_TO_STATION.no_answer)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.repeat) return;
        const outcome = Object.entries(OUTCOME_KEYS).find(([, key]) => event.code === `Key${key}`)?.[0];
        if (!outcome) return;
        event.preventDefault();
        record(outcome as CallToStation);
      }}
    >
      <span className="tn">
        {t(SENDING.phonePrompt, {
          callSign: unit?.callSign ?? '?',
          phone: station?.phone ?? t(SENDING.phoneUnknown),
        })}
      </span>
      <Button keyCap="F8" onClick={() => callCrewOf(offer.vehicleId)}>
        {t(SENDING.callStation)}
      </Button>
      {Object.entries(OUTCOME_KEYS).map(([outcome, key]) => (
        <Button key={outcome} onClick={() => record(outcome as CallToStation)}>
          {t(CALLS_TO_STATION[outcome as CallToStation])} <KeyCap>{key}</KeyCap>
        </Button>
      ))}
    </div>
  );
}
