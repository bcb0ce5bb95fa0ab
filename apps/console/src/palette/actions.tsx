import { CONSOLE, PALETTE, useTexts } from '#web';
import {
  IconArrowBackUp,
  IconArrowRight,
  IconBarrierBlock,
  IconBell,
  IconDeviceFloppy,
  IconKeyboard,
  IconMessage2,
  IconUsersGroup,
  IconPhone,
  IconPhoneCall,
  IconPhoneIncoming,
  type Icon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { KEY_WORDS } from '../bar/Help.js';
import { KEYED_ACTIONS } from '../keys/caps.js';
import type { KeyTopic } from '../keys/keymap.js';
import { perform } from '../keys/perform.js';
import { choosePreset, type Preset } from '../room.js';
import type { PaletteAction } from './action.js';
import { icon } from './icon.js';
import { useIncidentActions } from './incident-actions.js';
import { useThings } from './things.js';

/** Keys whose picture says more than "go there". */
const ICONS: Partial<Record<KeyTopic, Icon>> = {
  callCrew: IconPhone,
  answer: IconPhoneIncoming,
  callBacks: IconPhoneCall,
  messages: IconMessage2,
  massCasualty: IconUsersGroup,
  acknowledge: IconBell,
  listAlarms: IconBell,
  save: IconDeviceFloppy,
  saveAndChoose: IconDeviceFloppy,
  obstruct: IconBarrierBlock,
  undo: IconArrowBackUp,
  help: IconKeyboard,
};
/** What else people call it. */
const ALSO: Partial<Record<KeyTopic, string>> = {
  obstruct: 'ngap tac cam duong flood closure jam',
  answer: 'nghe may bat may',
  callBacks: 'goi nho missed abandoned',
};

const PRESETS: readonly (readonly [Preset, keyof typeof PALETTE & `preset${string}`])[] = [
  [1, 'presetIntake'],
  [2, 'presetDispatch'],
  [3, 'presetTwoScreens'],
  [4, 'presetOverview'],
];

/** Every action that has a key. */
function useKeyedActions(): PaletteAction[] {
  const { t, say } = useTexts();
  return useMemo(() => {
    const group = t(CONSOLE.paletteGo);
    const keyed = KEYED_ACTIONS.map(({ cap, topic, action }): PaletteAction => ({
      id: `key:${topic}`,
      group,
      label: say(KEY_WORDS[topic]),
      words: ALSO[topic] ?? '',
      icon: icon(ICONS[topic] ?? IconArrowRight),
      keyCap: cap,
      run: () => void perform(action),
    }));
    const presets = PRESETS.map(([preset, words]): PaletteAction => ({
      id: `preset:${preset}`,
      group,
      label: t(PALETTE[words]),
      words: '',
      icon: icon(IconArrowRight),
      keyCap: `Ctrl Shift ${preset}`,
      run: () => choosePreset(preset),
    }));
    return [...keyed, ...presets];
  }, [t, say]);
}

/** Everything the palette finds by itself, in its three groups. */
export function usePaletteActions(): PaletteAction[] {
  const incident = useIncidentActions();
  const things = useThings();
  const keyed = useKeyedActions();
  return useMemo(() => [...incident, ...things, ...keyed], [incident, things, keyed]);
}
