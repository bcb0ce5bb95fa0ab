import { Button, formatDistance, formatSpan, secondsSince, TELEPHONY, useNow, useTexts } from '#web';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useDraft } from '../intake/use-draft.js';
import { metresApart } from './phone-position.js';
import { takePhonePosition, usePhonePosition } from './use-phone-position.js';
import './positions.css';

/** Under the place: where the telephone says it is, how exactly and how long ago. Offered, never taken by itself. */
export function PhonePositionLine() {
  const { t, language } = useTexts();
  const position = usePhonePosition();
  const nowMs = useNow();
  const { position: place, source } = useDraft();
  if (!position) return null;
  const used = source === 'phone' && place?.join() === position.at.join();
  const apart = used ? null : metresApart(place, position);
  const facts = [
    position.accuracyMetres === null
      ? ''
      : t(TELEPHONY.accuracy, { distance: formatDistance(position.accuracyMetres, language) }),
    t(TELEPHONY.age, { span: formatSpan(secondsSince(position.fixedAt, nowMs), language) }),
  ];
  return (
    <div className="phone-position" role="status" data-apart={apart !== null || undefined}>
      <IconDeviceMobile size={15} aria-hidden />
      <span className="tn">
        {apart === null
          ? t(TELEPHONY.phonePosition)
          : t(TELEPHONY.positionApart, { distance: formatDistance(apart, language) })}{' '}
        {facts.filter(Boolean).join(' · ')}
      </span>
      {used ? (
        <span className="phone-position-used">{t(TELEPHONY.positionUsed)}</span>
      ) : (
        <Button className="small" keyCap="Alt V" onClick={() => takePhonePosition()}>
          {t(TELEPHONY.usePosition)}
        </Button>
      )}
    </div>
  );
}
