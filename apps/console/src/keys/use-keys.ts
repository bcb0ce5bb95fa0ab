import { useEffect } from 'react';
import { useDraft } from '../intake/use-draft.js';
import { useRoom } from '../room.js';
import { windowKind } from '../windows/windows.js';
import { actionOf, type Action } from './keymap.js';
import { perform } from './perform.js';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** A window beside the console has no form and no recommendations: their keys do nothing there. */
function belongsHere(action: Action): boolean {
  if (windowKind() === 'console') return true;
  if (action.kind === 'panel') return document.querySelector(`[data-panel="${action.panel}"]`) !== null;
  return BESIDE_KEYS.has(action.kind);
}
const BESIDE_KEYS: ReadonlySet<Action['kind']> = new Set(['acknowledge', 'listAlarms', 'callCrew', 'escape']);

/** The keys of the whole console. A layer on top keeps its own Escape; all else works everywhere. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode } = event;
      const inText = takesText(event.target);
      const action = actionOf({ code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode, inText });
      if (!action || !belongsHere(action)) return;
      const { overlay, calling } = useRoom.getState();
      const layered = overlay !== null || calling !== null;
      if (layered && action.kind !== 'acknowledge') {
        if (action.kind !== 'escape') event.preventDefault();
        return;
      }
      if (perform(action)) event.preventDefault();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (windowKind() === 'console' && useDraft.getState().receivedAt) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, []);
}
