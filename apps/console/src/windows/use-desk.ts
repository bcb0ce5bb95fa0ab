import { useEffect } from 'react';
import { acknowledgeHere, useAlarms } from '../alarms/use-alarms.js';
import { muteUntil, useSound } from '../alarms/sound-settings.js';
import { focusIncident } from '../focus.js';
import { chooseHere, useRoom } from '../room.js';
import { pick } from '../map/pick.js';
import { hear, tell, type Message } from './channel.js';
import { useElectLeader } from './leader.js';
import { windowKind } from './windows.js';

function follow(message: Message): void {
  if (message.kind === 'hello') tellAll();
  else if (message.kind === 'chosen') chooseHere(message.incidentId, message.vehicleId);
  else if (message.kind === 'acknowledged') acknowledgeHere(message.causes);
  else if (message.kind === 'muted') muteUntil(message.untilMs);
  else if (message.kind === 'pinning') useRoom.setState({ pinning: message.pinning });
  else if (windowKind() !== 'console') return;
  else if (message.kind === 'open') focusIncident(message.incidentId);
  else pick(message.at);
}

/** A window that opens late is told where the others are. */
function tellAll(): void {
  const { incidentId, vehicleId } = useRoom.getState();
  tell({ kind: 'chosen', incidentId, vehicleId });
  tell({ kind: 'acknowledged', causes: [...useAlarms.getState().acknowledged] });
  tell({ kind: 'muted', untilMs: useSound.getState().mutedUntilMs });
  if (windowKind() === 'console') tell({ kind: 'pinning', pinning: useRoom.getState().pinning });
}

/** The windows of one desk choose, acknowledge and mute together, and one of them sounds. */
export function useDesk(): void {
  useElectLeader();
  useEffect(() => {
    const ends = [
      hear(follow),
      useRoom.subscribe(({ incidentId, vehicleId, chosenElsewhere, pinning }, before) => {
        const same = incidentId === before.incidentId && vehicleId === before.vehicleId;
        if (!same && !chosenElsewhere) tell({ kind: 'chosen', incidentId, vehicleId });
        if (pinning !== before.pinning && windowKind() === 'console') tell({ kind: 'pinning', pinning });
      }),
    ];
    tell({ kind: 'hello' });
    return () => ends.forEach((end) => end());
  }, []);
}
