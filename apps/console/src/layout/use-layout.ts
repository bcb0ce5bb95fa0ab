import { useAppearance } from '#web';
import { useSyncExternalStore } from 'react';
import { layoutOf, type Layout } from './layout.js';

const onResize = (changed: () => void) => {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
};

/** The layout for this window at this person's text size. */
export function useLayout(): Layout {
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const scale = useAppearance((appearance) => appearance.scale);
  return layoutOf(width, scale);
}

/** The same, asked once outside of a component. */
export const layoutNow = (): Layout => layoutOf(window.innerWidth, useAppearance.getState().scale);
