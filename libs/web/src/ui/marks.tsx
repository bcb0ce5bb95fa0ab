import {
  PRIORITIES,
  UNIT_STATUSES,
  VEHICLE_LEVELS,
  type Priority,
  type UnitStatus,
  type VehicleLevel,
} from '#contracts';
import type { ReactNode } from 'react';
import { COMMON } from '../texts/common.js';
import { useTexts } from '../texts/language.js';
import { FAMILY_OF_STATUS, GLYPH_OF_STATUS, type Glyph } from './status.js';
import './marks.css';

/** The level as shape, colour and number: diamond, square, ring, dashed ring. */
export function PriorityChip({ priority, small = false }: { priority: Priority; small?: boolean }) {
  const { t } = useTexts();
  const label = t(COMMON.level, { level: priority });
  return (
    <span className={`priority priority-${priority} tn`} data-small={small || undefined} role="img" aria-label={label}>
      {priority}
    </span>
  );
}

/** The level in words beside its chip: "Cấp 1 – Nguy kịch". */
export function PriorityName({ priority }: { priority: Priority }) {
  const { t } = useTexts();
  return (
    <>
      {t(COMMON.level, { level: priority })} – {t(PRIORITIES[priority])}
    </>
  );
}

const GLYPHS: Record<Glyph, ReactNode> = {
  disc: <circle cx="7" cy="7" r="4.6" fill="currentColor" />,
  half: (
    <>
      <circle cx="7" cy="7" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M7 2.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  hollow: (
    <path d="M2.8 2.4 12 7l-9.2 4.6z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
  ),
  arrow: <path d="M2.4 1.8 12.6 7 2.4 12.2z" fill="currentColor" />,
  square: <rect x="2.4" y="2.4" width="9.2" height="9.2" fill="currentColor" />,
  hospital: (
    <>
      <rect x="2.2" y="2.2" width="9.6" height="9.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M7 4.2v5.6M4.2 7h5.6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  cross: <path d="M3 3l8 8M11 3l-8 8" stroke="currentColor" strokeWidth="2.2" />,
};

/** The shape of a status in the colour of its family; decoration beside its word. */
export function StatusGlyph({ status, size = 13 }: { status: UnitStatus; size?: number }) {
  return (
    <svg
      className={`family-${FAMILY_OF_STATUS[status]}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      {GLYPHS[GLYPH_OF_STATUS[status]]}
    </svg>
  );
}

/** Glyph and word of a status. */
export function UnitStatusMark({ status, size }: { status: UnitStatus; size?: number }) {
  const { t } = useTexts();
  return (
    <span className={`unit-status family-${FAMILY_OF_STATUS[status]}`}>
      <StatusGlyph status={status} size={size} />
      {t(UNIT_STATUSES[status])}
    </span>
  );
}

/** What a vehicle can do, as a small frame; resuscitation stands out. */
export function LevelTag({ level }: { level: VehicleLevel }) {
  const { t } = useTexts();
  return <span className={`level-tag level-tag-${level}`}>{t(VEHICLE_LEVELS[level])}</span>;
}
