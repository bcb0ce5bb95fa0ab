/**
 * Calls and incidents. A call is what rang; an incident is what happened: several calls may be about one incident, a
 * call may end without one, and neither ever disappears. Everything around an incident starts by locking its row.
 */
export * from './entities.js';
export * from './views.js';
export * from './day-number.js';
export * from './protocols.js';
export * from './amendment.js';
export * from './schedule.js';
export {
  changeIncident,
  followMerges,
  getIncident,
  lockIncident,
  lockOpenIncident,
  moveIncident,
} from './incident-rows.js';
export * from './incidents.service.js';
