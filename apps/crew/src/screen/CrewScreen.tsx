import type { Account, CrewView, LngLat, Offer } from '#contracts';
import { CREW, EmptyState, Skeleton, useJob, useOpenJob, useTexts } from '#web';
import { useMemo } from 'react';
import { usePosition, useReportPositions } from '../device/use-position.js';
import { useWakeLock } from '../device/use-wake-lock.js';
import { DistressButton } from '../distress/DistressButton.js';
import { DistressNotice } from '../distress/DistressNotice.js';
import { DutyPanel } from '../duty/DutyPanel.js';
import { Refused } from '../link/Refused.js';
import { JobMap } from '../map/JobMap.js';
import { IncomingMessage } from '../messages/IncomingMessage.js';
import { MessagesButton } from '../messages/MessagesButton.js';
import { foresee } from '../mission/foresee.js';
import { LostJobNotice } from '../mission/LostJobNotice.js';
import { JobPanel } from '../mission/JobPanel.js';
import { OfferCard, SoundNotice } from '../offer/OfferCard.js';
import { useUnlockSound } from '../offer/sound.js';
import { deviceInstant, tap, useOpenOutbox, useOutbox } from '../outbox/use-outbox.js';
import { RoadReport } from '../road/RoadReport.js';
import { Header } from './Header.js';
import { Rail } from './Rail.js';
import './screen.css';

/** The tablet: an order when there is one, the job while there is one, otherwise the vehicle's duty. */
export function CrewScreen({ account }: { account: Account }) {
  const { t } = useTexts();
  useOpenJob();
  useOpenOutbox(account.id);
  useUnlockSound();
  const view = useForeseenView();
  useReportPositions(view?.unit?.shift != null);
  useWakeLock(view?.mission != null);
  return (
    <div className="crew">
      <Header unit={view?.unit ?? null} title={t(CREW.title)} />
      {view ? <DistressNotice raised={view.distress !== null} /> : null}
      {view ? <LostJobNotice view={view} /> : null}
      {view ? <Work view={view} /> : <Skeleton rows={4} rowHeight={80} label={t(CREW.waitingForView)} />}
    </div>
  );
}

/** The server's view with everything counted in that is still on its way to it. */
function useForeseenView(): CrewView | null {
  const view = useJob((state) => state.view);
  const { entries, settled } = useOutbox();
  return useMemo(() => view && foresee(view, [...settled, ...entries]), [view, settled, entries]);
}

function Work({ view }: { view: CrewView }) {
  const { t } = useTexts();
  const fix = usePosition((state) => state.fix);
  const position = fix ?? view.position;
  const { unit, offer, mission, incident } = view;
  if (mission && incident && (offer || mission.state === 'notified'))
    return (
      <main className="crew-order">
        <Refused />
        <IncomingMessage messages={view.messages} />
        <Order view={view} offer={offer} from={position?.at ?? null} />
      </main>
    );
  return (
    <main className="crew-work">
      <Rail incident={incident} danger={unit ? <DistressButton vehicleId={unit.id} at={position?.at ?? null} /> : null}>
        {unit ? (
          <>
            <MessagesButton vehicleId={unit.id} incidentId={incident?.id ?? null} messages={view.messages} />
            <RoadReport vehicleId={unit.id} at={position?.at ?? null} />
          </>
        ) : null}
      </Rail>
      <JobMap view={view} position={position} />
      <div className="job">
        <Refused />
        <IncomingMessage messages={view.messages} />
        <SoundNotice />
        {mission && incident ? (
          <JobPanel key={mission.id} view={view} mission={mission} incident={incident} from={position?.at ?? null} />
        ) : unit ? (
          <DutyPanel view={view} unit={unit} />
        ) : (
          <EmptyState title={<h1>{t(CREW.noShift)}</h1>}>{t(CREW.noShiftHint)}</EmptyState>
        )}
      </div>
    </main>
  );
}

function Order({ view, offer, from }: { view: CrewView; offer: Offer | null; from: LngLat | null }) {
  const { t } = useTexts();
  const { mission, incident } = view;
  if (!mission || !incident) return null;
  const accept = () =>
    offer
      ? tap('offer.accept', { offerId: offer.id, deviceAt: deviceInstant() })
      : tap('mission.report', { missionId: mission.id, step: 'acknowledged', deviceAt: deviceInstant() });
  return (
    <OfferCard
      key={offer?.id ?? mission.id}
      title={t(offer ? CREW.newOrder : CREW.directOrder)}
      acceptLabel={t(CREW.accept)}
      refuseLabel={t(CREW.refuse)}
      incident={incident}
      etaSeconds={offer?.etaSeconds ?? mission.etaSeconds}
      expiresAt={offer?.expiresAt ?? null}
      from={from}
      onAccept={accept}
      onRefuse={(reason, text) => offer && tap('offer.refuse', { offerId: offer.id, reason, text })}
    />
  );
}
