import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { openCallBacks, openIncident, openIntake, showLower, type PanelName } from './room.js';

const lastFocused = new Map<string, WeakRef<HTMLElement>>();
const rootOf = (panel: string) => document.querySelector<HTMLElement>(`[data-panel="${panel}"]`);

/** Remembers where in its panel the focus was, so that the panel's key leads back there. */
export function rememberFocus(target: EventTarget): void {
  if (!(target instanceof HTMLElement)) return;
  const panel = target.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
  if (panel) lastFocused.set(panel, new WeakRef(target));
}

/** The work in a panel is done: its key leads to the entry again. */
export const forgetFocus = (panel: PanelName) => void lastFocused.delete(panel);

/** Puts the focus into a panel: where it was, else at the panel's entry, else on the panel itself to wait for one. */
export function focusPanel(panel: PanelName, atEntry = false): void {
  flushSync(() => {
    if (panel === 'intake') openIntake();
    if (panel === 'callBacks') openCallBacks();
    if (panel === 'recommendations' || panel === 'units') showLower(panel);
  });
  const root = rootOf(panel);
  const last = lastFocused.get(panel)?.deref();
  const target =
    (!atEntry && last && root?.contains(last) ? last : null) ??
    root?.querySelector<HTMLElement>('[data-entry]') ??
    root;
  target?.focus();
}

/** For a list that arrives after its panel was called: takes the focus over if it is waiting at the panel. */
export function takeWaitingFocus(panel: PanelName): void {
  const root = rootOf(panel);
  if (root && root === document.activeElement) root.querySelector<HTMLElement>('[data-entry]')?.focus();
}

/** Opens an incident's detail and puts the focus into it. */
export function focusIncident(...args: Parameters<typeof openIncident>): void {
  flushSync(() => openIncident(...args));
  rootOf('incident')?.querySelector<HTMLElement>('[data-entry]')?.focus();
}

/**
 * Where the focus was before something opened over it. Call the answer when that closes: it gives the focus back unless
 * it went elsewhere meanwhile; when its old place is gone, to the entry of the same panel.
 */
function focusBefore(): () => void {
  const before = document.activeElement;
  const panel = before?.closest('[data-panel]');
  return () => {
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const entry = panel?.querySelector<HTMLElement>('[data-entry]') ?? panel;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else if (entry instanceof HTMLElement) entry.focus();
  };
}

/** {@link focusBefore} for as long as the calling component is on screen; read before its own fields take the focus. */
export function useReturnFocus(): void {
  const [giveBack] = useState(focusBefore);
  useEffect(() => () => void setTimeout(giveBack), [giveBack]);
}

/** True while somebody works in the panel: nothing there may move by itself then. */
export const isWorkingIn = (panel: PanelName) => rootOf(panel)?.contains(document.activeElement) ?? false;
