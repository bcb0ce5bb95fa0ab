import { section } from './wording.js';

/** The dispatcher's console. */
export const CONSOLE = section({
  title: { vi: 'Bàn điều phối', en: 'Dispatch console' },
});
