import type { Incident, LngLat, MassCasualty } from '#contracts';
import { FAMILY_OF_STATUS, MAP_SHAPE_OF_STATUS, type Board } from '#web';
import { shortNumber } from '../queue/queue.js';
import { gpsAge } from '../units/units.js';

type Tables = Pick<Board, 'units' | 'positions' | 'stations' | 'incidents' | 'hospitals'>;

/** Units as the map draws them: at their last fix, or at their station while there is none. */
export const unitMarks = (
  { units, positions, stations }: Pick<Tables, 'units' | 'positions' | 'stations'>,
  nowMs: number,
) =>
  Object.values(units).flatMap((unit) => {
    const position = positions[unit.id];
    const at = position?.at ?? stations[unit.stationId]?.position;
    if (!at || unit.status === 'out_of_service') return [];
    const age = gpsAge(position, nowMs);
    return [
      {
        id: unit.id as string,
        callSign: unit.callSign,
        family: FAMILY_OF_STATUS[unit.status],
        shape: MAP_SHAPE_OF_STATUS[unit.status],
        headingDegrees: position?.headingDegrees ?? 0,
        at,
        old: age.kind === 'lost' || age.kind === 'minutes',
      },
    ];
  });

/** Stations of which no ambulance could be sent, as the gaps count it: one that stands by elsewhere covers that place. */
function emptyStations(units: Tables['units']): ReadonlySet<string> {
  const ambulances = Object.values(units).filter(({ level }) => level !== 'motorbike');
  const empty = new Set<string>(ambulances.map(({ stationId }) => stationId));
  for (const { status, stationId, standbyStationId } of ambulances)
    if (status === 'available' || status === 'returning') empty.delete(standbyStationId ?? stationId);
  return empty;
}

/** Stations with their short names, the empty ones told apart. */
export const stationMarks = ({ stations, units }: Pick<Tables, 'stations' | 'units'>) => {
  const empty = emptyStations(units);
  return Object.values(stations).map(({ id, shortName, position }) => ({
    id: id as string,
    name: shortName,
    at: position,
    empty: empty.has(id),
  }));
};

/** Open incidents that have a position. */
export const incidentMarks = (incidents: Tables['incidents']) =>
  Object.values(incidents).flatMap(({ id, number, priority, place, state }) =>
    place.position && state !== 'closed'
      ? [{ id: id as string, number: shortNumber(number), priority, at: place.position }]
      : [],
  );

/** Left out on each side: one far commune must not shrink the towns to a dot. */
const EDGE_SHARE = 0.1;
const MARGIN = 0.15;

/** Where most vehicles are: the box around all but the outermost tenth on each side; null with too few to tell. */
export function busyBounds(marks: readonly { at: LngLat }[]): [number, number, number, number] | null {
  if (marks.length < 5) return null;
  const range = (axis: 0 | 1): [number, number] => {
    const sorted = marks.map(({ at }) => at[axis]).sort((a, b) => a - b);
    const edge = Math.floor(sorted.length * EDGE_SHARE);
    const [least, most] = [sorted[edge]!, sorted[sorted.length - 1 - edge]!];
    const margin = (most - least) * MARGIN + 0.01;
    return [least - margin, most + margin];
  };
  const [west, east] = range(0);
  const [south, north] = range(1);
  return [west, south, east, north];
}

/** Where vehicles report first, of every incident with many patients that is under way. */
export const stagingMarks = (
  massCasualties: Record<string, MassCasualty>,
  incidents: Record<string, Incident>,
  nameOf: (number: string) => string,
) =>
  Object.values(massCasualties).flatMap(({ id, staging, endedAt }) => {
    const incident = incidents[id];
    if (!staging || endedAt || !incident || incident.state === 'closed') return [];
    return [{ id: `staging:${id}`, name: nameOf(shortNumber(incident.number)), at: staging.position }];
  });
