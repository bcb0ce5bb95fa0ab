import { CANCEL_REASONS, CLOSE_REASONS, isActiveMission, VEHICLE_LEVELS, type Wording } from '#contracts';
import { CONSOLE, PALETTE, formatDistance, formatDuration, send, useBoard, useTexts } from '#web';
import {
  IconAlertTriangle,
  IconAmbulance,
  IconArchive,
  IconHandStop,
  IconNotes,
  IconPhone,
  IconX,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { focusIncident } from '../focus.js';
import { useMay } from '../may.js';
import { shortNumber } from '../queue/queue.js';
import { offerChosen, vehiclesToSend } from '../recommendations/dispatching.js';
import { useRecommended } from '../recommendations/use-recommendation.js';
import { callCrewOf, useRoom } from '../room.js';
import type { PaletteAction, PaletteQuestion } from './action.js';
import { icon } from './icon.js';

/** A question whose answers are the words of a table of reasons. */
const whyOf = <K extends string>(
  title: string,
  words: Record<K, Wording>,
  say: (wording: Wording) => string,
  run: (reason: K) => unknown,
): PaletteQuestion => ({
  title,
  choices: (Object.entries<Wording>(words) as [K, Wording][]).map(([reason, wording]) => ({
    id: reason,
    label: say(wording),
    run: () => run(reason),
  })),
});

/** The vehicle that Enter would send, with its drive. */
function useSend(group: string): PaletteAction[] {
  const { t, language } = useTexts();
  const incident = useBoard((board) => board.incidents[useRoom.getState().incidentId ?? '']);
  const units = useBoard((board) => board.units);
  const { recommendation } = useRecommended();
  return useMemo(() => {
    const [first] = vehiclesToSend();
    const ranked = recommendation?.ranked.find(({ vehicleId }) => vehicleId === first);
    const unit = first ? units[first] : undefined;
    if (!incident || recommendation?.incidentId !== incident.id || !ranked || !unit) return [];
    const detail = [
      t(VEHICLE_LEVELS[unit.level]),
      formatDuration(ranked.etaSeconds),
      ranked.distanceMetres === null ? '' : formatDistance(ranked.distanceMetres, language),
    ];
    return [
      {
        id: 'send',
        group,
        label: t(CONSOLE.sendTo, { callSign: unit.callSign, number: shortNumber(incident.number) }),
        detail: detail.filter(Boolean).join(' · '),
        words: '',
        icon: icon(IconAmbulance),
        keyCap: 'Enter',
        run: offerChosen,
      },
    ];
  }, [incident, units, recommendation, group, t, language]);
}

/** What can be done with the chosen incident; what cannot be taken back asks why first. */
export function useIncidentActions(): PaletteAction[] {
  const { t, say } = useTexts();
  const { incidents, missions, requests, units } = useBoard();
  const incident = incidents[useRoom((room) => room.incidentId) ?? ''];
  const mayClose = useMay('incident.close');
  const number = incident ? shortNumber(incident.number) : '';
  const group = t(CONSOLE.incident, { number });
  const sending = useSend(group);
  return useMemo(() => {
    if (!incident || incident.state === 'closed') return [];
    const { id: incidentId } = incident;
    const open = () => focusIncident(incidentId);
    const changeLevel = () => {
      open();
      // The detail may still be loading when the panel opens.
      setTimeout(
        () => document.querySelector<HTMLElement>('[data-panel="incident"] [data-change-level]')?.click(),
        300,
      );
    };
    const own = Object.values(missions).filter((one) => one.incidentId === incidentId && isActiveMission(one.state));
    const callSign = (vehicleId: string) => units[vehicleId]?.callSign ?? '';
    const crews = own.map((mission): PaletteAction => ({
      id: `crew:${mission.id}`,
      group,
      label: t(PALETTE.callCrewOf, { callSign: callSign(mission.vehicleId) }),
      words: '',
      icon: icon(IconPhone),
      run: () => callCrewOf(mission.vehicleId),
    }));
    const cancels = own
      .filter(({ state }) => ['notified', 'acknowledged', 'en_route', 'on_scene'].includes(state))
      .map((mission): PaletteAction => ({
        id: `cancel:${mission.id}`,
        group,
        label: t(PALETTE.cancelMissionOf, { callSign: callSign(mission.vehicleId) }),
        words: '',
        icon: icon(IconX),
        ask: whyOf(
          t(CONSOLE.cancelMissionWhy, { callSign: callSign(mission.vehicleId) }),
          CANCEL_REASONS,
          say,
          (reason) => send('mission.cancel', { missionId: mission.id, reason }),
        ),
      }));
    const stops = Object.values(requests)
      .filter((one) => one.incidentId === incidentId && (one.state === 'seeking' || one.state === 'exhausted'))
      .map((request): PaletteAction => ({
        id: `stop:${request.id}`,
        group,
        label: t(PALETTE.stopAskingFor, { number }),
        words: '',
        icon: icon(IconHandStop),
        ask: whyOf(t(CONSOLE.stopWhy), CANCEL_REASONS, say, (reason) =>
          send('dispatch.stop', { requestId: request.id, reason }),
        ),
      }));
    const closes: PaletteAction[] =
      own.length > 0
        ? []
        : [
            {
              id: 'close',
              group,
              label: t(PALETTE.closeOf, { number }),
              words: '',
              icon: icon(IconArchive),
              ask: whyOf(t(CONSOLE.closeWhy, { number }), CLOSE_REASONS, say, (reason) =>
                send('incident.close', { incidentId, reason }),
              ),
            },
          ];
    return [
      ...sending,
      ...crews,
      {
        id: 'level',
        group,
        label: t(CONSOLE.changeLevelOf, { number }),
        words: '',
        icon: icon(IconAlertTriangle),
        keyCap: 'Alt P',
        run: changeLevel,
      },
      { id: 'note', group, label: t(CONSOLE.addNoteTo, { number }), words: '', icon: icon(IconNotes), run: open },
      ...(mayClose ? [...stops, ...cancels, ...closes] : []),
    ];
  }, [incident, missions, requests, units, sending, mayClose, number, group, t, say]);
}
