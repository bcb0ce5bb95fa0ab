import type { ReactNode } from 'react';

interface Facts {
  id: string;
  group: string;
  label: string;
  detail?: string;
  /** What a search looks through, beyond label and detail. */
  words: string;
  icon: ReactNode;
  keyCap?: string;
}

/** One answer to what the palette asks before it acts; a rejection is shown there and the question stays. */
export interface PaletteChoice {
  id: string;
  label: string;
  run: () => unknown;
}

/** What cannot be taken back with a key, or has more than one meaning, is asked inside the palette. */
export interface PaletteQuestion {
  title: string;
  choices: readonly PaletteChoice[];
}

/** One row of the palette: it acts at once, or asks first. */
export type PaletteAction = Facts & ({ run: () => void; ask?: undefined } | { ask: PaletteQuestion; run?: undefined });
