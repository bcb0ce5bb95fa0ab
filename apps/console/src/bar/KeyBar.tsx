import { COMMON, CONSOLE, KeyCap, formatClock, useBoard, useSystem, useTexts } from '#web';
import { KEY_LIST, type KeyTopic } from '../keys/keymap.js';
import { openOverlay } from '../room.js';
import { KEY_WORDS } from './Help.js';

const SHOWN: readonly KeyTopic[] = [
  'intake',
  'incidents',
  'recommendations',
  'units',
  'map',
  'callCrew',
  'acknowledge',
  'move',
  'enter',
  'palette',
];
const CAPS: Partial<Record<KeyTopic, string>> = { move: '↑ ↓' };

/** The keys one needs most, and when the screen was last in step with the server. */
export function KeyBar() {
  const { t, say } = useTexts();
  const provedAt = useBoard((board) => board.provedAt);
  const version = useSystem(({ system }) => system?.version ?? '');
  return (
    <footer className="key-bar">
      <div className="key-bar-keys">
        {KEY_LIST.filter(([, topic]) => SHOWN.includes(topic)).map(([key, topic]) => (
          <span key={key}>
            <KeyCap>{CAPS[topic] ?? key}</KeyCap>
            {say(KEY_WORDS[topic])}
          </span>
        ))}
        <button type="button" onClick={() => openOverlay('help')}>
          <KeyCap>?</KeyCap>
          {t(CONSOLE.keyHelp)}
        </button>
      </div>
      <span className="key-bar-sync tn">
        {provedAt ? `${t(COMMON.synced, { time: formatClock(provedAt) })} · ` : ''}
        {t(COMMON.version, { version })}
      </span>
    </footer>
  );
}
