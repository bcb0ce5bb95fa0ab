import './field.css';
import { linkOf, Refused } from './link.js';
import { sharePosition } from './sharing.js';
import { draw, type Doing, type Shown } from './view.js';

const REFRESH_MS = 10_000;
const TICK_MS = 1_000;

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset.theme = dark ? 'dark' : 'light';

const link = linkOf(location.pathname.split('/').at(-1) ?? '');
const page = document.getElementById('page')!;

let shown: Shown = {
  language: navigator.language.startsWith('vi') ? 'vi' : 'en',
  page: null,
  closed: null,
  ageSeconds: 0,
  offline: false,
  sharing: { state: 'idle' },
  leftFailed: false,
  nowMs: Date.now(),
};
let heardMs = Date.now();
/** How far the server's clock is ahead of this telephone's. */
let aheadMs = 0;

function change(changes: Partial<Shown>): void {
  const nowMs = Date.now();
  const next = { ...shown, ...changes, ageSeconds: (nowMs - heardMs) / 1_000, nowMs: nowMs + aheadMs };
  shown = next;
  draw(page, next, doing);
}

function heard(answer: NonNullable<Shown['page']>): void {
  heardMs = Date.now();
  aheadMs = Date.parse(answer.serverTime) - heardMs;
  change({ page: answer, offline: false, closed: null });
}

const CLOSING = { LINK_ENDED: 'ended', NOT_FOUND: 'ended', TOO_MANY_TRIES: 'tooFast' } as const;

function failed(error: unknown): void {
  const closed = error instanceof Refused ? CLOSING[error.code as keyof typeof CLOSING] : undefined;
  if (closed === 'ended') stop();
  change(closed ? { closed } : { offline: true });
}

const doing: Doing = {
  share: () => sharePosition(link, (sharing) => change({ sharing })),
  reportLeft: (left) => {
    link.reportLeft(left).then(
      (answer) => {
        change({ leftFailed: false });
        heard(answer);
      },
      () => change({ leftFailed: true }),
    );
  },
  switchLanguage: () => change({ language: shown.language === 'vi' ? 'en' : 'vi' }),
};

const refresh = () => void link.page().then(heard, failed);
const refreshing = setInterval(() => document.hidden || refresh(), REFRESH_MS);
const ticking = setInterval(() => change({}), TICK_MS);
function stop(): void {
  clearInterval(refreshing);
  clearInterval(ticking);
}
document.addEventListener('visibilitychange', () => !document.hidden && shown.closed !== 'ended' && refresh());

change({});
refresh();
