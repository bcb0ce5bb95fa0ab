import { useBoard } from '#web';
import { useEffect } from 'react';
import { acknowledgeFirst, unacknowledged, useAlarms } from '../alarms/use-alarms.js';
import { focusPanel } from '../focus.js';
import { focusQuestion } from '../intake/Screening.js';
import { saveDraft } from '../intake/save.js';
import { useDraft } from '../intake/use-draft.js';
import { takeBack } from '../recommendations/dispatching.js';
import { callCrewOf, choosePreset, closeWork, openOverlay, stopPinning, useRoom } from '../room.js';
import { actionOf, type Action } from './keymap.js';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** F8 calls the crew of the chosen unit, else of the unit that the first alarm is about. */
function callCrew(): void {
  const { vehicleId } = useRoom.getState();
  const [alarm] = unacknowledged(useAlarms.getState());
  const unit = useBoard.getState().units[vehicleId ?? alarm?.vehicleId ?? ''];
  if (unit) callCrewOf(unit.id);
  else focusPanel('units');
}

/** Does what the key means; false leaves the key to whatever has the focus. */
function act(action: Action): boolean {
  const { work, pinning, workOpen } = useRoom.getState();
  switch (action.kind) {
    case 'panel':
      focusPanel(action.panel);
      return true;
    case 'question':
      if (work !== 'intake') focusPanel('intake');
      focusQuestion(action.index);
      return true;
    case 'preset':
      choosePreset(action.preset);
      return true;
    case 'save':
    case 'saveAndChoose':
      if (work === 'intake') void saveDraft(action.kind === 'saveAndChoose');
      return true;
    case 'priority':
      document.querySelector<HTMLElement>('[data-change-level]')?.click();
      return true;
    case 'acknowledge':
      acknowledgeFirst();
      return true;
    case 'listAlarms':
      openOverlay('alarms');
      return true;
    case 'palette':
    case 'help':
      openOverlay(action.kind);
      return true;
    case 'callCrew':
      callCrew();
      return true;
    case 'undo':
      void takeBack();
      return true;
    case 'escape':
      if (pinning) stopPinning();
      else if (workOpen) closeWork();
      else return false;
      return true;
  }
}

/** The keys of the whole console. A layer on top keeps its own Escape; all else works everywhere. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode } = event;
      const inText = takesText(event.target);
      const action = actionOf({ code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode, inText });
      if (!action) return;
      const { overlay, calling } = useRoom.getState();
      const layered = overlay !== null || calling !== null;
      if (layered && action.kind !== 'acknowledge') {
        if (action.kind !== 'escape') event.preventDefault();
        return;
      }
      if (act(action)) event.preventDefault();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (useDraft.getState().receivedAt) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, []);
}
