import { section } from './wording.js';

/** The supervisor's statistics. */
export const STATS = section({
  title: { vi: 'Thống kê', en: 'Statistics' },
});
