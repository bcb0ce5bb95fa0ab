import type { LngLat, ObstructionKind, VehicleId, Wording } from '#contracts';
import { ROADS, useTexts } from '#web';
import { IconBarrierBlock, IconCar, IconRipple, type Icon } from '@tabler/icons-react';
import { deviceInstant, tap } from '../outbox/use-outbox.js';

/** A crew reports what is around it. */
const AROUND_METRES = 60;

const REPORTS: readonly (readonly [ObstructionKind, Wording, Icon])[] = [
  ['flood', ROADS.crewFlood, IconRipple],
  ['jam', ROADS.crewJam, IconCar],
  ['closure', ROADS.crewBlocked, IconBarrierBlock],
];

/** One touch tells the room and every other crew what the road here is like. */
export function RoadReport({ vehicleId, at }: { vehicleId: VehicleId; at: LngLat | null }) {
  const { t, say } = useTexts();
  const report = (kind: ObstructionKind) => {
    if (!at) return;
    const shape = { form: 'circle' as const, at, radiusMetres: AROUND_METRES };
    tap('road.obstruct', { kind, shape, vehicleId, deviceAt: deviceInstant() });
    navigator.vibrate?.(60);
  };
  return REPORTS.map(([kind, words, ReportIcon]) => (
    <button
      key={kind}
      type="button"
      className="rail-button"
      aria-disabled={at === null}
      title={at ? undefined : t(ROADS.crewNoPosition)}
      onClick={() => report(kind)}
    >
      <ReportIcon size={30} aria-hidden />
      {say(words)}
    </button>
  ));
}
