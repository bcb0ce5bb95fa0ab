import { section } from './wording.js';

/** An incident's history. */
export const TIMELINE = section({
  milestones: { vi: 'Chỉ mốc chính', en: 'Turning points only' },
});
