import { usePosition } from './use-position.js';

/** Above this speed nobody types or reads lists. */
const DRIVING_MPS = 10 / 3.6;

/** Whether the vehicle moves, by its own receiver; a device that does not know its speed stands still. */
export const useDriving = (): boolean => usePosition(({ fix }) => (fix?.speedMps ?? 0) > DRIVING_MPS);
