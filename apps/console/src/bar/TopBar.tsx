import { ROLES, type Account } from '#contracts';
import {
  COMMON,
  CONSOLE,
  KeyCap,
  SCALES,
  TrialMark,
  formatClock,
  signOut,
  useAppearance,
  useBoard,
  useFreshness,
  useNow,
  useSystem,
  useTexts,
} from '#web';
import {
  IconAntenna,
  IconLetterCase,
  IconLogout,
  IconMoon,
  IconPlugConnected,
  IconPlugConnectedX,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { CallBackCount } from '../rings/CallBackCount.js';
import { ExchangeState } from '../rings/ExchangeState.js';
import { useWaitingRings } from '../rings/use-rings.js';
import { SoundMenu, TryAlarms } from '../alarms/SoundMenu.js';
import { UnreadButton } from '../messages/Unread.js';
import { openOverlay } from '../room.js';
import { countByFamily, gpsAge } from '../units/units.js';
import './bar.css';

function Brand() {
  const { t } = useTexts();
  const region = useSystem(({ system }) => system?.region ?? '');
  return (
    <div className="brand">
      <span className="brand-mark">115</span>
      <div>
        <strong>{t(COMMON.product)}</strong>
        <span>{region}</span>
      </div>
      <TrialMark />
    </div>
  );
}

function Views() {
  const { t } = useTexts();
  return (
    <nav className="views" aria-label={t(CONSOLE.views)}>
      <a href="/console/" aria-current="page">
        {t(CONSOLE.dispatching)}
      </a>
      <a href="/stats/">{t(CONSOLE.statistics)}</a>
    </nav>
  );
}

function Counters() {
  const { t } = useTexts();
  const { calls, incidents, units } = useBoard();
  const open = Object.values(incidents);
  const waiting = open.filter(({ state }) => state === 'waiting' || state === 'taken').length;
  const attended = open.filter(({ state }) => state === 'attended').length;
  const openCalls = useWaitingRings().length + Object.values(calls).filter(({ state }) => state === 'open').length;
  return (
    <div className="counters" role="group" aria-label={t(CONSOLE.counters)}>
      <span data-hot={openCalls > 0 || undefined}>
        <b className="tn">{openCalls}</b> {t(CONSOLE.callsOpen)}
      </span>
      <CallBackCount />
      <span>
        <b className="tn">{waiting}</b> {t(CONSOLE.incidentsWaiting)}
      </span>
      <span>
        <b className="tn">{attended}</b> {t(CONSOLE.incidentsAttended)}
      </span>
      <span>
        <b className="tn family-av">{countByFamily(units).av}</b>{' '}
        {t(CONSOLE.unitsFree, { total: Object.keys(units).length })}
      </span>
    </div>
  );
}

function Health() {
  const { t } = useTexts();
  const nowMs = useNow();
  const { state, seconds } = useFreshness();
  const { units, positions } = useBoard();
  const ages = Object.values(units).filter(({ status }) => status !== 'out_of_service');
  const heard = ages.filter(({ id }) => {
    const age = gpsAge(positions[id], nowMs);
    return age.kind === 'seconds';
  }).length;
  const live = state === 'live';
  return (
    <div className="health" role="group" aria-label={t(CONSOLE.health)}>
      <span data-state={live ? 'good' : 'poor'} className="tn">
        {live ? <IconPlugConnected size={15} aria-hidden /> : <IconPlugConnectedX size={15} aria-hidden />}
        {live
          ? t(CONSOLE.healthLive)
          : state === 'connecting'
            ? t(COMMON.connecting)
            : t(COMMON.staleShort, { seconds })}
      </span>
      <ExchangeState />
      <span data-state={heard === ages.length ? 'good' : 'poor'} className="tn">
        <IconAntenna size={15} aria-hidden />
        {t(CONSOLE.healthGps, { live: heard, total: ages.length })}
      </span>
      <TryAlarms />
      <SoundMenu />
    </div>
  );
}

function Choices() {
  const { t, language, setLanguage } = useTexts();
  const { theme, scale, setTheme, setScale } = useAppearance();
  const light = theme === 'light';
  const nextScale = SCALES[(SCALES.indexOf(scale) + 1) % SCALES.length] ?? 100;
  return (
    <div className="choices">
      <button type="button" title={t(COMMON.language)} onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
        <span className="visually-hidden">{t(COMMON.otherLanguage)}</span>
        <span aria-hidden>{language === 'vi' ? 'EN' : 'VI'}</span>
      </button>
      <button
        type="button"
        aria-label={t(COMMON.textSize, { percent: nextScale })}
        title={t(COMMON.textSize, { percent: nextScale })}
        onClick={() => setScale(nextScale)}
      >
        <IconLetterCase size={17} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={light ? t(COMMON.themeDark) : t(COMMON.themeLight)}
        title={light ? t(COMMON.themeDark) : t(COMMON.themeLight)}
        onClick={() => setTheme(light ? 'dark' : 'light')}
      >
        {light ? <IconMoon size={17} aria-hidden /> : <IconSun size={17} aria-hidden />}
      </button>
      <button type="button" aria-label={t(COMMON.signOut)} title={t(COMMON.signOut)} onClick={signOut}>
        <IconLogout size={17} aria-hidden />
      </button>
    </div>
  );
}

function Clock() {
  const { t } = useTexts();
  return (
    <span className="clock tn" role="timer" aria-label={t(CONSOLE.clock)} aria-live="off">
      {formatClock(useNow())}
    </span>
  );
}

/** Who, where, how many, how fresh, what time it is. */
export function TopBar({ account }: { account: Account }) {
  const { t } = useTexts();
  return (
    <header className="top-bar-place">
      <h1 className="visually-hidden">{t(CONSOLE.title)}</h1>
      <div className="top-bar">
        <Brand />
        <Views />
        <Counters />
        <UnreadButton />
        <Health />
        <button type="button" className="palette-button" onClick={() => openOverlay('palette')}>
          <IconSearch size={15} aria-hidden />
          <span>{t(CONSOLE.paletteHint)}</span>
          <KeyCap>Ctrl K</KeyCap>
        </button>
        <div className="user">
          <strong>{account.name}</strong>
          <span>{t(ROLES[account.role])}</span>
        </div>
        <Choices />
        <Clock />
      </div>
    </header>
  );
}
