import type { CrewView, LngLat, Position } from '#contracts';
import {
  CREW,
  FAMILY_OF_STATUS,
  MAP_SHAPE_OF_STATUS,
  machineNow,
  MapView,
  obstructionMarks,
  useAppearance,
  useSystem,
  useTexts,
  type MapHandle,
} from '#web';
import { IconCurrentLocation } from '@tabler/icons-react';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { targetOf } from './target.js';
import { NextManoeuvre } from './NextManoeuvre.js';
import { RouteFigures } from './RouteFigures.js';
import { TakeBack } from '../road/TakeBack.js';
import { useRoute, type RouteStart } from './use-route.js';
import './job-map.css';

const OLD_AFTER_MS = 60_000;
/** Pixels at the edges for the manoeuvre above and the figures below. */
const ROOM = { top: 120, right: 48, bottom: 128, left: 48 };

/** Vehicle, scene, hospital and the way there. The camera moves when the target changes and when the crew asks. */
export function JobMap({
  view,
  position,
}: {
  view: CrewView;
  position: (RouteStart & Pick<Position, 'fixedAt'>) | null;
}) {
  const { t, say } = useTexts();
  const handle = useRef<MapHandle>(null);
  const theme = useAppearance((state) => state.theme) ?? 'night';
  const system = useSystem((state) => state.system);
  const target = targetOf(view);
  const state = useRoute(position, target?.at ?? null, {
    level: view.unit?.level,
    priority: view.incident?.priority,
  });
  const marks = useMarks(view, position);
  const routes = useMemo(
    () => (state.route && target ? [{ kind: target.kind, line: state.route.line }] : []),
    [state.route, target?.kind],
  );

  const obstructions = useMemo(() => obstructionMarks(view.obstructions, say), [view.obstructions, say]);

  const line = state.route?.line;
  const show = () =>
    handle.current?.fit(
      [position?.at, target?.at, ...(line ?? [])].filter((at): at is LngLat => at != null),
      ROOM,
    );
  const latestShow = useRef(show);
  latestShow.current = show;
  const targetKey = target?.at.join(',');
  const located = position !== null;
  const routed = line !== undefined;
  useEffect(() => {
    const timer = setTimeout(() => latestShow.current(), 300);
    return () => clearTimeout(timer);
  }, [targetKey, located, routed]);

  if (!system) return <div className="job-map" />;
  return (
    <div className="job-map">
      <Suspense fallback={<p className="job-map-wait">{t(CREW.mapLoading)}</p>}>
        <MapView
          ref={handle}
          theme={theme}
          tilesUrl={`/tiles/${system.mapVersion}/{z}/{x}/{y}.mvt`}
          attribution={system.mapAttribution}
          ariaLabel={t(CREW.mapLabel)}
          centre={position?.at ?? view.station?.position ?? system.centre}
          routes={routes}
          obstructions={obstructions}
          selectedUnitId={null}
          selectedIncidentId={null}
          {...marks}
        />
      </Suspense>
      {target && position && state.route ? (
        <NextManoeuvre
          line={state.route.line}
          instructions={state.route.instructions}
          at={position.at}
          offRoute={state.offRoute}
        />
      ) : null}
      {view.unit ? <TakeBack vehicleId={view.unit.id} obstructions={view.obstructions} /> : null}
      {target ? <RouteFigures state={state} located={located} /> : null}
      <button type="button" className="job-map-recentre" aria-label={t(CREW.recentre)} onClick={show}>
        <IconCurrentLocation size={30} aria-hidden />
      </button>
    </div>
  );
}

function useMarks(
  { unit, incident, station, mission, hospitals }: CrewView,
  position: Pick<Position, 'at' | 'headingDegrees' | 'fixedAt'> | null,
) {
  return useMemo(() => {
    const chosen = hospitals.filter(({ id }) => id === mission?.hospitalId);
    return {
      units:
        unit && position
          ? [
              {
                id: unit.id,
                callSign: unit.callSign,
                family: FAMILY_OF_STATUS[unit.status],
                shape: MAP_SHAPE_OF_STATUS[unit.status],
                headingDegrees: position.headingDegrees,
                at: position.at,
                old: machineNow() - new Date(position.fixedAt).getTime() > OLD_AFTER_MS,
              },
            ]
          : [],
      incidents: incident?.place.position
        ? [{ ...incident, number: incident.number.slice(-4), at: incident.place.position }]
        : [],
      hospitals: chosen.map(({ id, name, position: at }) => ({ id, name, at })),
      stations: station ? [{ id: station.id, name: station.shortName, at: station.position }] : [],
    };
  }, [unit, incident, station, mission?.hospitalId, hospitals, position]);
}
