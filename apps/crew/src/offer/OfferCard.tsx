import { CALL_REASONS, type Incident, type Instant, type LngLat, type RefusalReason } from '#contracts';
import {
  Countdown,
  CREW,
  formatDistance,
  formatDuration,
  PriorityChip,
  PriorityName,
  serverNow,
  useNow,
  useTexts,
} from '#web';
import { IconCheck, IconMapPin, IconVolumeOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { straightMetres } from '../map/distance.js';
import { RefusalChoice } from './RefusalChoice.js';
import { unlockSound, useOrderTone, useSound } from './sound.js';
import './offer.css';

export interface OfferCardProps {
  title: string;
  acceptLabel: string;
  refuseLabel: string;
  incident: Pick<Incident, 'number' | 'priority' | 'reason' | 'place' | 'patientCount'>;
  etaSeconds: number | null;
  /** Null for a direct order: it waits for its acknowledgement without a limit and cannot be refused here. */
  expiresAt: Instant | null;
  from: LngLat | null;
  onAccept: () => void;
  onRefuse: (reason: RefusalReason, text: string) => void;
}

/** An order that waits for its answer. It sounds until it has one, and there is no other way out. */
export function OfferCard(props: OfferCardProps) {
  const { t } = useTexts();
  const [refusing, setRefusing] = useState(false);
  const { priority, reason, number, patientCount } = props.incident;
  useOrderTone(true);
  return (
    <section className={`offer offer-${priority}`} aria-label={props.title}>
      <div className="offer-band">
        <PriorityChip priority={priority} />
        <div>
          <b>
            <PriorityName priority={priority} />
          </b>
          <span className="tn">
            {props.title} · {t(CREW.incident, { number: number.slice(-4) })}
          </span>
        </div>
        {props.expiresAt ? <TimeLeft until={props.expiresAt} /> : null}
      </div>
      <div className="offer-body" tabIndex={0} role="group" aria-label={t(CALL_REASONS[reason])}>
        <h1>{t(CALL_REASONS[reason])}</h1>
        {patientCount > 1 ? <p className="offer-patients">{t(CREW.patients, { n: patientCount })}</p> : null}
        <WhereTo {...props} />
        <SoundNotice />
      </div>
      {refusing ? (
        <RefusalChoice onRefuse={props.onRefuse} onBack={() => setRefusing(false)} />
      ) : (
        <div className="offer-answers">
          <button type="button" className="offer-accept" onClick={props.onAccept}>
            <IconCheck size={44} aria-hidden />
            {props.acceptLabel}
          </button>
          {props.expiresAt ? (
            <button type="button" className="offer-refuse" onClick={() => setRefusing(true)}>
              <IconX size={36} aria-hidden />
              {props.refuseLabel}
            </button>
          ) : null}
        </div>
      )}
    </section>
  );
}

function TimeLeft({ until }: { until: Instant }) {
  const { t } = useTexts();
  useNow();
  const over = new Date(until).getTime() <= serverNow();
  return (
    <div className="offer-countdown">
      <Countdown until={until} />
      <span>{over ? t(CREW.timeUp) : t(CREW.timeLeft)}</span>
    </div>
  );
}

function WhereTo({ incident: { place }, etaSeconds, from }: OfferCardProps) {
  const { t, language } = useTexts();
  const metres = from && place.position ? straightMetres(from, place.position) : null;
  return (
    <>
      <p className="offer-place">
        <IconMapPin size={30} aria-hidden />
        <span>
          <b>{place.address || t(CREW.noAddress)}</b>
          {place.access ? <span>{place.access}</span> : null}
          {place.ward ? <span>{place.ward}</span> : null}
          {place.position ? null : <span className="offer-warning">{t(CREW.noPosition)}</span>}
        </span>
      </p>
      <dl className="offer-figures">
        {etaSeconds === null ? null : (
          <div>
            <dd className="tn">{formatDuration(etaSeconds)}</dd>
            <dt>{t(CREW.arrivesIn)}</dt>
          </div>
        )}
        {metres === null ? null : (
          <div>
            <dd className="tn">{formatDistance(metres, language)}</dd>
            <dt>{t(CREW.straightLine)}</dt>
          </div>
        )}
      </dl>
    </>
  );
}

/** Says that an order would be silent, and is itself the touch that changes it. */
export function SoundNotice() {
  const { t } = useTexts();
  const ready = useSound((state) => state.ready);
  if (ready) return null;
  return (
    <button type="button" className="sound-notice" onClick={() => void unlockSound()}>
      <IconVolumeOff size={24} aria-hidden />
      {t(CREW.soundLocked)}
    </button>
  );
}
