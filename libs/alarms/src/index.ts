/**
 * Which alarms there were, who acknowledged them, and how many a dispatcher has to bear in an hour. What is an alarm is
 * a pure rule of the contract, the same on the server and on every screen; here it is kept and counted.
 */
export * from './alarm.entity.js';
export * from './alarms.service.js';
export * from './rate.js';
