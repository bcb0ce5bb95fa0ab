import { KEYED_ACTIONS, pressOf } from './caps';
import { actionOf, KEY_LIST } from './keymap';

it('reads a cap as the press it stands for', () => {
  expect(pressOf('Shift F9')).toMatchObject({ code: 'F9', shiftKey: true, altKey: false });
  expect(pressOf('Alt P')).toMatchObject({ code: 'KeyP', altKey: true });
  expect(pressOf('F1, ?')).toMatchObject({ code: 'F1', shiftKey: false });
  expect(pressOf('↑ ↓ Home End')).toBeNull();
  expect(pressOf('Alt 1…3, ← →')).toBeNull();
});

it('offers every key of the list that means something everywhere', () => {
  const found = new Set(KEYED_ACTIONS.map(({ topic }) => topic));
  expect([...found]).toEqual(
    expect.arrayContaining(['intake', 'map', 'callCrew', 'acknowledge', 'listAlarms', 'save', 'obstruct', 'help']),
  );
  const left = KEY_LIST.filter(([, topic]) => !found.has(topic)).map(([cap]) => cap);
  for (const cap of left) {
    const press = pressOf(cap);
    const action = press && actionOf(press);
    expect(action === null || ['escape', 'palette'].includes(action.kind)).toBe(true);
  }
});
