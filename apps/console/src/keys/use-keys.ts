import { useEffect } from 'react';
import { useDraft } from '../intake/use-draft.js';
import { useRoom } from '../room.js';
import { actionOf } from './keymap.js';
import { perform } from './perform.js';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** The keys of the whole console. A layer on top keeps its own Escape; all else works everywhere. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode } = event;
      const inText = takesText(event.target);
      const action = actionOf({ code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode, inText });
      if (!action) return;
      const { overlay, calling } = useRoom.getState();
      const layered = overlay !== null || calling !== null;
      if (layered && action.kind !== 'acknowledge') {
        if (action.kind !== 'escape') event.preventDefault();
        return;
      }
      if (perform(action)) event.preventDefault();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (useDraft.getState().receivedAt) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, []);
}
