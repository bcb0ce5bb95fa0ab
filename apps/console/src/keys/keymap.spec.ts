import { actionOf, type KeyPress } from './keymap';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  inText: false,
  ...more,
});

it.each([
  ['F2', {}, { kind: 'panel', panel: 'intake' }],
  ['F4', { inText: true }, { kind: 'panel', panel: 'recommendations' }],
  ['F9', {}, { kind: 'acknowledge' }],
  ['F9', { shiftKey: true }, { kind: 'listAlarms' }],
  ['F7', { shiftKey: true }, { kind: 'window', beside: 'map' }],
  ['KeyK', { ctrlKey: true, inText: true }, { kind: 'palette' }],
  ['Enter', { ctrlKey: true, inText: true }, { kind: 'saveAndChoose' }],
  ['Digit3', { altKey: true, inText: true }, { kind: 'question', index: 2 }],
  ['KeyC', { altKey: true, inText: true }, { kind: 'obstruct' }],
  ['KeyH', { altKey: true, inText: true }, { kind: 'instructions' }],
  ['KeyY', { altKey: true }, { kind: 'sameEvent' }],
  ['KeyK', { altKey: true }, { kind: 'keepApart' }],
  ['KeyQ', { altKey: true, inText: true }, { kind: 'switchCall' }],
  ['Digit4', { ctrlKey: true, shiftKey: true }, { kind: 'preset', preset: 4 }],
  ['Slash', { shiftKey: true }, { kind: 'help' }],
])('%s with %j is %j', (code, more, action) => expect(actionOf(press(code, more))).toEqual(action));

it.each([
  ['a letter alone', press('KeyZ')],
  ['a digit alone', press('Digit1')],
  ['a key the input tool is composing with', press('F2', { isComposing: true })],
  ['a key the input tool sent', press('F2', { keyCode: 229 })],
  ['undo inside a text field', press('KeyZ', { ctrlKey: true, inText: true })],
  ['a question mark inside a text field', press('Slash', { shiftKey: true, inText: true })],
  ['AltGr', press('KeyS', { ctrlKey: true, altKey: true })],
  ['a fifth preset', press('Digit5', { ctrlKey: true, shiftKey: true })],
  ['reload', press('F5')],
])('leaves %s alone', (_, key) => expect(actionOf(key)).toBeNull());
