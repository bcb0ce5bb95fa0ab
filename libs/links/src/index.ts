/**
 * Pages without an account. A link is for one caller and one incident, opens for a limited time, and shows nothing of
 * anybody else; what comes in through it is offered to the room and decides nothing. Sending it as a text message goes
 * through one interface, whoever carries it.
 */
export * from './caller-link.entity.js';
export * from './caller-page.js';
export * from './caller-links.service.js';
export * from './caller-link-clock.js';
export * from './reading.js';
export * from './senders/sender.js';
export * from './senders/file-sender.js';
export * from './senders/sms-gateway.js';
