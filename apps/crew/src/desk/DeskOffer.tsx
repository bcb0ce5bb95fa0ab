import type { StationView } from '#contracts';
import { Banner, DESK, useCommand, useTexts } from '#web';
import { OfferCard } from '../offer/OfferCard.js';

/** An order to one of the station's vehicles, answered by the desk. */
export function DeskOffer({ offer, view }: { offer: StationView['offers'][number]; view: StationView }) {
  const { t, say } = useTexts();
  const accept = useCommand('offer.accept');
  const refuse = useCommand('offer.refuse');
  const vehicle = view.units.find(({ id }) => id === offer.vehicleId)?.callSign ?? '';
  const failure = accept.failure ?? refuse.failure;
  return (
    <div className="desk-offer">
      <OfferCard
        title={t(DESK.orderFor, { vehicle })}
        acceptLabel={t(DESK.acceptFor, { vehicle })}
        refuseLabel={t(DESK.refuse)}
        incident={offer.incident}
        etaSeconds={offer.etaSeconds}
        expiresAt={offer.expiresAt}
        from={view.station.position}
        onAccept={() => void accept.run({ offerId: offer.id })}
        onRefuse={(reason, text) => void refuse.run({ offerId: offer.id, reason, text })}
      />
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </div>
  );
}
