import { section } from './wording.js';

/** The ambulance tablet. */
export const CREW = section({
  title: { vi: 'Kíp cấp cứu', en: 'Crew' },
});
