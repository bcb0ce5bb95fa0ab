import { DIVERSION_OBJECTIONS, OVERRIDE_REASONS, type Diversion, type OverrideReason, type Wording } from '#contracts';
import { Banner, fill, formatDuration, PriorityChip, SENDING, Timer, useBoard, useTexts } from '#web';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { shortNumber } from '../queue/queue.js';
import { divert, dropDiversion, useDiverting } from './diverting.js';
import './diversion.css';

const { more_urgent, knows_better, special_need, shift_lead, other } = OVERRIDE_REASONS;
const REASONS = { more_urgent, shift_lead, knows_better, special_need, other } satisfies Partial<
  Record<OverrideReason, Wording>
>;

function Side(props: { incidentId: string; priority: Diversion['to']['priority']; lines: string[] }) {
  const incident = useBoard((board) => board.incidents[props.incidentId]);
  return (
    <div className="diversion-side">
      <p>
        <PriorityChip priority={props.priority} small />
        <b className="tn">{shortNumber(incident?.number ?? '')}</b>
        {incident ? <Timer since={incident.receivedAt} targetSeconds={null} /> : null}
      </p>
      {props.lines.map((line) => (
        <p key={line} className="tn">
          {line}
        </p>
      ))}
    </div>
  );
}

/** Both patients side by side: what one gains and the other loses, with both clocks, before anything is decided. */
export function DiversionCard({ diversion }: { diversion: Diversion }) {
  const { t, say, language } = useTexts();
  const { units, incidents } = useBoard();
  const { sending, failure } = useDiverting();
  const { from, to, objections, vehicleId } = diversion;
  const callSign = units[vehicleId]?.callSign ?? '?';
  const numberOf = (id: string) => shortNumber(incidents[id]?.number ?? '');
  const gain =
    to.gainSeconds === null
      ? t(SENDING.divertNobodyElse)
      : t(to.gainSeconds >= 0 ? SENDING.divertGain : SENDING.divertNoGain, {
          gain: formatDuration(Math.abs(to.gainSeconds)),
        });
  const next =
    from.nextEtaSeconds === null
      ? t(SENDING.divertNextNone)
      : t((from.lossSeconds ?? 0) > 0 ? SENDING.divertNext : SENDING.divertNextSooner, {
          callSign: units[from.nextVehicleId ?? '']?.callSign ?? '?',
          eta: formatDuration(from.nextEtaSeconds),
          loss: formatDuration(Math.max(0, from.lossSeconds ?? 0)),
        });
  const against = objections.map((key) => fill(DIVERSION_OBJECTIONS[key][language], { bumps: from.bumps }));
  return (
    <div className="diversion" role="group" aria-label={t(SENDING.divert, { callSign })}>
      <p className="diversion-title">
        {t(SENDING.divertTitle, { callSign, from: numberOf(from.incidentId), to: numberOf(to.incidentId) })}
      </p>
      <div className="diversion-sides">
        <Side
          incidentId={to.incidentId}
          priority={to.priority}
          lines={[t(SENDING.divertTo, { callSign, eta: formatDuration(to.etaSeconds) }), gain]}
        />
        <Side
          incidentId={from.incidentId}
          priority={from.priority}
          lines={[
            t(SENDING.divertFrom, { eta: formatDuration(from.etaSeconds) }),
            next,
            ...(from.bumps > 0 ? [t(SENDING.divertBumps, { bumps: from.bumps })] : []),
          ]}
        />
      </div>
      {against.length > 0 ? (
        <Banner tone="warning">{t(SENDING.divertAgainst, { objections: against.join('; ') })}</Banner>
      ) : null}
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <ReasonPicker
        title={t(against.length > 0 ? SENDING.divertDespite : SENDING.divertWhy)}
        words={REASONS}
        disabled={sending}
        onChoose={(reason) => void divert(diversion, reason)}
        onCancel={dropDiversion}
      />
    </div>
  );
}
