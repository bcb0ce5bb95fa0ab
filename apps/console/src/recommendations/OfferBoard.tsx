import { CANCEL_REASONS, OFFER_STATES, REFUSAL_REASONS, REQUEST_STATES, type Offer } from '#contracts';
import {
  Button,
  CONSOLE,
  Countdown,
  LevelTag,
  SENDING,
  formatClock,
  formatDuration,
  send,
  useBoard,
  useTexts,
} from '#web';
import { useMemo, useState } from 'react';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { useMay } from '../may.js';
import { attempt } from './dispatching.js';
import { PhonePrompt } from './PhonePrompt.js';
import { askingFor, nextToAsk, type Asking } from './offers.js';
import { useRecommended } from './use-recommendation.js';

function OfferRow({ offer }: { offer: Offer }) {
  const { t } = useTexts();
  const unit = useBoard((board) => board.units[offer.vehicleId]);
  const station = useBoard((board) => board.stations[offer.stationId]);
  const may = useMay('offer.accept');
  const [refusing, setRefusing] = useState(false);
  const callSign = unit?.callSign ?? '?';
  const refuse = (reason: keyof typeof REFUSAL_REASONS) => {
    setRefusing(false);
    void attempt(() => send('offer.refuse', { offerId: offer.id, reason }));
  };
  return (
    <li className="offer" data-state={offer.state}>
      <b className="tn">{callSign}</b>
      <span className="offer-station">{station?.shortName}</span>
      {offer.state === 'open' ? (
        <>
          <Countdown until={offer.expiresAt} />
          {may ? (
            <>
              <Button
                aria-label={t(CONSOLE.offerAcceptFor, { callSign })}
                onClick={() => void attempt(() => send('offer.accept', { offerId: offer.id }))}
              >
                {t(CONSOLE.offerAccept)}
              </Button>
              <Button aria-label={t(CONSOLE.offerRefuseFor, { callSign })} onClick={() => setRefusing(true)}>
                {t(CONSOLE.offerRefuse)}
              </Button>
            </>
          ) : null}
        </>
      ) : (
        <>
          <span className="offer-answer">
            {t(OFFER_STATES[offer.state])}
            {offer.refusalReason ? `: ${t(REFUSAL_REASONS[offer.refusalReason]).toLowerCase()}` : ''}
          </span>
          <span className="offer-at tn">{offer.answeredAt ? formatClock(offer.answeredAt) : ''}</span>
        </>
      )}
      {offer.state === 'open' && may ? <PhonePrompt offer={offer} /> : null}
      {refusing ? (
        <ReasonPicker
          title={t(CONSOLE.refuseWhy, { callSign })}
          words={REFUSAL_REASONS}
          onChoose={refuse}
          onCancel={() => setRefusing(false)}
        />
      ) : null}
    </li>
  );
}

function AskingBlock({ asking }: { asking: Asking }) {
  const { t } = useTexts();
  const { request, offers } = asking;
  const recommendation = useRecommended((state) => state.recommendation);
  const units = useBoard((board) => board.units);
  const may = useMay('dispatch.stop');
  const [stopping, setStopping] = useState(false);
  const next = request.state === 'seeking' ? nextToAsk(asking, recommendation, 2) : [];
  const names = next.map(
    ({ vehicleId, etaSeconds }) => `${units[vehicleId]?.callSign ?? '?'} ${formatDuration(etaSeconds)}`,
  );
  return (
    <div className="asking" data-state={request.state}>
      <div className="asking-head">
        <b>{t(REQUEST_STATES[request.state])}</b>
        <LevelTag level={request.level} />
        {names.length > 0 ? (
          <span className="asking-next tn" title={names.join(', ')}>
            {t(SENDING.nextTwo, { names: names.join(', ') })}
          </span>
        ) : null}
        <span className="grow" />
        {may && request.state === 'exhausted' ? (
          <Button onClick={() => void attempt(() => send('dispatch.retry', { requestId: request.id }))}>
            {t(CONSOLE.askAgain)}
          </Button>
        ) : null}
        {may && (request.state === 'seeking' || request.state === 'exhausted') ? (
          <Button onClick={() => setStopping(true)}>{t(CONSOLE.stopAsking)}</Button>
        ) : null}
      </div>
      {stopping ? (
        <ReasonPicker
          title={t(CONSOLE.stopWhy)}
          words={CANCEL_REASONS}
          onCancel={() => setStopping(false)}
          onChoose={(reason) => {
            setStopping(false);
            void attempt(() => send('dispatch.stop', { requestId: request.id, reason }));
          }}
        />
      ) : null}
      <ol>
        {offers.map((offer) => (
          <OfferRow key={offer.id} offer={offer} />
        ))}
      </ol>
    </div>
  );
}

/** Who is being asked, who refused or stayed silent, who is next. */
export function OfferBoard({ incidentId }: { incidentId: string }) {
  const { t } = useTexts();
  const requests = useBoard((board) => board.requests);
  const offers = useBoard((board) => board.offers);
  const searches = useMemo(() => askingFor(incidentId, requests, offers), [incidentId, requests, offers]);
  if (searches.length === 0) return null;
  return (
    <div className="offer-board" role="group" aria-label={t(CONSOLE.asking)} tabIndex={0}>
      {searches.map((asking) => (
        <AskingBlock key={asking.request.id} asking={asking} />
      ))}
    </div>
  );
}
