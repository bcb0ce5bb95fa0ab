import { isActiveMission, type LngLat, type Priority, type Route, type VehicleId, type VehicleLevel } from '#contracts';
import { read, useBoard } from '#web';
import { useEffect, useMemo, useState } from 'react';
import { levelOf } from '../intake/draft.js';
import { useDraft } from '../intake/use-draft.js';
import { protocolNow } from '../protocols/use-protocols.js';
import { vehiclesToSend } from '../recommendations/dispatching.js';
import { useRecommendTarget, useRecommended } from '../recommendations/use-recommendation.js';

export interface MapRoute {
  kind: 'run' | 'patient' | 'suggested';
  line: LngLat[];
  label: { vehicleId: VehicleId; callSign: string; seconds: number; metres: number } | null;
}
interface Drive {
  kind: MapRoute['kind'];
  vehicleId: VehicleId;
  callSign: string;
  from: LngLat;
  to: LngLat;
  /** They decide what may be driven: without urgency no ambulance goes against a one-way. */
  level: VehicleLevel | undefined;
  priority: Priority | undefined;
}

const AGAIN_AFTER_MS = 20_000;
const coordinates = ([lng, lat]: LngLat) => `${lng.toFixed(5)},${lat.toFixed(5)}`;

/** The drives worth a line: of the chosen incident's vehicles, or of the one that would be sent. */
function useDrives(): { key: string; drives: Drive[] } {
  const target = useRecommendTarget();
  const { chosen, recommendation } = useRecommended();
  const missions = useBoard((board) => board.missions);
  const units = useBoard((board) => board.units);
  const hospitals = useBoard((board) => board.hospitals);
  const draftPosition = useDraft((draft) => draft.position);
  const draftPriority = useDraft((draft) => levelOf(draft, protocolNow(draft.reason))?.priority);
  const incident = target.kind === 'incident' ? target.incident : null;
  const place = target.kind === 'draft' ? draftPosition : (incident?.place.position ?? null);
  const priority = target.kind === 'draft' ? draftPriority : incident?.priority;

  return useMemo(() => {
    const { positions, stations } = useBoard.getState();
    const whereIs = (vehicleId: string) =>
      positions[vehicleId]?.at ?? stations[units[vehicleId]?.stationId ?? '']?.position ?? null;
    const own = Object.values(missions).filter(
      ({ incidentId, state }) => incident !== null && incidentId === incident.id && isActiveMission(state),
    );
    const drives = own.flatMap(({ vehicleId, state, hospitalId }): Drive[] => {
      const from = whereIs(vehicleId);
      const { callSign = '', level } = units[vehicleId] ?? {};
      const driver = { vehicleId, callSign, level, priority };
      const hospital = hospitalId ? hospitals[hospitalId]?.position : undefined;
      if (from && place && (state === 'notified' || state === 'acknowledged' || state === 'en_route'))
        return [{ kind: 'run', ...driver, from, to: place }];
      return from && hospital && state === 'left_scene' ? [{ kind: 'patient', ...driver, from, to: hospital }] : [];
    });
    const [suggested] = vehiclesToSend();
    const from = suggested ? whereIs(suggested) : null;
    if (own.length === 0 && suggested && from && place)
      drives.push({
        kind: 'suggested',
        vehicleId: suggested,
        callSign: units[suggested]?.callSign ?? '',
        level: units[suggested]?.level,
        priority,
        from,
        to: place,
      });
    const key = drives
      .map(({ kind, callSign, to }) => `${kind} ${callSign} ${coordinates(to)} ${priority ?? ''}`)
      .join(';');
    return { key, drives };
  }, [incident, place, priority, missions, units, hospitals, chosen, recommendation]);
}

/** The lines of those drives, by road; asked again while vehicles move. */
export function useRoutes(): MapRoute[] {
  const { key, drives } = useDrives();
  const [found, setFound] = useState<{ key: string; routes: MapRoute[] }>({ key: '', routes: [] });

  useEffect(() => {
    if (drives.length === 0) return;
    const abort = new AbortController();
    const ask = async () => {
      const answers = await Promise.allSettled(
        drives.map(({ from, to, level, priority }) =>
          read('GET /api/route', {
            query: { from: coordinates(from), to: coordinates(to), level, priority },
            signal: abort.signal,
          }),
        ),
      );
      if (abort.signal.aborted) return;
      const routes = drives.flatMap(({ kind, vehicleId, callSign }, index): MapRoute[] => {
        const answer = answers[index];
        if (answer?.status !== 'fulfilled') return [];
        const { line, seconds, metres }: Route = answer.value;
        return [{ kind, line, label: kind === 'suggested' ? { vehicleId, callSign, seconds, metres } : null }];
      });
      setFound({ key, routes });
    };
    void ask();
    const timer = setInterval(() => void ask(), AGAIN_AFTER_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
    // The drives are new objects with every fix; the key names what would change the question.
  }, [key]);

  return found.key === key ? found.routes : [];
}
