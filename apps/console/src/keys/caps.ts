import { actionOf, KEY_LIST, type Action, type KeyPress, type KeyTopic } from './keymap.js';

const CODES: Record<string, string> = { Enter: 'Enter', Space: 'Space', Esc: 'Escape', '?': 'Slash' };

/** The press that a key cap stands for, of several caps the first; null for caps that name a range or arrows. */
export function pressOf(cap: string): KeyPress | null {
  const parts = cap.split(',')[0]!.trim().split(' ');
  const key = parts.pop()!;
  const code =
    CODES[key] ??
    (/^F\d{1,2}$/.test(key) ? key : /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : null);
  if (code === null || parts.some((part) => !['Ctrl', 'Alt', 'Shift'].includes(part))) return null;
  return {
    code,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    metaKey: false,
    isComposing: false,
    keyCode: 0,
    inText: false,
  };
}

export interface KeyedAction {
  readonly cap: string;
  readonly topic: KeyTopic;
  readonly action: Action;
}

/** Leaving what is open is a key only: whoever searches for a command has left it already. */
const NOT_SEARCHED: readonly Action['kind'][] = ['escape', 'palette'];

/**
 * Every action of the key list that works wherever the focus is. The palette offers exactly these, so that a new key is
 * found there without another line.
 */
export const KEYED_ACTIONS: readonly KeyedAction[] = KEY_LIST.flatMap(([cap, topic]) => {
  const press = pressOf(cap);
  const action = press && actionOf(press);
  return action && !NOT_SEARCHED.includes(action.kind) ? [{ cap, topic, action }] : [];
});
