import {
  CALL_REASONS,
  OUT_OF_SERVICE_REASONS,
  UNIT_STATUSES,
  VEHICLE_LEVELS,
  type Call,
  type Incident,
  type LngLat,
} from '#contracts';
import { CONSOLE, PALETTE, PriorityChip, StatusGlyph, useBoard, useTexts, type Say } from '#web';
import { IconBuildingHospital, IconHome, IconPhoneIncoming } from '@tabler/icons-react';
import { useMemo } from 'react';
import { focusIncident, focusPanel } from '../focus.js';
import { lookAt } from '../map/look-at.js';
import { shortNumber } from '../queue/queue.js';
import { useQueue } from '../queue/use-queue.js';
import { selectVehicle } from '../room.js';
import type { PaletteAction } from './action.js';
import { icon } from './icon.js';

/** A number as people say it: with a zero instead of the country. */
export const localPhone = (phone: string | null): string => (phone ?? '').replace(/^\+84/, '0');

const showPlace = (at: LngLat) => () => {
  focusPanel('map');
  lookAt(at);
};

/** An incident as a row: its number as the room says it, its reason, its place, and what else it may be found by. */
export function incidentRow(incident: Incident, group: string, t: Say): PaletteAction {
  const reason = CALL_REASONS[incident.reason];
  const short = shortNumber(incident.number);
  return {
    id: incident.id,
    group,
    label: `${short} · ${t(reason)}`,
    detail: [incident.place.address, incident.place.ward].filter(Boolean).join(' · '),
    words: [Number(short), reason.code, incident.number, localPhone(incident.callerPhone), incident.callerName].join(
      ' ',
    ),
    icon: <PriorityChip priority={incident.priority} small />,
    run: () => focusIncident(incident.id),
  };
}

function callRow(call: Call, group: string, t: Say): PaletteAction {
  const { incidentId } = call;
  return {
    id: call.id,
    group,
    label: t(PALETTE.call, { phone: localPhone(call.phone) || call.phoneRaw }),
    detail: call.callerName,
    words: call.phoneRaw,
    icon: icon(IconPhoneIncoming),
    run: () => (incidentId ? focusIncident(incidentId) : focusPanel('intake')),
  };
}

/** Everything on the board by number, call sign, phone, place or name. */
export function useThings(): PaletteAction[] {
  const { t } = useTexts();
  const rows = useQueue();
  const { units, stations, hospitals, calls } = useBoard();
  return useMemo(() => {
    const group = t(CONSOLE.paletteThings);
    const vehicles = Object.values(units).map((unit): PaletteAction => ({
      id: unit.id,
      group,
      label: `${unit.callSign} · ${t(UNIT_STATUSES[unit.status])}`,
      detail: [
        stations[unit.stationId]?.name,
        t(VEHICLE_LEVELS[unit.level]),
        unit.outOfServiceReason ? t(OUT_OF_SERVICE_REASONS[unit.outOfServiceReason]) : '',
      ]
        .filter(Boolean)
        .join(' · '),
      words: unit.shift?.crew.map(({ name }) => name).join(' ') ?? '',
      icon: <StatusGlyph status={unit.status} size={14} />,
      run: () => {
        selectVehicle(unit.id);
        focusPanel('units', true);
      },
    }));
    const open = Object.values(calls).filter(({ state, phoneRaw }) => state === 'open' && phoneRaw !== '');
    return [
      ...rows.map(({ incident }) => incidentRow(incident, group, t)),
      ...vehicles,
      ...open.map((call) => callRow(call, group, t)),
      ...Object.values(hospitals).map((hospital) => ({
        id: hospital.id,
        group,
        label: hospital.name,
        detail: t(PALETTE.hospital),
        words: '',
        icon: icon(IconBuildingHospital),
        run: showPlace(hospital.position),
      })),
      ...Object.values(stations).map((station) => ({
        id: station.id,
        group,
        label: t(PALETTE.station, { name: station.shortName }),
        detail: [station.name, station.phone].filter(Boolean).join(' · '),
        words: '',
        icon: icon(IconHome),
        run: showPlace(station.position),
      })),
    ];
  }, [rows, units, stations, hospitals, calls, t]);
}
