import type { Recommendation, VehicleId } from '#contracts';
import { CONSOLE, EmptyState, secondsSince, SENDING, useBoard, useNow, useTexts } from '#web';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { decide, useDiverting } from '../diversion/diverting.js';
import { focusPanel, takeWaitingFocus } from '../focus.js';
import { placeAfter } from '../layout/roving.js';
import { askForOrder, offerChosen } from './dispatching.js';
import { ExcludedRow } from './ExcludedRow.js';
import { onNeedKey } from './NeedsBar.js';
import { RankedRow } from './RankedRow.js';
import { rowsOf, vehicleOf, type Row } from './rows.js';
import { chooseVehicle, togglePicked, useRecommended } from './use-recommendation.js';

const OLD_AFTER_SECONDS = 30;
const ROW_PX = { heading: 26, ranked: 62, excluded: 46 } as const;
const HEADINGS = {
  ambulances: SENDING.groupAmbulances,
  two_wheelers: SENDING.groupTwoWheelers,
  excluded: SENDING.groupExcluded,
} as const;

/** Keys of the list; `go` puts the focus on a row, wherever it is. */
function onListKey(event: KeyboardEvent<HTMLDivElement>, rows: readonly Row[], go: (row: Row) => void): void {
  if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
  const vehicles = rows.filter((row) => row.kind !== 'heading');
  const { chosen } = useRecommended.getState();
  const at = Math.max(
    vehicles.findIndex((row) => row.vehicle.vehicleId === chosen),
    0,
  );
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const next = digit ? Number(digit) - 1 : placeAfter(event.code, at, vehicles.length);
  const row = vehicles[next ?? at];
  if (!row) return;
  if (next !== null) {
    if (digit && row.kind !== 'ranked') return;
    go(row);
  } else if (event.code === 'Space' && row.kind === 'ranked') togglePicked(row.vehicle.vehicleId);
  else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.repeat) {
    if (row.kind === 'excluded') {
      if (row.diversion) decide(row.diversion.missionId);
    } else if (event.shiftKey) askForOrder();
    else offerChosen();
  } else if (!onNeedKey(event.code)) return;
  event.preventDefault();
}

function Line({ row, chosenId }: { row: Row; chosenId: VehicleId | null }) {
  const { t } = useTexts();
  const picked = useRecommended((state) => state.picked);
  if (row.kind === 'heading')
    return (
      <p className="ranked-heading" role="presentation">
        {t(HEADINGS[row.heading])} <span className="tn">{row.count}</span>
      </p>
    );
  const { vehicleId } = row.vehicle;
  const chosen = vehicleId === chosenId;
  if (row.kind === 'excluded') return <ExcludedRow vehicle={row.vehicle} diversion={row.diversion} chosen={chosen} />;
  return <RankedRow vehicle={row.vehicle} place={row.place} chosen={chosen} picked={picked.includes(vehicleId)} />;
}

/** Every vehicle of the region in one table: those that could go in order, then the others, each with all its reasons. */
export function VehicleTable({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTexts();
  const { chosen } = useRecommended();
  const diversions = useDiverting((state) => state.diversions);
  const units = useBoard((board) => board.units);
  const old = secondsSince(recommendation.computedAt, useNow()) > OLD_AFTER_SECONDS;
  const rows = useMemo(() => rowsOf(recommendation, diversions, units), [recommendation, diversions, units]);
  const scroll = useRef<HTMLDivElement>(null);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => ROW_PX[rows[index]!.kind] * rem,
    getItemKey: (index) => {
      const row = rows[index]!;
      return vehicleOf(row) ?? (row.kind === 'heading' ? row.heading : index);
    },
    overscan: 12,
    // Rows at once, before the list has been measured: the focus may be waiting for one.
    initialRect: { width: 0, height: 8 * ROW_PX.ranked * rem },
  });
  const isDrawn = drawn.getVirtualItems().length > 0;
  const worked = useRef(false);
  useEffect(() => {
    takeWaitingFocus('recommendations');
    // The row with the focus may have left the list: a vehicle just sent does.
    if (worked.current && document.activeElement === document.body) focusPanel('recommendations', true);
  }, [recommendation, isDrawn]);
  const isShown = rows.some((row) => vehicleOf(row) === chosen);
  const chosenId = (isShown ? chosen : null) ?? rows.map(vehicleOf).find((id) => id !== null) ?? null;
  const go = (row: Row) => {
    const vehicleId = vehicleOf(row);
    if (!vehicleId) return;
    chooseVehicle(vehicleId);
    drawn.scrollToIndex(rows.indexOf(row));
    // The row may be drawn only after the scroll.
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-vehicle="${vehicleId}"]`)?.focus());
  };
  return (
    <>
      {recommendation.ranked.length === 0 ? (
        <EmptyState title={t(CONSOLE.recommendNobody)}>{t(CONSOLE.recommendNobodyHint)}</EmptyState>
      ) : null}
      <div
        ref={scroll}
        className="ranked-list"
        role="listbox"
        aria-label={t(CONSOLE.recommendations)}
        aria-multiselectable
        data-old={old || undefined}
        onFocus={() => (worked.current = true)}
        onBlur={() => (worked.current = false)}
        onKeyDown={(event) => onListKey(event, rows, go)}
      >
        <div role="presentation" style={{ height: drawn.getTotalSize(), position: 'relative' }}>
          {drawn.getVirtualItems().map(({ index, start, key }) => (
            <div
              key={key}
              ref={drawn.measureElement}
              data-index={index}
              role="presentation"
              className="ranked-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line row={rows[index]!} chosenId={chosenId} />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
