import { CALL_REASONS, type Prealert } from '#contracts';
import { Banner, INTAKE, PriorityChip, formatHourMinute, useCommand, useTexts } from '#web';
import './prealert.css';

/** "Get ready": quiet, no order, one touch to say so. It goes by itself when the order comes or the call needs nobody. */
export function PrealertBand({ prealert, vehicle }: { prealert: Prealert; vehicle?: string }) {
  const { t, say } = useTexts();
  const { run, sending, failure } = useCommand('prealert.ready');
  const where = prealert.ward ? `, ${prealert.ward}` : '';
  return (
    <section className="prealert" aria-label={t(INTAKE.prealert)}>
      <PriorityChip priority={prealert.priority} />
      <p>
        <b>
          {vehicle ? `${vehicle} · ` : ''}
          {t(INTAKE.prealert)}: {t(CALL_REASONS[prealert.reason])}
          {where}
        </b>
        <span className="tn">
          {formatHourMinute(prealert.raisedAt)} · {t(INTAKE.prealertAsking)}
        </span>
      </p>
      {prealert.readiedAt ? (
        <span className="prealert-told" role="status">
          {t(INTAKE.prealertTold)}
        </span>
      ) : (
        <button type="button" aria-busy={sending} onClick={() => void run({ prealertId: prealert.id })}>
          {t(INTAKE.prealertAccept)}
        </button>
      )}
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </section>
  );
}
