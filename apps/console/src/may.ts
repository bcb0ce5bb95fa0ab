import type { CommandName } from '#contracts';
import { COMMANDS } from '#contracts';
import { useSession } from '#web';

/** Whether the person signed in may send this command: read from the contract, never decided here. */
export const useMay = (command: CommandName): boolean =>
  useSession(({ account }) => account !== null && COMMANDS[command].roles.includes(account.role));
