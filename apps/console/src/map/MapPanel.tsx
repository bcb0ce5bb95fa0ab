import {
  Banner,
  CASUALTIES,
  CONSOLE,
  EmptyState,
  MapView,
  StatusGlyph,
  formatDistance,
  formatDuration,
  useAppearance,
  useBoard,
  useNow,
  useSystem,
  useTexts,
  type MapHandle,
} from '#web';
import { UNIT_STATUSES, type Coverage, type IncidentId, type UnitStatus, type VehicleId } from '#contracts';
import { IconMapOff } from '@tabler/icons-react';
import { Component, Suspense, useMemo, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { GapsPanel } from '../coverage/GapsPanel.js';
import { toggleGaps } from '../coverage/use-gaps.js';
import { levelOf } from '../intake/draft.js';
import { useDraft } from '../intake/use-draft.js';
import { protocolNow } from '../protocols/use-protocols.js';
import { DrawingCard } from '../obstructions/DrawingCard.js';
import { cornersOf, ObstructionList } from '../obstructions/ObstructionList.js';
import { usePhoneMarks } from '../positions/on-map.js';
import { onDrawingKey, useObstructionMarks, useSketch } from '../obstructions/on-map.js';
import { shortNumber } from '../queue/queue.js';
import { useRecommended } from '../recommendations/use-recommendation.js';
import { selectIncident, selectVehicle, useRoom } from '../room.js';
import { busyBounds, incidentMarks, stagingMarks, stationMarks, unitMarks } from './marks.js';
import { CoverageLegend } from './CoverageLegend.js';
import { useLookAt } from './look-at.js';
import { MapTools } from './MapTools.js';
import { pick, pickMark } from './pick.js';
import { useMoving } from './move-pin.js';
import { usePins } from './use-pins.js';
import { Toast } from '../undo/Toast.js';
import { toggleLayer, useCoverage, useLayers } from './use-coverage.js';
import { useRoutes, type MapRoute } from './use-routes.js';
import { windowKind } from '../windows/windows.js';
import './map-panel.css';

/** A map that cannot be drawn (no WebGL, no tiles) takes only its own panel with it. */
class MapGuard extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

const LEGEND: readonly UnitStatus[] = ['available', 'notified', 'en_route', 'on_scene', 'left_scene', 'at_hospital'];

interface TheMapProps {
  handle: RefObject<MapHandle | null>;
  routes: MapRoute[];
  coverage: Coverage | null;
}

function TheMap({ handle, routes, coverage }: TheMapProps) {
  const { t } = useTexts();
  const nowMs = useNow();
  const theme = useAppearance((appearance) => appearance.theme) ?? 'dark';
  const system = useSystem((state) => state.system);
  const { cursor, units, positions, stations, hospitals, incidents, massCasualties } = useBoard();
  const { incidentId, vehicleId, pinning } = useRoom();
  const draftPosition = useDraft((draft) => draft.position);
  // Before a reason is known the level is that of the middle of the list: not the mark of an emergency.
  const draftLevel = useDraft((draft) => levelOf(draft, protocolNow(draft.reason))?.priority ?? 3);
  const tenSeconds = Math.floor(nowMs / 10_000) * 10_000;
  const marks = useMemo(
    () => unitMarks({ units, positions, stations }, tenSeconds),
    [units, positions, stations, tenSeconds],
  );
  const incidentsShown = useMemo(() => incidentMarks(incidents), [incidents]);
  const hospitalsShown = useMemo(
    () => Object.values(hospitals).map(({ id, name, position }) => ({ id, name, at: position })),
    [hospitals],
  );
  const stationsShown = useMemo(
    () => [
      ...stationMarks({ stations, units }),
      ...stagingMarks(massCasualties, incidents, (number) => t(CASUALTIES.stagingMark, { number })),
    ],
    [stations, units, massCasualties, incidents, t],
  );
  const obstructionsShown = useObstructionMarks();
  const sketch = useSketch();
  const phones = usePhoneMarks();
  const pins = usePins();
  const wards = useLayers((layers) => layers.wards);
  // The first view is where the vehicles are, so it waits for them.
  if (!system || !cursor) return null;
  const draftMark = draftPosition ? [{ id: 'draft', number: '', priority: draftLevel, at: draftPosition }] : [];
  return (
    <MapView
      ref={handle}
      theme={theme}
      tilesUrl={`/tiles/${system.mapVersion}/{z}/{x}/{y}.mvt`}
      attribution={system.mapAttribution}
      bounds={busyBounds(marks) ?? system.bounds}
      units={marks}
      incidents={draftMark.length > 0 ? [...incidentsShown, ...draftMark] : incidentsShown}
      hospitals={hospitalsShown}
      stations={stationsShown}
      routes={routes}
      obstructions={obstructionsShown}
      sketch={sketch}
      phones={phones}
      pins={pins}
      coverage={coverage}
      wards={wards}
      selectedUnitId={vehicleId}
      selectedIncidentId={incidentId}
      onSelectUnit={(id) => (pinning ? pickMark(marks, id) : selectVehicle(id as VehicleId))}
      onSelectIncident={(id) => {
        if (pinning) pickMark(incidentsShown, id);
        else if (id !== 'draft') selectIncident(id as IncidentId);
      }}
      onPickPosition={pinning ? pick : undefined}
      ariaLabel={t(CONSOLE.mapLabel)}
    />
  );
}

function Suggested({ routes }: { routes: MapRoute[] }) {
  const { t, language } = useTexts();
  const incident = useBoard((board) => board.incidents[useRoom.getState().incidentId ?? '']);
  const label = routes.find(({ kind }) => kind === 'suggested')?.label;
  // The list counts the turnout, the road does not: one screen says one time.
  const etaSeconds = useRecommended(
    ({ recommendation }) => recommendation?.ranked.find(({ vehicleId }) => vehicleId === label?.vehicleId)?.etaSeconds,
  );
  if (!label) return null;
  return (
    <p className="map-card tn">
      <i className="map-dash" aria-hidden />
      <b>{label.callSign}</b> → <b>{incident ? shortNumber(incident.number) : t(CONSOLE.keyIntake)}</b>
      <span>
        {formatDuration(etaSeconds ?? label.seconds)} · {formatDistance(label.metres, language)}
      </span>
    </p>
  );
}

/** What was just done on the map, with the way back; or why a pin could not be kept. */
function DoneHere() {
  const { say } = useTexts();
  const failure = useMoving((moving) => moving.failure);
  return (
    <div className="map-pinning">
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : <Toast panel="map" />}
    </div>
  );
}

