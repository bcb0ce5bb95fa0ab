import type { LngLat, Obstruction, ObstructionKind, VehicleId, Wording } from '#contracts';
import { formatSpan, obstructionWords, ROADS, useNow, useTexts } from '#web';
import { IconArrowBackUp, IconBarrierBlock, IconCar, IconRipple, type Icon } from '@tabler/icons-react';
import { deviceInstant, tap } from '../outbox/use-outbox.js';

/** A crew reports what is around it. */
const AROUND_METRES = 60;
/** A report may be taken back for this long: a thumb slips in a moving vehicle. */
const TAKE_BACK_SECONDS = 120;

const REPORTS: readonly (readonly [ObstructionKind, Wording, Icon])[] = [
  ['flood', ROADS.crewFlood, IconRipple],
  ['jam', ROADS.crewJam, IconCar],
  ['closure', ROADS.crewBlocked, IconBarrierBlock],
];

/** One touch tells the room and every other crew what the road here is like. */
export function RoadReport(props: { vehicleId: VehicleId; at: LngLat | null; obstructions: readonly Obstruction[] }) {
  const { t, say, language } = useTexts();
  const nowMs = useNow();
  const { vehicleId, at, obstructions } = props;
  const report = (kind: ObstructionKind) => {
    if (!at) return;
    const shape = { form: 'circle' as const, at, radiusMetres: AROUND_METRES };
    tap('road.obstruct', { kind, shape, vehicleId, deviceAt: deviceInstant() });
    navigator.vibrate?.(60);
  };
  const ageSeconds = ({ reportedAt }: Obstruction) => (nowMs - Date.parse(reportedAt)) / 1_000;
  const own = obstructions
    .filter((one) => one.vehicleId === vehicleId && ageSeconds(one) < TAKE_BACK_SECONDS)
    .toSorted((a, b) => b.reportedAt.localeCompare(a.reportedAt))[0];
  return (
    <div className="road-report">
      {own ? (
        <button type="button" className="road-report-back" onClick={() => tap('road.clear', { obstructionId: own.id })}>
          <IconArrowBackUp size={24} aria-hidden />
          <span className="tn">
            {t(ROADS.crewTakeBack, {
              what: say(obstructionWords(own)),
              age: formatSpan(Math.max(0, ageSeconds(own)), language),
            })}
          </span>
        </button>
      ) : null}
      {REPORTS.map(([kind, words, ReportIcon]) => (
        <button
          key={kind}
          type="button"
          aria-disabled={at === null}
          title={at ? undefined : t(ROADS.crewNoPosition)}
          onClick={() => report(kind)}
        >
          <ReportIcon size={28} aria-hidden />
          {say(words)}
        </button>
      ))}
    </div>
  );
}
