import { CALL_REASONS, UNIT_STATUSES, VEHICLE_LEVELS } from '#contracts';
import {
  CONSOLE,
  PriorityChip,
  ROADS,
  TELEPHONY,
  StatusGlyph,
  formatDistance,
  formatDuration,
  useBoard,
  useTexts,
} from '#web';
import {
  IconAlertTriangle,
  IconAmbulance,
  IconArrowRight,
  IconBarrierBlock,
  IconBell,
  IconKeyboard,
  IconNotes,
  IconPhone,
  IconPhoneCall,
  IconPhoneIncoming,
} from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { focusIncident, focusPanel } from '../focus.js';
import { perform } from '../keys/perform.js';
import { shortNumber } from '../queue/queue.js';
import { useQueue } from '../queue/use-queue.js';
import { offerChosen, vehiclesToSend } from '../recommendations/dispatching.js';
import { useRecommended } from '../recommendations/use-recommendation.js';
import { callCrewOf, openOverlay, selectVehicle, useRoom, type PanelName } from '../room.js';

export interface PaletteAction {
  id: string;
  group: string;
  label: string;
  detail?: string;
  /** What a search looks through, beyond label and detail. */
  words: string;
  icon: ReactNode;
  keyCap?: string;
  run: () => void;
}

const icon = (Icon: typeof IconBell) => <Icon size={18} stroke={1.7} aria-hidden />;

/** What can be done with the chosen incident. */
function useIncidentActions(): PaletteAction[] {
  const { t, language } = useTexts();
  const incident = useBoard((board) => board.incidents[useRoom.getState().incidentId ?? '']);
  const units = useBoard((board) => board.units);
  const { recommendation } = useRecommended();
  return useMemo(() => {
    if (!incident) return [];
    const number = shortNumber(incident.number);
    const group = t(CONSOLE.incident, { number });
    const [first] = vehiclesToSend();
    const ranked = recommendation?.ranked.find(({ vehicleId }) => vehicleId === first);
    const unit = first ? units[first] : undefined;
    const send =
      recommendation?.incidentId === incident.id && ranked && unit
        ? [
            {
              id: 'send',
              group,
              label: t(CONSOLE.sendTo, { callSign: unit.callSign, number }),
              detail: [
                t(VEHICLE_LEVELS[unit.level]),
                formatDuration(ranked.etaSeconds),
                ranked.distanceMetres === null ? '' : formatDistance(ranked.distanceMetres, language),
              ]
                .filter(Boolean)
                .join(' · '),
              words: '',
              icon: icon(IconAmbulance),
              keyCap: 'Enter',
              run: offerChosen,
            },
          ]
        : [];
    const open = () => focusIncident(incident.id);
    const inDetail = (selector: string) => () => {
      open();
      // The detail may still be loading when the panel opens.
      setTimeout(() => document.querySelector<HTMLElement>(`[data-panel="incident"] ${selector}`)?.click(), 300);
    };
    return [
      ...send,
      {
        id: 'level',
        group,
        label: t(CONSOLE.changeLevelOf, { number }),
        words: '',
        icon: icon(IconAlertTriangle),
        keyCap: 'Alt P',
        run: inDetail('[data-change-level]'),
      },
      { id: 'note', group, label: t(CONSOLE.addNoteTo, { number }), words: '', icon: icon(IconNotes), run: open },
    ];
  }, [incident, units, recommendation, t, language]);
}

/** Incidents and units, by number, reason, place or call sign. */
function useThings(): PaletteAction[] {
  const { t } = useTexts();
  const rows = useQueue();
  const units = useBoard((board) => board.units);
  const stations = useBoard((board) => board.stations);
  return useMemo(() => {
    const group = t(CONSOLE.paletteThings);
    const incidents = rows.map(({ incident }): PaletteAction => {
      const reason = CALL_REASONS[incident.reason];
      return {
        id: incident.id,
        group,
        label: `${shortNumber(incident.number)} · ${t(reason)}`,
        detail: [incident.place.address, incident.place.ward].filter(Boolean).join(' · '),
        words: `${reason.code} ${incident.number} ${incident.callerPhone ?? ''} ${incident.callerName}`,
        icon: <PriorityChip priority={incident.priority} small />,
        run: () => focusIncident(incident.id),
      };
    });
    const vehicles = Object.values(units).map((unit): PaletteAction => ({
      id: unit.id,
      group,
      label: `${unit.callSign} · ${t(UNIT_STATUSES[unit.status])}`,
      detail: `${stations[unit.stationId]?.name ?? ''} · ${t(VEHICLE_LEVELS[unit.level])}`,
      words: '',
      icon: <StatusGlyph status={unit.status} size={14} />,
      run: () => {
        selectVehicle(unit.id);
        focusPanel('units', true);
      },
    }));
    return [...incidents, ...vehicles];
  }, [rows, units, stations, t]);
}

const PLACES: readonly (readonly [PanelName, keyof typeof CONSOLE & `${string}`, string])[] = [
  ['intake', 'intake', 'F2'],
  ['incidents', 'incidents', 'F3'],
  ['recommendations', 'recommendations', 'F4'],
  ['units', 'units', 'F6'],
  ['map', 'map', 'F7'],
];

/** Everything the palette can find, in its three groups. */
export function usePaletteActions(): PaletteAction[] {
  const { t } = useTexts();
  const incidentActions = useIncidentActions();
  const things = useThings();
  const vehicleId = useRoom((room) => room.vehicleId);
  return useMemo(() => {
    const group = t(CONSOLE.paletteGo);
    const go = PLACES.map(([panel, word, keyCap]): PaletteAction => ({
      id: panel,
      group,
      label: t(CONSOLE[word as 'intake']),
      words: '',
      icon: icon(IconArrowRight),
      keyCap,
      run: () => focusPanel(panel),
    }));
    const crew = vehicleId
      ? [
          {
            id: 'crew',
            group,
            label: t(CONSOLE.callCrew),
            words: '',
            icon: icon(IconPhone),
            keyCap: 'F8',
            run: () => callCrewOf(vehicleId),
          },
        ]
      : [];
    return [
      ...incidentActions,
      ...things,
      ...crew,
      ...go,
      {
        id: 'obstruct',
        group,
        label: t(ROADS.draw),
        words: 'ngap tac cam duong flood closure jam',
        icon: icon(IconBarrierBlock),
        keyCap: 'Alt C',
        run: () => perform({ kind: 'obstruct' }),
      },
      {
        id: 'answer',
        group,
        label: t(TELEPHONY.answerNext),
        words: 'nghe may',
        icon: icon(IconPhoneIncoming),
        keyCap: 'Alt R',
        run: () => perform({ kind: 'answer' }),
      },
      {
        id: 'callBacks',
        group,
        label: t(TELEPHONY.callBacks),
        words: 'goi nho missed abandoned',
        icon: icon(IconPhoneCall),
        keyCap: 'Alt B',
        run: () => perform({ kind: 'callBacks' }),
      },
      {
        id: 'alarms',
        group,
        label: t(CONSOLE.keyListAlarms),
        words: '',
        icon: icon(IconBell),
        keyCap: 'Shift F9',
        run: () => openOverlay('alarms'),
      },
      {
        id: 'help',
        group,
        label: t(CONSOLE.help),
        words: '',
        icon: icon(IconKeyboard),
        keyCap: 'F1',
        run: () => openOverlay('help'),
      },
    ];
  }, [t, incidentActions, things, vehicleId]);
}
