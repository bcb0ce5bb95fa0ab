/**
 * Who should go, and sending them. The recommendation is a pure rule over what is known; a request asks station after
 * station; a mission is one vehicle's job with its own times. Locks are taken in one order everywhere: incident,
 * request or mission, offer, vehicle, and the journal's head last.
 */
export * from './entities.js';
export * from './recommend.js';
export * from './recommendations.service.js';
export * from './dispatch.service.js';
export * from './missions.service.js';
export * from './closing.service.js';
export * from './duty.service.js';
export * from './offer-clock.js';
export * from './schedules.service.js';
export * from './schedule-clock.js';
export * from './expected-arrival.js';
export * from './units.js';
export * from './views.js';
export { commitVehicle, currentTimes, setMissionState, viewMission, writeTime } from './missions.js';
export * from './prealerts/entities.js';
export { listPrealerts, listStandingPrealerts } from './prealerts/prealerts.js';
export * from './prealerts/prealerts.service.js';
export * from './prealerts/prealert-clock.js';
