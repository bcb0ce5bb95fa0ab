import { PINS, useBoard, useTexts, type MovablePin } from '#web';
import { useMemo } from 'react';
import { useDraft } from '../intake/use-draft.js';
import { useMay } from '../may.js';
import { shortNumber } from '../queue/queue.js';
import { useRoom } from '../room.js';
import { moveDraftPin, moveIncidentPin } from './move-pin.js';

/** The places that this person may move now: that of the call being written, and that of the chosen incident. */
export function usePins(): MovablePin[] {
  const { t } = useTexts();
  const mayAmend = useMay('incident.amend');
  const pinning = useRoom((room) => room.pinning);
  const drafted = useDraft((draft) => draft.position);
  const incidentId = useRoom((room) => room.incidentId);
  const incident = useBoard((board) => (incidentId ? board.incidents[incidentId] : undefined));
  return useMemo(() => {
    // While the next click is a place, nothing may lie in its way.
    if (pinning || !mayAmend) return [];
    const at = incident && incident.state !== 'closed' ? incident.place.position : null;
    return [
      ...(drafted ? [{ id: 'draft', at: drafted, label: t(PINS.ofDraft), onMoved: moveDraftPin }] : []),
      ...(incident && at
        ? [
            {
              id: incident.id,
              at,
              label: t(PINS.ofIncident, { number: shortNumber(incident.number) }),
              onMoved: (to: typeof at) => moveIncidentPin(incident, to),
            },
          ]
        : []),
    ];
  }, [pinning, mayAmend, drafted, incident, t]);
}
