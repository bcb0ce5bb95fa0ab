import type { Account } from '#contracts';
import { CONSOLE, SessionGate, useSystem, useTexts } from '#web';
import { Console } from './Console.js';
import { ShiftLogPage } from './shift-log/ShiftLogPage.js';
import { PaperPage } from './paper/PaperPage.js';
import { BesideConsole } from './windows/BesideConsole.js';
import { windowKind } from './windows/windows.js';

/** The log of the shift is a page of its own, `/console/so-ca`: it is read, written and printed away from the calls. */
const isShiftLog = () => /\/so-ca\/?$/.test(location.pathname);

function Hint() {
  const { t } = useTexts();
  const demonstration = useSystem(({ system }) => system?.demonstrationRegion ?? false);
  if (!demonstration) return null;
  return <p className="sign-in-hint">{t(CONSOLE.demoHint)}</p>;
}

function Window({ account }: { account: Account }) {
  const kind = windowKind();
  if (isShiftLog()) return <ShiftLogPage account={account} />;
  if (kind === 'console') return <Console account={account} />;
  return kind === 'paper' ? <PaperPage /> : <BesideConsole beside={kind} />;
}

/** The console behind its sign-in; the board on paper opens without one when there is no server to ask. */
export function App() {
  return (
    <SessionGate
      roles={['call_taker', 'dispatcher', 'supervisor', 'admin']}
      hint={<Hint />}
      away={windowKind() === 'paper' ? <PaperPage /> : undefined}
    >
      {(account) => <Window account={account} />}
    </SessionGate>
  );
}
