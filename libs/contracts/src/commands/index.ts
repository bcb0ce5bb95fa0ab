import type { z } from 'zod';
import { ALARM_COMMANDS } from './alarms.js';
import { CALLER_LINK_COMMANDS } from './caller-links.js';
import { CALL_COMMANDS } from './calls.js';
import { CASUALTY_COMMANDS } from './casualties.js';
import { DISPATCH_COMMANDS } from './dispatch.js';
import { FLEET_COMMANDS } from './fleet.js';
import { INCIDENT_COMMANDS } from './incidents.js';
import { MESSAGE_COMMANDS } from './messages.js';
import { MISSION_COMMANDS } from './missions.js';
import { PREALERT_COMMANDS } from './prealerts.js';
import { SHIFT_LOG_COMMANDS } from './shift-log.js';
import { PAPER_COMMANDS } from './paper.js';
import { RING_COMMANDS } from './rings.js';
import { ROAD_COMMANDS } from './roads.js';

/**
 * Everything that changes the world, as one table: what it takes, what it answers, who may. The same command goes by
 * HTTP (`POST /api/commands/<name>`, header `Idempotency-Key`) or by socket (event `command`), and has one effect
 * however often it is sent. Reading is plain GET.
 */
export const COMMANDS = {
  ...CALL_COMMANDS,
  ...CALLER_LINK_COMMANDS,
  ...RING_COMMANDS,
  ...INCIDENT_COMMANDS,
  ...DISPATCH_COMMANDS,
  ...MISSION_COMMANDS,
  ...FLEET_COMMANDS,
  ...ROAD_COMMANDS,
  ...PREALERT_COMMANDS,
  ...PAPER_COMMANDS,
  ...ALARM_COMMANDS,
  ...MESSAGE_COMMANDS,
  ...CASUALTY_COMMANDS,
  ...SHIFT_LOG_COMMANDS,
} as const;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
/** What a client sends. */
export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['body']>;
/** What the server works with, parsed and with defaults. */
export type CommandBody<N extends CommandName> = z.output<(typeof COMMANDS)[N]['body']>;
export type CommandReply<N extends CommandName> = z.output<(typeof COMMANDS)[N]['reply']>;
