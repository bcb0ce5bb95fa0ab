import { flushSync } from 'react-dom';
import { openIncident, openIntake, showLower, useRoom, type PanelName } from './room.js';

const lastFocused = new Map<string, WeakRef<HTMLElement>>();
const rootOf = (panel: string) => document.querySelector<HTMLElement>(`[data-panel="${panel}"]`);

/** Remembers where in its panel the focus was, so that the panel's key leads back there. */
export function rememberFocus(target: EventTarget): void {
  if (!(target instanceof HTMLElement)) return;
  const panel = target.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
  if (panel) lastFocused.set(panel, new WeakRef(target));
}

/** Puts the focus into a panel: where it was, else at the panel's entry, else at the first thing that takes it. */
export function focusPanel(panel: PanelName, atEntry = false): void {
  flushSync(() => {
    if (panel === 'intake') openIntake();
    if (panel === 'recommendations' || panel === 'units') showLower(panel);
  });
  const root = rootOf(panel);
  const last = lastFocused.get(panel)?.deref();
  const target =
    (!atEntry && last && root?.contains(last) ? last : null) ??
    root?.querySelector<HTMLElement>('[data-entry]') ??
    root?.querySelector<HTMLElement>('[tabindex="0"], input, button');
  target?.focus();
}

/** Opens an incident's detail and puts the focus into it. */
export function focusIncident(...args: Parameters<typeof openIncident>): void {
  flushSync(() => openIncident(...args));
  rootOf('incident')?.querySelector<HTMLElement>('[data-entry]')?.focus();
}

/** Where the focus was before a layer opened over it; returned to when the layer closes. */
export function focusBefore(): () => void {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/** True while somebody works in the panel: nothing there may move by itself then. */
export const isWorkingIn = (panel: PanelName) => rootOf(panel)?.contains(document.activeElement) ?? false;

export const selectedIncidentId = () => useRoom.getState().incidentId;
