import type { IncidentId, Message, VehicleId } from '#contracts';
import { isWaitingFor, MESSAGES, useTexts } from '#web';
import { IconMessage2 } from '@tabler/icons-react';
import { useState } from 'react';
import { MessagesSheet } from './MessagesSheet.js';

/** The way to the room in words, with the number of messages that wait for this crew. */
export function MessagesButton(props: {
  vehicleId: VehicleId;
  incidentId: IncidentId | null;
  messages: readonly Message[];
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const count = props.messages.filter((message) => isWaitingFor('crew', message)).length;
  return (
    <>
      <button type="button" className="rail-button" onClick={() => setOpen(true)}>
        <IconMessage2 size={30} aria-hidden />
        {t(MESSAGES.rail)}
        {count > 0 ? (
          <span className="rail-count tn">
            <span aria-hidden>{count}</span>
            <span className="visually-hidden">{t(MESSAGES.unread, { count })}</span>
          </span>
        ) : null}
      </button>
      {open ? <MessagesSheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
