import type { StationView } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  DESK,
  EmptyState,
  formatDuration,
  formatHourMinute,
  machineNow,
  signOut,
  Skeleton,
  TrialMark,
  useDesk,
  useNow,
  useOpenDesk,
  useTexts,
} from '#web';
import { linkState } from '../link/link.js';
import { SoundNotice } from '../offer/OfferCard.js';
import { PrealertBand } from '../offer/PrealertBand.js';
import { useUnlockSound } from '../offer/sound.js';
import { Preferences } from '../screen/Preferences.js';
import '../screen/screen.css';
import './desk.css';
import { DeskOffer } from './DeskOffer.js';
import { DeskUnit } from './DeskUnit.js';

/** A satellite station's desk: the orders it is asked about first, then its vehicles. */
export function DeskScreen() {
  const { t } = useTexts();
  useOpenDesk();
  useUnlockSound();
  const view = useDesk((state) => state.view);
  return (
    <div className="crew desk">
      <header className="crew-head">
        <b className="crew-call-sign">{view?.station.shortName ?? t(DESK.title)}</b>
        <span className="crew-names">
          <b>{t(DESK.title)}</b>
          <span>{view?.station.name}</span>
        </span>
        <span className="grow" />
        <TrialMark />
        <Preferences />
        <Button className="large" onClick={signOut}>
          {t(COMMON.signOut)}
        </Button>
        <Clock />
      </header>
      {view ? <Desk view={view} /> : <Skeleton rows={4} rowHeight={80} label={t(DESK.loading)} />}
    </div>
  );
}

function Clock() {
  return <time className="crew-clock tn">{formatHourMinute(useNow())}</time>;
}

function Desk({ view }: { view: StationView }) {
  const { t } = useTexts();
  return (
    <main className="desk-main">
      <h1 className="visually-hidden">{view.station.name}</h1>
      <OfflineNotice />
      <SoundNotice />
      {view.prealerts.map((prealert) => (
        <PrealertBand
          key={prealert.id}
          prealert={prealert}
          vehicle={view.units.find(({ id }) => id === prealert.vehicleId)?.callSign}
        />
      ))}
      <section aria-labelledby="desk-offers">
        <h2 id="desk-offers">{t(DESK.offers)}</h2>
        {view.offers.length === 0 ? (
          <EmptyState title={t(DESK.noOffers)}>{t(DESK.noOffersHint)}</EmptyState>
        ) : (
          <div className="desk-offers">
            {view.offers.map((offer) => (
              <DeskOffer key={offer.id} offer={offer} view={view} />
            ))}
          </div>
        )}
      </section>
      <section aria-labelledby="desk-vehicles">
        <h2 id="desk-vehicles">{t(DESK.vehicles)}</h2>
        {view.units.length === 0 ? <EmptyState title={t(DESK.noVehicles)} /> : null}
        <ul className="desk-units">
          {view.units.map((unit) => (
            <DeskUnit key={unit.id} unit={unit} />
          ))}
        </ul>
      </section>
    </main>
  );
}

function OfflineNotice() {
  const { t } = useTexts();
  useNow();
  const connected = useDesk((state) => state.connected);
  const heardAtMs = useDesk((state) => state.heardAtMs);
  const link = linkState({ connected, heardAtMs }, 0, machineNow());
  if (link.kind !== 'offline') return null;
  return <Banner tone="warning">{t(DESK.offline, { time: formatDuration(link.seconds) })}</Banner>;
}
