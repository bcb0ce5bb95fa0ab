import type { CallerPage, Wording } from '#contracts';
import type { Sharing } from './sharing.js';
import { directionOf, distanceIn, fill, STAGES, TEXTS, type Language } from './texts.js';

/** Everything the page shows depends on this and nothing else. */
export interface Shown {
  readonly language: Language;
  readonly page: CallerPage | null;
  /** Why there is nothing more to show. */
  readonly closed: 'ended' | 'tooFast' | null;
  /** How old what is shown is. */
  readonly ageSeconds: number;
  readonly offline: boolean;
  readonly sharing: Sharing;
  readonly leftFailed: boolean;
  /** The server's time. */
  readonly nowMs: number;
}

export interface Doing {
  share(): void;
  reportLeft(left: boolean): void;
  switchLanguage(): void;
}

type Child = Node | string | null;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(className: string, words: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, words);
  made.addEventListener('click', act);
  return made;
}

const STEPS = ['received', 'coming', 'arrived'] as const;

function progress({ page, language, nowMs }: Shown, t: (w: Wording) => string): HTMLElement {
  const { stage, approach } = page!;
  const at = STEPS.indexOf(stage);
  const steps = STEPS.map((step, index) =>
    element(
      'li',
      { 'data-done': String(index <= at), ...(index === at ? { 'aria-current': 'step' } : {}) },
      t(STAGES[step]),
    ),
  );
  const arrivesInSeconds = approach?.arrivesAt ? (Date.parse(approach.arrivesAt) - nowMs) / 1_000 : null;
  const minutes =
    arrivesInSeconds === null
      ? null
      : arrivesInSeconds < 60
        ? t(TEXTS.soon)
        : fill(t(TEXTS.minutes), { minutes: Math.ceil(arrivesInSeconds / 60) });
  const away =
    approach && approach.distanceMetres !== null && approach.bearingDegrees !== null
      ? fill(t(TEXTS.away), {
          distance: distanceIn(approach.distanceMetres, language),
          direction: t(directionOf(approach.bearingDegrees)),
        })
      : '';
  const vehicle = approach ? fill(t(TEXTS.vehicle), { callSign: approach.callSign }) : '';
  return element(
    'section',
    { class: 'progress' },
    element('ol', { class: 'steps' }, ...steps),
    minutes && element('p', { class: 'minutes' }, minutes),
    approach && element('p', { class: 'vehicle' }, [vehicle, away].filter(Boolean).join(' · ')),
  );
}

function position({ sharing }: Shown, doing: Doing, t: (w: Wording) => string): HTMLElement {
  const words =
    sharing.state === 'finding'
      ? t(TEXTS.sharing)
      : sharing.state === 'refused'
        ? t(TEXTS.shareRefused)
        : sharing.state === 'shared'
          ? fill(t(TEXTS.shared), { metres: sharing.accuracyMetres })
          : sharing.state === 'unsent'
            ? t(TEXTS.unsent)
            : t(TEXTS.shareHint);
  const offered = sharing.state === 'idle' || sharing.state === 'refused';
  return element(
    'section',
    { class: 'position', 'data-state': sharing.state },
    offered ? button('primary', t(TEXTS.share), doing.share) : null,
    element('p', {}, words),
  );
}

function firstAid({ page, language }: Shown, t: (w: Wording) => string): HTMLElement | null {
  const card = page!.card;
  if (!card) return null;
  return element(
    'section',
    { class: 'first-aid' },
    element('h2', {}, `${t(TEXTS.firstAid)}: ${card[language]}`),
    element('p', { class: 'quiet' }, t(TEXTS.listen)),
    element('ol', {}, ...card.steps.map((step) => element('li', {}, step[language]))),
  );
}

function left({ page, nowMs, leftFailed }: Shown, doing: Doing, t: (w: Wording) => string): HTMLElement {
  const { leftAt, leftUndoSeconds } = page!;
  const seconds = leftAt ? Math.floor(leftUndoSeconds - (nowMs - Date.parse(leftAt)) / 1_000) : 0;
  return element(
    'section',
    { class: 'left' },
    leftAt ? element('p', {}, t(TEXTS.leftSaid)) : button('', t(TEXTS.left), () => doing.reportLeft(true)),
    leftAt && seconds > 0 ? button('', t(TEXTS.leftUndo), () => doing.reportLeft(false)) : null,
    leftAt && seconds > 0 ? element('p', { class: 'quiet' }, fill(t(TEXTS.leftUndoFor), { seconds })) : null,
    leftFailed ? element('p', { class: 'fault', role: 'alert' }, t(TEXTS.leftFailed)) : null,
  );
}

function body(shown: Shown, doing: Doing, t: (w: Wording) => string): Child[] {
  if (shown.closed === 'ended')
    return [element('p', { class: 'notice' }, t(TEXTS.ended)), element('p', {}, t(TEXTS.endedHint))];
  if (shown.closed) return [element('p', { class: 'notice' }, t(TEXTS.tooFast))];
  if (!shown.page) return [element('p', { class: 'notice' }, t(TEXTS.loading))];
  const age = fill(t(shown.offline ? TEXTS.offline : TEXTS.updated), { seconds: Math.round(shown.ageSeconds) });
  return [
    progress(shown, t),
    element('p', { class: shown.offline ? 'fault' : 'quiet' }, age),
    position(shown, doing, t),
    firstAid(shown, t),
    left(shown, doing, t),
  ];
}

/** Says it once to who cannot see it, and only when it has changed. */
const announcer = element('p', { class: 'announcer', role: 'status' });

/** Whether only what is inside differs. A button is one with what it does: another one takes its place whole. */
const isSameOutside = (known: Node, fresh: Node): boolean =>
  known.nodeName !== 'BUTTON' && known instanceof Element && known.cloneNode(false).isEqualNode(fresh.cloneNode(false));

/** Changes what differs and leaves the rest: a button under a finger must stay the same button. */
function patch(known: Node, fresh: Node): void {
  const before = [...known.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((node, index) => {
    const there = before[index];
    if (!there) known.appendChild(node);
    else if (there.isEqualNode(node)) return;
    else if (isSameOutside(there, node)) patch(there, node);
    else there.replaceWith(node);
  });
  for (const node of before.slice(after.length)) node.remove();
}

/** Draws the page; what has the focus keeps it. */
export function draw(into: HTMLElement, shown: Shown, doing: Doing): void {
  const t = (wording: Wording) => wording[shown.language];
  const focused = [...into.querySelectorAll('button, a')].indexOf(document.activeElement as Element);
  document.documentElement.lang = shown.language;
  document.title = t(TEXTS.title);
  const said = shown.page ? t(STAGES[shown.page.stage]) : '';
  if (announcer.textContent !== said) announcer.textContent = said;
  if (!announcer.isConnected) into.before(announcer);
  const fresh = element(
    'main',
    {},
    element(
      'header',
      {},
      element('h1', {}, t(TEXTS.title)),
      button('quiet-button', t(TEXTS.otherLanguage), doing.switchLanguage),
    ),
    ...body(shown, doing, t),
    element('a', { class: 'call', href: 'tel:115' }, t(TEXTS.call)),
  );
  patch(into, fresh);
  if (focused >= 0 && document.activeElement === document.body)
    into.querySelectorAll<HTMLElement>('button, a')[focused]?.focus();
}
