import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'dark' | 'light' | 'night';
/** Text size of the whole screen in percent of the browser's own; everything is built in rem. */
export const SCALES = [100, 112, 125] as const;
export type Scale = (typeof SCALES)[number];

interface Appearance {
  theme: Theme | null;
  scale: Scale;
  setTheme: (theme: Theme) => void;
  setScale: (scale: Scale) => void;
}

/** How this person likes the screen; kept on this machine. A null theme leaves the page's own (`data-theme`). */
export const useAppearance = create<Appearance>()(
  persist(
    (set) => ({
      theme: null,
      scale: 100,
      setTheme: (theme) => set({ theme }),
      setScale: (scale) => set({ scale }),
    }),
    { name: 'appearance' },
  ),
);

/** Keeps `<html>` in step with the appearance. Call once, before the first render. */
export function applyAppearance(fallback: Theme): void {
  const apply = ({ theme, scale }: Appearance) => {
    document.documentElement.dataset['theme'] = theme ?? fallback;
    document.documentElement.style.fontSize = `${scale}%`;
  };
  apply(useAppearance.getState());
  useAppearance.subscribe(apply);
}
