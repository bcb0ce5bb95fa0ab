import type { Unit } from '#contracts';
import {
  Button,
  COMMON,
  CONSOLE,
  DESK_WINDOWS,
  EmptyState,
  FAMILY_OF_STATUS,
  LevelTag,
  Panel,
  Segments,
  Skeleton,
  StaleMark,
  StatusGlyph,
  Timer,
  UnitStatusMark,
  useBoard,
  useNow,
  useSystem,
  useTexts,
} from '#web';
import { IconExternalLink } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useAlarms } from '../alarms/use-alarms.js';
import { UnreadMark } from '../messages/Unread.js';
import { placeAfter } from '../layout/roving.js';
import { shortNumber, shortWard } from '../queue/queue.js';
import { selectVehicle, useRoom } from '../room.js';
import { showIncident } from '../windows/show-incident.js';
import { openBeside, windowKind } from '../windows/windows.js';
import { boardUnits, countByFamily, gpsAge, type UnitFilter } from './units.js';
import './units.css';

const ROW_PX = 30;

function Gps({ vehicleId }: { vehicleId: string }) {
  const { t } = useTexts();
  const age = gpsAge(
    useBoard((board) => board.positions[vehicleId]),
    useNow(),
  );
  if (age.kind === 'lost') return <span className="gps gps-old">{t(CONSOLE.gpsLost)}</span>;
  return (
    <span className={`gps tn ${age.old ? 'gps-old' : ''}`}>
      {t(age.kind === 'seconds' ? COMMON.seconds : COMMON.minutes, { n: age.n })}
    </span>
  );
}

function Job({ unit }: { unit: Unit }) {
  const incident = useBoard((board) => (unit.incidentId ? board.incidents[unit.incidentId] : undefined));
  const hospital = useBoard((board) => {
    const mission = unit.missionId ? board.missions[unit.missionId] : undefined;
    return mission?.hospitalId ? board.hospitals[mission.hospitalId] : undefined;
  });
  if (!incident) return <span className="board-none">–</span>;
  const toHospital = unit.status === 'left_scene' || unit.status === 'at_hospital' || unit.status === 'handed_over';
  return (
    <>
      <b className="tn">{shortNumber(incident.number)}</b>{' '}
      {(toHospital ? hospital?.name : null) ?? shortWard(incident.place.ward) ?? incident.place.address}
    </>
  );
}

function Cells({ unit }: { unit: Unit }) {
  const station = useBoard((board) => board.stations[unit.stationId]);
  const acknowledgeWithin = useSystem(({ system }) => system?.alarmRules.notAcknowledged ?? null);
  return (
    <>
      <b role="gridcell" className="tn">
        {unit.callSign}
      </b>
      <span role="gridcell">
        <LevelTag level={unit.level} />
      </span>
      <span role="gridcell">
        <UnitStatusMark status={unit.status} />
      </span>
      <span role="gridcell" className="right">
        <Timer
          since={unit.statusSince}
          targetSeconds={unit.status === 'notified' ? acknowledgeWithin : null}
          worst="close"
        />
      </span>
      <span role="gridcell" className="board-job">
        <UnreadMark vehicleId={unit.id} />
        <Job unit={unit} />
      </span>
      <span role="gridcell" className="board-station">
        {station?.shortName}
      </span>
      <span role="gridcell" className="right board-gps">
        <Gps vehicleId={unit.id} />
      </span>
    </>
  );
}

function Counts() {
  const { t } = useTexts();
  const units = useBoard((board) => board.units);
  const { av, re, pa, ou } = countByFamily(units);
  const counts = [
    ['available', av, CONSOLE.countFree],
    ['en_route', re, CONSOLE.countCommitted],
    ['on_scene', pa, CONSOLE.countWithPatient],
    ['out_of_service', ou, CONSOLE.countOut],
  ] as const;
  return (
    <span className="board-counts">
      {counts.map(([status, count, wording]) => (
        <span key={status} className={`family-${FAMILY_OF_STATUS[status]}`} title={t(wording, { count })}>
          <StatusGlyph status={status} />
          <b className="tn" aria-hidden>
            {count}
          </b>
          <span className="visually-hidden">{t(wording, { count })}</span>
        </span>
      ))}
    </span>
  );
}