/** The live map; the unit board and the incident list hold the same in words. */
export function MapPanel() {
  const { t } = useTexts();
  const handle = useRef<MapHandle>(null);
  useLookAt(handle);
  const routes = useRoutes();
  const { coverage, failed: coverageFailed } = useCoverage();
  const layers = useLayers();
  const { incidentId, pinning } = useRoom();
  const at = useBoard((board) => (incidentId ? board.incidents[incidentId]?.place.position : null)) ?? null;
  const bounds = useSystem(({ system }) => system?.bounds);
  const follow = () => at && handle.current?.focus(at);
  const fit = () => {
    if (!bounds) return;
    const [west, south, east, north] = bounds;
    handle.current?.fit([
      [west, south],
      [east, north],
    ]);
  };
  const failed = <EmptyState icon={<IconMapOff size={22} aria-hidden />} title={t(CONSOLE.mapFailed)} />;
  return (
    <section
      className="panel map-panel"
      aria-labelledby="map-title"
      tabIndex={-1}
      data-entry
      onKeyDown={(event: KeyboardEvent) => {
        if (onDrawingKey(event, () => handle.current?.centre() ?? null)) return;
        if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
        if (event.code === 'KeyZ') follow();
        else if (event.code === 'KeyC') toggleLayer('coverage');
        else if (event.code === 'KeyP') toggleLayer('wards');
        else if (event.code === 'KeyG') toggleGaps();
      }}
    >
      <MapGuard fallback={failed}>
        <Suspense fallback={<p className="map-loading">{t(CONSOLE.mapLoading)}</p>}>
          <TheMap handle={handle} routes={routes} coverage={coverage} />
        </Suspense>
      </MapGuard>
      <MapTools canFollow={at !== null} onFollow={follow} onFit={fit} />
      {pinning === 'obstruction' ? null : <Suggested routes={routes} />}
      <ObstructionList onShow={(shape) => handle.current?.fit(cornersOf(shape))} />
      {windowKind() === 'console' ? <DrawingCard /> : null}
      {windowKind() === 'console' ? <GapsPanel /> : null}
      {pinning && pinning !== 'obstruction' ? (
        <div className="map-pinning">
          <Banner tone="warning">{t(CONSOLE.pinNow)}</Banner>
        </div>
      ) : (
        <DoneHere />
      )}
      <ul className="map-legend" aria-label={t(CONSOLE.mapLegend)}>
        {LEGEND.map((status) => (
          <li key={status}>
            <StatusGlyph status={status} />
            {t(UNIT_STATUSES[status])}
          </li>
        ))}
        {layers.coverage ? <CoverageLegend coverage={coverage} failed={coverageFailed} /> : null}
      </ul>
    </section>
  );
}
