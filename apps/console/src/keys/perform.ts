import { useBoard } from '#web';
import { acknowledgeHead, unacknowledged, useAlarms } from '../alarms/use-alarms.js';
import { declareMassCasualty } from '../casualties/declare.js';
import { focusPanel } from '../focus.js';
import { closeInstructions, openInstructions, useInstructions } from '../instructions/use-instructions.js';
import { switchDraft } from '../intake/use-draft.js';
import { focusQuestion } from '../protocols/Questions.js';
import { saveDraft } from '../intake/save.js';
import { layoutNow } from '../layout/use-layout.js';
import { openMessages } from '../messages/open.js';
import { startDrawing, stopDrawing } from '../obstructions/use-drawing.js';
import { dropReason } from '../recommendations/dispatching.js';
import { leaveFirst, takeFirst } from '../suggestions/suggestions.js';
import { takeBackNewest } from '../undo/undo.js';
import { takePhonePosition } from '../positions/use-phone-position.js';
import { answerOrFocus, takeNextRing } from '../rings/use-rings.js';
import { callCrewOf, choosePreset, closeWork, openOverlay, stopPinning, useRoom } from '../room.js';
import { openBeside } from '../windows/windows.js';
import type { Action } from './keymap.js';

/** F8 calls the crew of the chosen unit, else of the unit that the first alarm is about. */
function callCrew(): void {
  const { vehicleId } = useRoom.getState();
  const [alarm] = unacknowledged(useAlarms.getState());
  const unit = useBoard.getState().units[vehicleId ?? alarm?.vehicleId ?? ''];
  if (unit) callCrewOf(unit.id);
  else focusPanel('units');
}

const DUPLICATE_BUTTON = { sameEvent: 'same', moreVictims: 'more', keepApart: 'apart' } as const;

/** Does what a key means, or its button; false leaves the key to whatever has the focus. */
export function perform(action: Action): boolean {
  const { work, pinning, workOpen } = useRoom.getState();
  switch (action.kind) {
    case 'panel':
      if (action.panel === 'intake') answerOrFocus();
      else focusPanel(action.panel);
      return true;
    case 'question':
      if (!focusQuestion(action.index) && work !== 'intake') {
        focusPanel('intake');
        focusQuestion(action.index);
      }
      return true;
    case 'preset':
      choosePreset(action.preset);
      return true;
    case 'window':
      openBeside(action.beside);
      return true;
    case 'save':
    case 'saveAndChoose':
      if (work === 'intake') void saveDraft(action.kind === 'saveAndChoose');
      return true;
    case 'priority':
      document.querySelector<HTMLElement>('[data-change-level]')?.click();
      return true;
    case 'instructions':
      if (useInstructions.getState().open) closeInstructions();
      else openInstructions();
      return true;
    case 'switchCall':
      focusPanel('intake');
      void switchDraft();
      return true;
    case 'sameEvent':
    case 'moreVictims':
    case 'keepApart':
      document.querySelector<HTMLElement>(`[data-duplicate="${DUPLICATE_BUTTON[action.kind]}"]`)?.click();
      return true;
    case 'obstruct':
      focusPanel('map');
      startDrawing();
      return true;
    case 'answer':
      takeNextRing();
      return true;
    case 'callBacks':
      focusPanel('callBacks');
      return true;
    case 'phonePosition':
      return takePhonePosition();
    case 'massCasualty':
      declareMassCasualty();
      return true;
    case 'callerLink':
      document.querySelector<HTMLElement>('[data-caller-link]')?.click();
      return true;
    case 'messages':
      openMessages();
      return true;
    case 'acknowledge':
      acknowledgeHead();
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
      dropReason();
      void takeBackNewest();
      return true;
    case 'takeSuggestion':
      takeFirst();
      return true;
    case 'leaveSuggestion':
      leaveFirst();
      return true;
    case 'hospital':
      document.querySelector<HTMLElement>('[data-hospitals]')?.click();
      return true;
    case 'escape':
      if (pinning === 'obstruction') stopDrawing();
      else if (pinning) stopPinning();
      else if (workOpen && layoutNow() === 'medium') {
        closeWork();
        focusPanel('incidents');
      } else return false;
      return true;
  }
}
