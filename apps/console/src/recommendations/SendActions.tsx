import { OVERRIDE_REASONS, type ExcludedVehicle } from '#contracts';
import { Button, CONSOLE, OUTBOX, SENDING, useBoard, useTexts } from '#web';
import { decide, useDiverting } from '../diversion/diverting.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { useMay } from '../may.js';
import { useLineLost } from '../outbox/line.js';
import { askForOrder, dropReason, giveReason, offerChosen, useDispatching, vehiclesToSend } from './dispatching.js';
import { togglePicked, useRecommended, type RecommendTarget } from './use-recommendation.js';
import { reasonWords } from './words.js';

/** Whom to send instead is a matter of this patient alone: that another one is worse off is for a diversion. */
const { more_urgent: _diversion, ...REASONS } = OVERRIDE_REASONS;

/** A vehicle that cannot be sent says why; one on its way elsewhere can be turned round. */
function Excluded({ vehicle }: { vehicle: ExcludedVehicle }) {
  const { t, language } = useTexts();
  const may = useMay('dispatch.divert');
  const diversion = useDiverting(({ diversions }) => diversions.find((one) => one.vehicleId === vehicle.vehicleId));
  const callSign = useBoard((board) => board.units[vehicle.vehicleId]?.callSign ?? '?');
  const why = vehicle.reasons.map((reason) => reasonWords(reason, language)).join(', ');
  if (diversion && may)
    return (
      <div className="recommend-actions">
        <Button kind="primary" keyCap="Enter" onClick={() => decide(diversion.missionId)}>
          {t(SENDING.divert, { callSign })}
        </Button>
      </div>
    );
  return (
    <div className="recommend-actions">
      <Button kind="primary" blockedBecause={t(SENDING.cannotSend, { why })}>
        {t(CONSOLE.offerTo, { callSign })}
      </Button>
      <span className="recommend-blocked">{t(SENDING.cannotSend, { why })}</span>
    </div>
  );
}

/** What a press would do with the vehicles chosen, or why it cannot be done; asks for a reason in the same place. */
export function SendActions({ target }: { target: RecommendTarget }) {
  const { t } = useTexts();
  const may = useMay('dispatch.offer');
  const lost = useLineLost();
  const { sending, reasonFor } = useDispatching();
  const { recommendation, chosen, picked } = useRecommended();
  const units = useBoard((board) => board.units);
  const more = useBoard(
    ({ requests }) =>
      target.kind === 'incident' &&
      Object.values(requests).some(
        ({ incidentId, state }) => incidentId === target.incident.id && (state === 'seeking' || state === 'filled'),
      ),
  );
  const callSignOf = (id: string | undefined) => (id ? (units[id]?.callSign ?? '') : '');
  if (reasonFor) {
    const first = recommendation?.ranked[0]?.vehicleId;
    const title =
      reasonFor.kind === 'offer'
        ? t(CONSOLE.overrideWhy, { callSign: callSignOf(first) })
        : t(CONSOLE.orderWhy, { callSign: callSignOf(reasonFor.vehicleIds[0]) });
    return (
      <div className="recommend-actions">
        <ReasonPicker
          title={title}
          words={REASONS}
          disabled={sending}
          onChoose={(reason: keyof typeof REASONS) => giveReason(reason)}
          onCancel={dropReason}
        />
      </div>
    );
  }
  const excluded = recommendation?.excluded.find(({ vehicleId }) => vehicleId === chosen);
  if (excluded && picked.length === 0) return <Excluded vehicle={excluded} />;
  const vehicles = vehiclesToSend();
  const [only] = vehicles;
  if (!only) return null;
  const blocked = !may
    ? t(CONSOLE.mayNot)
    : lost
      ? t(OUTBOX.lineDown)
      : target.kind === 'draft'
        ? t(CONSOLE.saveFirst)
        : null;
  return (
    <div className="recommend-actions">
      <Button kind="primary" keyCap="Enter" blockedBecause={blocked} aria-busy={sending} onClick={offerChosen}>
        {vehicles.length > 1
          ? t(CONSOLE.offerMany, { count: vehicles.length })
          : t(more ? CONSOLE.offerMore : CONSOLE.offerTo, { callSign: callSignOf(only) })}
      </Button>
      <Button keyCap="Space" onClick={() => togglePicked(only)}>
        {t(CONSOLE.chooseSeveral)}
      </Button>
      <Button title={`${t(CONSOLE.orderDirectly)} (Shift Enter)`} blockedBecause={blocked} onClick={askForOrder}>
        {t(CONSOLE.orderShort)}
      </Button>
      {lost ? <span className="recommend-blocked">{t(OUTBOX.lineDown)}</span> : null}
    </div>
  );
}
