import { section } from './wording.js';

/** A satellite station's desk. */
export const DESK = section({
  title: { vi: 'Bàn trạm', en: 'Station desk' },
});
