import type { PanelName, Preset } from '../room.js';
import type { Beside } from '../windows/windows.js';

export type Action =
  | { kind: 'panel'; panel: PanelName }
  | { kind: 'question'; index: number }
  | { kind: 'preset'; preset: Preset }
  | { kind: 'window'; beside: Beside }
  | {
      kind:
        | 'callCrew'
        | 'acknowledge'
        | 'listAlarms'
        | 'palette'
        | 'help'
        | 'undo'
        | 'save'
        | 'saveAndChoose'
        | 'priority'
        | 'obstruct'
        | 'takeSuggestion'
        | 'leaveSuggestion'
        | 'hospital'
        | 'answer'
        | 'callBacks'
        | 'phonePosition'
        | 'instructions'
        | 'switchCall'
        | 'sameEvent'
        | 'moreVictims'
        | 'keepApart'
        | 'messages'
        | 'callerLink'
        | 'massCasualty'
        | 'escape';
    };

export interface KeyPress {
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode: number;
  /** Whether the key was pressed in a field that takes text. */
  inText: boolean;
}

const PLAIN: Record<string, Action> = {
  F1: { kind: 'help' },
  F2: { kind: 'panel', panel: 'intake' },
  F3: { kind: 'panel', panel: 'incidents' },
  F4: { kind: 'panel', panel: 'recommendations' },
  F6: { kind: 'panel', panel: 'units' },
  F7: { kind: 'panel', panel: 'map' },
  F8: { kind: 'callCrew' },
  F9: { kind: 'acknowledge' },
  Escape: { kind: 'escape' },
};
const CONTROL: Record<string, Action> = {
  KeyK: { kind: 'palette' },
  KeyS: { kind: 'save' },
  Enter: { kind: 'saveAndChoose' },
  NumpadEnter: { kind: 'saveAndChoose' },
};
const SHIFTED: Record<string, Action> = {
  F2: { kind: 'window', beside: 'paper' },
  F6: { kind: 'window', beside: 'board' },
  F7: { kind: 'window', beside: 'map' },
  F9: { kind: 'listAlarms' },
};
const digit = (code: string) => Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0);

/**
 * What a key means wherever the focus is; null leaves it to the field or list. Keys are told by their place
 * (`event.code`) and never by a letter alone: Vietnamese input tools rewrite text by sending keys of their own.
 */
export function actionOf(key: KeyPress): Action | null {
  if (key.isComposing || key.keyCode === 229 || key.metaKey) return null;
  const { code, ctrlKey, altKey, shiftKey, inText } = key;
  if (ctrlKey && altKey) return null; // AltGr
  if (ctrlKey && shiftKey) {
    const preset = digit(code);
    return preset >= 1 && preset <= 4 ? { kind: 'preset', preset: preset as Preset } : null;
  }
  if (ctrlKey) {
    if (code === 'KeyZ') return inText ? null : { kind: 'undo' };
    return CONTROL[code] ?? null;
  }
  if (altKey) {
    if (code === 'KeyP') return { kind: 'priority' };
    if (code === 'KeyC') return { kind: 'obstruct' };
    if (code === 'KeyS') return { kind: shiftKey ? 'leaveSuggestion' : 'takeSuggestion' };
    if (code === 'KeyU') return { kind: 'hospital' };
    if (code === 'KeyR') return { kind: 'answer' };
    if (code === 'KeyB') return { kind: 'callBacks' };
    if (code === 'KeyV') return { kind: 'phonePosition' };
    if (code === 'KeyX') return { kind: 'massCasualty' };
    if (code === 'KeyH') return { kind: 'instructions' };
    if (code === 'KeyQ') return { kind: 'switchCall' };
    if (code === 'KeyY') return { kind: 'sameEvent' };
    if (code === 'KeyT') return { kind: 'moreVictims' };
    if (code === 'KeyK') return { kind: 'keepApart' };
    if (code === 'KeyL') return { kind: 'callerLink' };
    if (code === 'KeyN') return { kind: 'messages' };
    return digit(code) > 0 ? { kind: 'question', index: digit(code) - 1 } : null;
  }
  if (shiftKey) {
    const shifted = SHIFTED[code];
    if (shifted) return shifted;
    return code === 'Slash' && !inText ? { kind: 'help' } : null;
  }
  return PLAIN[code] ?? null;
}

/** The key list of F1, in the order in which the work goes. */
export const KEY_LIST = [
  ['F2', 'intake'],
  ['F3', 'incidents'],
  ['F4', 'recommendations'],
  ['F6', 'units'],
  ['F7', 'map'],
  ['F8', 'callCrew'],
  ['F9', 'acknowledge'],
  ['Shift F9', 'listAlarms'],
  ['Shift F7', 'mapWindow'],
  ['Shift F6', 'boardWindow'],
  ['Shift F2', 'paperWindow'],
  ['Ctrl K', 'palette'],
  ['Ctrl S', 'save'],
  ['Ctrl Enter', 'saveAndChoose'],
  ['Alt 1…9, 1 2 3', 'questions'],
  ['Alt H', 'instructions'],
  ['Alt Q', 'switchCall'],
  ['Alt Y', 'sameEvent'],
  ['Alt T', 'moreVictims'],
  ['Alt K', 'keepApart'],
  ['Alt P', 'priority'],
  ['Alt C', 'obstruct'],
  ['Alt S', 'takeSuggestion'],
  ['Alt Shift S', 'leaveSuggestion'],
  ['Alt U', 'hospital'],
  ['Alt R', 'answer'],
  ['Alt B', 'callBacks'],
  ['Alt V', 'phonePosition'],
  ['Alt L', 'callerLink'],
  ['Alt N', 'messages'],
  ['Alt X', 'massCasualty'],
  ['↑ ↓ Home End', 'move'],
  ['Enter', 'enter'],
  ['1…9', 'pick'],
  ['Space', 'several'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Shift 1…4', 'presets'],
  ['Esc', 'escape'],
  ['F1, ?', 'help'],
] as const;
export type KeyTopic = (typeof KEY_LIST)[number][1];
