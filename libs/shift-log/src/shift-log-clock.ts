import { Repeating } from '#journal';
import type { ShiftLogService } from './shift-log.service.js';

/** Opens the log of every shift with how things stand, also when the server was down at the hour itself. */
export class ShiftLogClock extends Repeating {
  constructor(log: Pick<ShiftLogService, 'hasFacts' | 'open'>, onFault: (error: unknown) => void) {
    super(async () => {
      if (!(await log.hasFacts())) await log.open();
    }, onFault);
  }
}