const COLUMNS = [
  ['columnUnit', ''],
  ['columnLevel', ''],
  ['columnStatus', ''],
  ['columnSince', 'right'],
  ['columnMission', ''],
  ['columnStation', 'board-station'],
  ['gps', 'right board-gps'],
] as const;

function Grid({ units }: { units: readonly Unit[] }) {
  const { t } = useTexts();
  const scroll = useRef<HTMLDivElement>(null);
  const { vehicleId } = useRoom();
  const alarms = useAlarms((state) => state.alarms);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX * rem,
    overscan: 8,
  });
  const chosenAt = units.findIndex(({ id }) => id === vehicleId);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey) return;
    const chosen = units[chosenAt];
    if ((event.code === 'Enter' || event.code === 'NumpadEnter') && chosen?.incidentId) {
      showIncident(chosen.incidentId);
      return;
    }
    const next = placeAfter(event.code, chosenAt, units.length);
    const unit = next === null ? undefined : units[next];
    if (next === null || !unit) return;
    event.preventDefault();
    selectVehicle(unit.id);
    rows.scrollToIndex(next);
    // The row may be drawn only after the scroll.
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-vehicle="${unit.id}"]`)?.focus());
  };

  return (
    <div className="board" role="grid" aria-label={t(CONSOLE.units)} aria-rowcount={units.length + 1}>
      <div role="rowgroup">
        <div className="board-row board-head" role="row" aria-rowindex={1}>
          {COLUMNS.map(([column, className]) => (
            <span key={column} role="columnheader" className={className}>
              {t(CONSOLE[column])}
            </span>
          ))}
        </div>
      </div>
      <div className="board-rows" ref={scroll} role="rowgroup" tabIndex={-1} onKeyDown={onKeyDown}>
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const unit = units[index];
            if (!unit) return null;
            const entry = chosenAt === index || (chosenAt < 0 && index === 0);
            return (
              <div
                key={unit.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={unit.id === vehicleId}
                className="board-row"
                data-family={FAMILY_OF_STATUS[unit.status]}
                data-alarm={alarms.some((alarm) => alarm.vehicleId === unit.id) || undefined}
                data-vehicle={unit.id}
                data-entry={entry || undefined}
                tabIndex={entry ? 0 : -1}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => selectVehicle(unit.id)}
                onDoubleClick={() => unit.incidentId && showIncident(unit.incidentId)}
              >
                <Cells unit={unit} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Every unit of the region, what it does and how old its position is; the map's equal in words. */
export function UnitBoard() {
  const { t } = useTexts();
  const [filter, setFilter] = useState<UnitFilter>('all');
  const all = useBoard((board) => board.units);
  const loaded = useBoard((board) => board.cursor !== null);
  const units = useMemo(() => boardUnits(all, filter), [all, filter]);
  return (
    <Panel
      id="units"
      className="units"
      title={t(CONSOLE.units)}
      keyCap="F6"
      controls={
        <>
          <StaleMark />
          {windowKind() === 'console' ? (
            <Button
              kind="quiet"
              className="small"
              title={t(DESK_WINDOWS.openBoard)}
              onClick={() => openBeside('board')}
            >
              <IconExternalLink size={15} aria-label={t(DESK_WINDOWS.openBoard)} />
            </Button>
          ) : null}
          <span className="grow" />
          <Counts />
          <Segments
            label={t(CONSOLE.units)}
            value={filter}
            onChange={setFilter}
            choices={[
              { value: 'all', label: t(CONSOLE.unitsAll) },
              { value: 'free', label: t(CONSOLE.unitsFreeFilter) },
              { value: 'busy', label: t(CONSOLE.unitsBusy) },
            ]}
          />
        </>
      }
    >
      {loaded ? null : <Skeleton rows={10} rowHeight={30} label={t(CONSOLE.unitsLoading)} />}
      {loaded && units.length > 0 ? <Grid units={units} /> : null}
      {loaded && units.length === 0 ? (
        <EmptyState
          title={t(CONSOLE.unitsNone)}
          action={<Button onClick={() => setFilter('all')}>{t(CONSOLE.clearFilter)}</Button>}
        />
      ) : null}
    </Panel>
  );
}
