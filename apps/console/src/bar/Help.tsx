import {
  CASUALTIES,
  CONSOLE,
  DESK_WINDOWS,
  INTAKE,
  LINKS,
  KeyCap,
  MESSAGES,
  PAPER,
  ROADS,
  SENDING,
  TELEPHONY,
  useTexts,
} from '#web';
import type { Wording } from '#contracts';
import { Fragment } from 'react';
import { KEY_LIST, type KeyTopic } from '../keys/keymap.js';
import { Layer } from '../layout/Layer.js';
import { closeOverlay } from '../room.js';

export const KEY_WORDS: Record<KeyTopic, Wording> = {
  intake: CONSOLE.keyIntake,
  incidents: CONSOLE.keyIncidents,
  recommendations: CONSOLE.keyRecommendations,
  units: CONSOLE.keyUnits,
  map: CONSOLE.keyMap,
  callCrew: CONSOLE.keyCallCrew,
  acknowledge: CONSOLE.keyAcknowledge,
  listAlarms: CONSOLE.keyListAlarms,
  mapWindow: DESK_WINDOWS.openMap,
  boardWindow: DESK_WINDOWS.openBoard,
  paperWindow: PAPER.open,
  palette: CONSOLE.keyPalette,
  save: CONSOLE.keySave,
  saveAndChoose: CONSOLE.keySaveAndChoose,
  questions: CONSOLE.keyQuestions,
  priority: CONSOLE.keyPriority,
  instructions: INTAKE.instructions,
  switchCall: INTAKE.switchCall,
  sameEvent: INTAKE.sameEvent,
  moreVictims: INTAKE.moreVictims,
  keepApart: INTAKE.keepApart,
  obstruct: ROADS.draw,
  takeSuggestion: SENDING.keySuggestion,
  leaveSuggestion: SENDING.keyLeaveSuggestion,
  hospital: SENDING.keyHospital,
  answer: TELEPHONY.answerNext,
  callBacks: TELEPHONY.callBacks,
  phonePosition: TELEPHONY.phonePosition,
  callerLink: LINKS.give,
  messages: MESSAGES.key,
  massCasualty: CASUALTIES.declare,
  move: CONSOLE.keyMove,
  enter: CONSOLE.keyEnter,
  pick: CONSOLE.keyPick,
  several: CONSOLE.keySeveral,
  undo: CONSOLE.keyUndo,
  presets: CONSOLE.keyPresets,
  escape: CONSOLE.keyEscape,
  help: CONSOLE.keyHelp,
};

/** Every key and what it does. */
export function Help() {
  const { say, t } = useTexts();
  return (
    <Layer label={t(CONSOLE.help)} onClose={closeOverlay}>
      <dl className="key-table">
        {KEY_LIST.map(([key, topic]) => (
          <Fragment key={key}>
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{say(KEY_WORDS[topic])}</dd>
          </Fragment>
        ))}
      </dl>
    </Layer>
  );
}
