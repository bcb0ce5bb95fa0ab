import { machineNow } from '#web';

/** The windows beside the console itself, for a second and third monitor; at most one of each. */
export const BESIDE = ['map', 'board', 'paper'] as const;
export type Beside = (typeof BESIDE)[number];

/** Which window this page is: the console, or one beside it. */
export function windowKind(path: string = location.pathname): 'console' | Beside {
  const last = path.replace(/\/$/, '').split('/').at(-1);
  return BESIDE.find((beside) => beside === last) ?? 'console';
}

interface Screens {
  readonly currentScreen: object;
  readonly screens: readonly { availLeft: number; availTop: number; availWidth: number; availHeight: number }[];
}
type ScreenDetails = { getScreenDetails?: () => Promise<Screens> };

/** Fills the other monitor when the browser tells where it is; otherwise a window that a person drags there. */
async function placeOnOtherScreen(opened: Window): Promise<void> {
  const details = await (window as unknown as ScreenDetails).getScreenDetails?.();
  const other = details?.screens.find((screen) => screen !== details.currentScreen);
  if (!other || opened.closed) return;
  opened.moveTo(other.availLeft, other.availTop);
  opened.resizeTo(other.availWidth, other.availHeight);
}

const openedAt = new Map<Beside, number>();
/** Two presses of a nervous hand are one window. */
const AGAIN_MS = 500;

/** Opens a window beside the console, or brings the open one forward. */
export function openBeside(beside: Beside): void {
  if (machineNow() - (openedAt.get(beside) ?? 0) < AGAIN_MS) return;
  openedAt.set(beside, machineNow());
  const opened = window.open(`/console/${beside}`, `console-${beside}`, 'popup,width=1600,height=900');
  opened?.focus();
  if (opened) placeOnOtherScreen(opened).catch((thrown: unknown) => console.info('placed by hand', String(thrown)));
}
