import { COMMON, KeyCap, formatClock, useBoard, useSystem, useTexts } from '#web';
import type { Action, KeyTopic } from '../keys/keymap.js';
import { perform } from '../keys/perform.js';
import { KEY_WORDS } from './Help.js';

/** The keys shown, with what a click on them does; those of a list are for the keyboard only. */
const SHOWN: readonly (readonly [cap: string, topic: KeyTopic, action: Action | null])[] = [
  ['F2', 'intake', { kind: 'panel', panel: 'intake' }],
  ['F3', 'incidents', { kind: 'panel', panel: 'incidents' }],
  ['F4', 'recommendations', { kind: 'panel', panel: 'recommendations' }],
  ['F6', 'units', { kind: 'panel', panel: 'units' }],
  ['F7', 'map', { kind: 'panel', panel: 'map' }],
  ['F8', 'callCrew', { kind: 'callCrew' }],
  ['F9', 'acknowledge', { kind: 'acknowledge' }],
  ['↑ ↓', 'move', null],
  ['Enter', 'enter', null],
  ['Ctrl K', 'palette', { kind: 'palette' }],
  ['?', 'help', { kind: 'help' }],
];

/** The keys one needs most, and when the screen was last in step with the server. */
export function KeyBar() {
  const { t, say } = useTexts();
  const provedAt = useBoard((board) => board.provedAt);
  const version = useSystem(({ system }) => system?.version ?? '');
  return (
    <footer className="key-bar">
      <div className="key-bar-keys">
        {SHOWN.map(([cap, topic, action]) =>
          action ? (
            <button key={topic} type="button" onClick={() => perform(action)}>
              <KeyCap>{cap}</KeyCap>
              {say(KEY_WORDS[topic])}
            </button>
          ) : (
            <span key={topic}>
              <KeyCap>{cap}</KeyCap>
              {say(KEY_WORDS[topic])}
            </span>
          ),
        )}
      </div>
      <span className="key-bar-sync tn">
        {provedAt ? `${t(COMMON.synced, { time: formatClock(provedAt) })} · ` : ''}
        {t(COMMON.version, { version })}
      </span>
    </footer>
  );
}
